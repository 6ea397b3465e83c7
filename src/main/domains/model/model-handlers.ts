import type { EngineHandlers } from '../../application/ports.ts'
import { findModelInForce } from '../standing/model-in-force.ts'
import { listCriterionStatus } from './criterion-status.ts'
import { proposeModel } from './propose-model.ts'
import { recordModel } from './starter-model-adoption.ts'

export const modelHandlers = {
  'model.current': ({ database }) => {
    const adopted = findModelInForce(database)
    return {
      model: adopted?.model ?? null,
      criteria: listCriterionStatus(database, adopted?.model ?? null),
      adoptedAt: adopted?.adoptedAt ?? null,
      adoptedBy: adopted?.adoptedBy ?? null,
    }
  },

  'model.propose': ({ database }) => proposeModel(database),

  'model.adopt': ({ database, ledger, author, now }, { name }) => {
    const model = proposeModel(database, name)
    ledger.change(
      { key: 'model.adopt', values: { version: model.version, name: model.name } },
      ['model', 'account', 'portfolio'],
      (writer) => recordModel(writer, model, { author, now: now() }),
    )
    return model
  },
} satisfies EngineHandlers<'model'>
