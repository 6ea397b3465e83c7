import type { z } from 'zod'
import { MainstayError } from '#shared/contract/call-result.ts'
import type { modelReference } from '#shared/contract/model.ts'
import { MODEL_DEFAULTS, type ModelDraft, type ScoringModel } from '#shared/domain/scoring-model.ts'
import type { EngineHandlers } from '../../application/ports.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { DEFAULT_WINDOW_MONTHS } from '../standing/classify-at.ts'
import { findModelInForce } from '../standing/model-in-force.ts'
import { checkModel, requireSound } from './check-model.ts'
import { compareModels, type ModelSide } from './compare-models.ts'
import { listCriterionChoices } from './criterion-choices.ts'
import { listCriterionStatus } from './criterion-status.ts'
import { describeCriterion, figuresOf } from './describe-criterion.ts'
import { discriminate, secondOpinion, weighByComparison } from './expert-opinions.ts'
import { readModelText, writeModelText } from './model-text.ts'
import { getModelVersion, listModelVersions, nextVersion } from './model-versions.ts'
import { proposeModel } from './propose-model.ts'
import { drawRobustness } from './robustness-job.ts'
import { listRuleStatus } from './rule-status.ts'
import { getScenario, listScenarios, removeScenario, saveScenario } from './scenarios.ts'
import { recordModel } from './starter-model-adoption.ts'
import { openFor } from './what-if-portfolio.ts'

const FIGURES = ['model', 'account', 'portfolio'] as const

export const modelHandlers = {
  'model.current': ({ database }) => {
    const adopted = findModelInForce(database)
    return {
      model: adopted?.model ?? null,
      criteria: listCriterionStatus(database, adopted?.model ?? null),
      rules: listRuleStatus(database, adopted?.model.windowMonths),
      adoptedAt: adopted?.adoptedAt ?? null,
      adoptedBy: adopted?.adoptedBy ?? null,
      problems: adopted ? checkModel(database, adopted.model) : [],
    }
  },

  'model.propose': ({ database }) => proposeModel(database),

  'model.adopt': ({ database, ledger, author, now }, { name }) => {
    const model = proposeModel(database, name)
    ledger.change(
      { key: 'model.adopt', values: { version: model.version, name: model.name } },
      FIGURES,
      (writer) => recordModel(writer, model, { author, now: now() }),
    )
    return model
  },

  'model.listClasses': ({ database }) => findModelInForce(database)?.model.classes ?? MODEL_DEFAULTS.classes,

  'model.listCriteria': ({ database }) => listCriterionChoices(database),

  'model.describeCriterion': ({ database }, { key, windowMonths }) =>
    describeCriterion(
      database,
      key,
      windowMonths ?? findModelInForce(database)?.model.windowMonths ?? DEFAULT_WINDOW_MONTHS,
    ),

  'model.list': ({ database }) => listModelVersions(database),

  'model.get': ({ database }, { version }) => getModelVersion(database, version),

  'model.validate': ({ database }, { model }) => ({ problems: checkModel(database, model) }),

  'model.save': ({ database, ledger, author, now }, { model: draft }) => {
    requireSound(database, draft)
    const model: ScoringModel = { ...draft, version: nextVersion(database) }
    ledger.change(
      { key: 'model.save', values: { version: model.version, name: model.name } },
      FIGURES,
      (writer) => recordModel(writer, model, { author, now: now() }),
    )
    return model
  },

  'model.preview': ({ database }, { model, changes, against, limit }) => {
    const before = against === undefined ? requireInForce(database) : getModelVersion(database, against)
    return {
      ...compareModels(database, { model: before, changes: [] }, { model, changes }, limit),
      problems: checkModel(database, model),
    }
  },

  'model.compare': ({ database }, { before: one, after: other, limit }) => {
    const before = resolve(database, one)
    const after = resolve(database, other)
    return {
      ...compareModels(database, before, after, limit),
      beforeModel: withoutVersion(before.model),
      afterModel: withoutVersion(after.model),
    }
  },

  'model.figures': ({ database }, { accountId, model }) => figuresOf(database, accountId, model),

  'model.listScenarios': ({ database }) => listScenarios(database),

  'model.saveScenario': (context, scenario) => ({ id: saveScenario(context, scenario) }),

  'model.removeScenario': (context, { id }) => {
    removeScenario(context, id)
    return null
  },

  'model.weighByComparison': (_context, { matrix }) => weighByComparison(matrix),

  'model.discriminate': ({ database }, { model }) =>
    discriminate(database, model ?? requireInForce(database)),

  'model.secondOpinion': ({ database }, { model, accountId, limit }) =>
    secondOpinion(database, model ?? requireInForce(database), { accountId, limit }),

  'model.startRobustness': ({ database, startJob }, { model, draws, seed }) => {
    const draft = model ?? requireInForce(database)
    const portfolio = openFor(database, draft)
    const options = { draws, seed: seed ?? Number(portfolio.asOf.replaceAll('-', '')) }
    return {
      jobId: startJob('robustness', (control) =>
        drawRobustness(database, portfolio, draft, options, control),
      ),
    }
  },

  'model.export': ({ database }, { version }) => ({
    fileName: `model-v${version}.json`,
    text: writeModelText(getModelVersion(database, version)),
  }),

  'model.import': ({ database }, { text }) => {
    const model = readModelText(text)
    return { model, problems: checkModel(database, model) }
  },
} satisfies EngineHandlers<'model'>

/** Errors: no-data before the first model. */
function requireInForce(database: ReadDatabase): ScoringModel {
  const adopted = findModelInForce(database)
  if (!adopted) throw new MainstayError('no-data', 'There is no model yet: it comes with the first orders.')
  return adopted.model
}

function resolve(database: ReadDatabase, reference: z.output<typeof modelReference>): ModelSide {
  switch (reference.kind) {
    case 'version':
      return { model: getModelVersion(database, reference.version), changes: [] }
    case 'scenario':
      return getScenario(database, reference.id)
    case 'draft':
      return { model: reference.model, changes: reference.changes ?? [] }
  }
}

function withoutVersion(model: ModelDraft | ScoringModel): ModelDraft {
  if (!('version' in model)) return model
  const { version: _, ...draft } = model
  return draft
}
