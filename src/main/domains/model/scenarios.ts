import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { MainstayError } from '#shared/contract/call-result.ts'
import { type savedScenario, scenarioContent } from '#shared/contract/model.ts'
import type { Id } from '#shared/domain/id.ts'
import type { CommandContext } from '../../application/ports.ts'
import { blobToId } from '../../database/id-blob.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import type { RegisterValue } from '../../ledger/ledger.ts'
import type { ModelSide } from './compare-models.ts'

export type Scenario = z.infer<typeof savedScenario>

/** The newest first. */
export function listScenarios(database: ReadDatabase): Scenario[] {
  return database
    .all(
      tables
        .selectFrom('scoring_scenario')
        .select(['id', 'name', 'definition', 'created_at', 'created_by'])
        .where('is_deleted', '=', 0)
        .where('definition', 'is not', null)
        .orderBy('created_at', 'desc')
        .orderBy('id'),
    )
    .map((row) => ({
      id: blobToId(row.id),
      name: row.name ?? '',
      createdAt: row.created_at ?? '1970-01-01T00:00:00.000Z',
      createdBy: row.created_by ?? '',
      content: scenarioContent.safeParse(JSON.parse(row.definition ?? 'null')).data ?? null,
    }))
}

/** Errors: not-found; model-newer where a newer Mainstay wrote it. */
export function getScenario(database: ReadDatabase, id: Id): ModelSide {
  const { content } = requireScenario(database, id)
  if (!content) throw new MainstayError('model-newer', 'A newer Mainstay wrote this scenario.', { id })
  return content
}

/** Writes a scenario, or with an id that one anew; who made it first stays. Errors: not-found. */
export function saveScenario(
  { database, ledger, author, now }: CommandContext,
  scenario: { id?: Id | undefined; name: string } & z.infer<typeof scenarioContent>,
): Id {
  const { name, model, changes } = scenario
  const before = scenario.id === undefined ? null : requireScenario(database, scenario.id)
  const id = before?.id ?? randomUUID()
  ledger.change({ key: 'model.saveScenario', values: { name } }, ['model'], (writer) =>
    writer.set('scoring_scenario', id, 'scenario', {
      name,
      definition: toRegister({ model, changes }),
      createdAt: before?.createdAt ?? new Date(now()).toISOString(),
      createdBy: before?.createdBy ?? author,
    }),
  )
  return id
}

/** Errors: not-found. */
export function removeScenario({ database, ledger }: CommandContext, id: Id): void {
  const { name } = requireScenario(database, id)
  ledger.change({ key: 'model.removeScenario', values: { name } }, ['model'], (writer) =>
    writer.remove('scoring_scenario', id),
  )
}

function requireScenario(database: ReadDatabase, id: Id): Scenario {
  const found = listScenarios(database).find((scenario) => scenario.id === id)
  if (!found) throw new MainstayError('not-found', 'There is no such scenario.', { id })
  return found
}

/** A register holds plain JSON: what was left out stays left out. */
const toRegister = (value: object): RegisterValue => JSON.parse(JSON.stringify(value))
