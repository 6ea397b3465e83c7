import type { RegisterValue } from '../../ledger/ledger.ts'

/** The fields of a revision that were given; null is given, undefined is not. */
export function definedEntries(changes: object): [string, RegisterValue][] {
  return Object.entries(changes).filter(([, value]) => value !== undefined)
}
