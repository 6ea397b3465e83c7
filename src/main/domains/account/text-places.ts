import type { Database as Sqlite } from 'better-sqlite3'
import { type RawBuilder, sql } from 'kysely'
import type { ReadDatabase } from '../../database/workspace-database.ts'

/** Place in the order of the alphabet by text. */
export type TextPlaces = ReadonlyMap<string, number>

interface PlacesAtHand {
  lists: readonly TextPlaces[]
}

const atHand = new WeakMap<Sqlite, PlacesAtHand>()

/** The place of a text in one of the lists that the statement runs with; null for a text that is not there. */
export const placeOf = (list: number, text: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`text_place(${sql.lit(list)}, ${text})`

/**
 * Runs statements that hold `placeOf`. A join with a table of places would be scanned for every account as soon
 * as there are two of them, since SQLite gives an automatic index to the last one only.
 * @param lists by the number that `placeOf` names; forgotten when `run` returns
 */
export function withTextPlaces<Result>(
  { sqlite }: ReadDatabase,
  lists: readonly TextPlaces[],
  run: () => Result,
): Result {
  if (lists.length === 0) return run()
  const places = placesAtHand(sqlite)
  places.lists = lists
  try {
    return run()
  } finally {
    places.lists = []
  }
}

/** The lists that the connection's function looks in; the function itself is there once. */
function placesAtHand(sqlite: Sqlite): PlacesAtHand {
  const known = atHand.get(sqlite)
  if (known) return known
  const places: PlacesAtHand = { lists: [] }
  sqlite.function(
    'text_place',
    { deterministic: true, directOnly: true },
    (list: number, text: string | null) => (text === null ? null : (places.lists[list]?.get(text) ?? null)),
  )
  atHand.set(sqlite, places)
  return places
}
