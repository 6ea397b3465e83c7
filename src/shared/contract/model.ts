import { z } from 'zod'
import { day, instant } from '../domain/calendar.ts'
import { id } from '../domain/id.ts'
import { amount } from '../domain/money.ts'
import {
  classSettings,
  comparisonMatrix,
  criterionFigure,
  criterionKey,
  criterionUnit,
  modelDraft,
  modelProblemCode,
  PROBLEM_RULES,
  scoringModel,
} from '../domain/scoring-model.ts'
import { valueClass } from '../domain/value-class.ts'
import { command, query } from './define.ts'

export const criterionStatus = z.strictObject({
  key: criterionKey,
  isActive: z.boolean(),
  /** Accounts whose input is known. */
  knownCount: z.int(),
  /** What to bring in to activate it. */
  needs: z
    .enum(['orders', 'cost', 'two-years', 'invoices', 'judgements', 'credit', 'wallet', 'lifetime', 'field'])
    .nullable(),
  /** Inputs of all accounts in 20 equal bins between the first and last anchor, ends included. */
  histogram: z.array(z.int()),
  percentiles: z.array(z.number()).length(5).nullable(),
})

/** Rules that rest on figures of other parts: the hard ones, and the open wallet that makes Potential. */
export const RULES_WITH_FIGURES = [...PROBLEM_RULES, 'potential-wallet'] as const
export const ruleStatus = z.strictObject({
  rule: z.enum(RULES_WITH_FIGURES),
  /** Accounts that traded and have the figure it tests. */
  knownCount: z.int(),
})

/** A criterion that a model may hold. */
export const criterionChoice = z.strictObject({
  key: criterionKey,
  /** The field's name; null for built-in ones, which screens name in their language. */
  name: z.string().nullable(),
  unit: criterionUnit,
  /** What the field's numbers count, such as 台; null for built-in ones. */
  unitLabel: z.string().nullable(),
})

/** What is wrong with a model: a code among the errors, and the criterion it is about. */
export const modelProblem = z.strictObject({
  code: modelProblemCode,
  criterion: criterionKey.nullable(),
  /** Numbers that the text of the code names, such as the sum of the weights. */
  values: z.record(z.string(), z.number()),
})
export type ModelProblem = z.infer<typeof modelProblem>

export const modelVersion = z.strictObject({
  version: z.int(),
  name: z.string(),
  note: z.string(),
  effectiveOn: day.nullable(),
  adoptedAt: instant.nullable(),
  adoptedBy: z.string().nullable(),
  isInForce: z.boolean(),
  /** False for one that was written by a newer Mainstay: it is listed and not used. */
  isReadable: z.boolean(),
})

/** Other figures for one account: a criterion left out keeps its own, null makes it unknown. */
export const figureChange = z.strictObject({
  accountId: id,
  figures: z.partialRecord(criterionKey, criterionFigure.nullable()),
})
export type FigureChange = z.infer<typeof figureChange>
const figureChanges = z.array(figureChange).max(1000)

export const scenarioContent = z.strictObject({ model: modelDraft, changes: figureChanges })

/** Which model: a version, a saved scenario with its changed figures, or a draft. */
export const modelReference = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('version'), version: z.int().positive() }),
  z.strictObject({ kind: z.literal('scenario'), id }),
  z.strictObject({ kind: z.literal('draft'), model: modelDraft, changes: figureChanges.optional() }),
])
export type ModelReference = z.input<typeof modelReference>

const sum = z.strictObject({ count: z.int(), netSales: amount })

/** Equal bins that scores are counted in, 0 to 100; the last one holds 100 too. */
export const SCORE_BINS = 20

export const scoreBin = z.strictObject({
  before: z.int(),
  after: z.int(),
  /** Those of `after` that are in another class than before. */
  moved: z.int(),
})
export type ScoreBin = z.infer<typeof scoreBin>

export const classMove = z.strictObject({
  id,
  number: z.string(),
  name: z.string(),
  from: valueClass,
  to: valueClass,
  isUp: z.boolean(),
  scoreBefore: z.number().nullable(),
  scoreAfter: z.number().nullable(),
  netSales: amount,
})

/** Two models over the same accounts at one date: who would be in another class. */
export const modelComparison = z.strictObject({
  asOf: day,
  accountCount: z.int(),
  movedCount: z.int(),
  upCount: z.int(),
  downCount: z.int(),
  /** Net sales of the accounts that move. */
  movedNetSales: amount,
  /** The six classes from the best on, then the two of prospects. */
  classes: z.array(z.strictObject({ valueClass, before: sum, after: sum })),
  /** From class to class; only cells with accounts. */
  matrix: z.array(z.strictObject({ from: valueClass, to: valueClass, count: z.int() })),
  /** Largest net sales first, at most `limit`. */
  moves: z.array(classMove),
  /** Mean of the accounts that traded and have a score; null where none has. */
  meanScoreBefore: z.number().nullable(),
  meanScoreAfter: z.number().nullable(),
  /** Accounts that traded and have a score, by their score; a prospect's score is of another kind. */
  scoreBins: z.array(scoreBin).length(SCORE_BINS),
})
export type ModelComparison = z.infer<typeof modelComparison>

const limit = z.int().min(0).max(10_000).default(200)

export const savedScenario = z.strictObject({
  id,
  name: z.string(),
  createdAt: instant,
  createdBy: z.string(),
  /** Null where a newer Mainstay wrote it. */
  content: scenarioContent.nullable(),
})

/**
 * The versioned value model. A model in force never changes: saving makes the next version, and each
 * version holds from its day on until a higher one does.
 */
export const model = {
  /** The model in force with each criterion's data, or null before the first orders. */
  current: query({
    input: z.strictObject({}),
    output: z.strictObject({
      model: scoringModel.nullable(),
      criteria: z.array(criterionStatus),
      rules: z.array(ruleStatus),
      adoptedAt: instant.nullable(),
      adoptedBy: z.string().nullable(),
      /** What has become wrong with it since, such as a field that was removed. */
      problems: z.array(modelProblem),
    }),
  }),
  /** A starter model from the firm's own figures: rounded percentiles as anchors. Errors: no-data. */
  propose: query({ input: z.strictObject({}), output: scoringModel }),
  /** Freezes the proposal as the next version. Errors: no-data. */
  adopt: command({
    input: z.strictObject({ name: z.string().trim().min(1).max(120).optional() }),
    output: scoringModel,
  }),
  /** Names of the classes as the model in force has them; cheap, for every screen that shows a class. */
  listClasses: query({ input: z.strictObject({}), output: classSettings }),
  /** Criteria a model may hold: built-in ones, other models' results, number and money fields. */
  listCriteria: query({ input: z.strictObject({}), output: z.array(criterionChoice) }),
  /**
   * Distribution of one criterion behind its anchors, and anchors proposed from it: the accounts that
   * traded, at the as-of date, over the window. Errors: not-found for a field that is not there.
   */
  describeCriterion: query({
    input: z.strictObject({ key: criterionKey, windowMonths: z.int().min(1).max(60).optional() }),
    output: z.strictObject({
      knownCount: z.int(),
      accountCount: z.int(),
      minimum: z.number().nullable(),
      maximum: z.number().nullable(),
      /** 10th, 30th, 50th, 70th and 90th. */
      percentiles: z.array(z.number()).length(5).nullable(),
      /** Known inputs in ascending order, at most 200 of them evenly picked. */
      sample: z.array(z.number()),
      proposedAnchors: z.array(z.number()).length(6),
    }),
  }),
  /** Every version, the highest first. */
  list: query({ input: z.strictObject({}), output: z.array(modelVersion) }),
  /** Errors: not-found; model-newer for one that a newer Mainstay wrote. */
  get: query({ input: z.strictObject({ version: z.int().positive() }), output: scoringModel }),
  /** Everything that is wrong with a draft; empty when it may be saved. */
  validate: query({
    input: z.strictObject({ model: modelDraft }),
    output: z.strictObject({ problems: z.array(modelProblem) }),
  }),
  /** Freezes a draft as the next version, in force from its day on. Errors: the codes of `validate`. */
  save: command({ input: z.strictObject({ model: modelDraft }), output: scoringModel }),
  /**
   * What-if: a draft against the model in force (or the version `against`), with other figures for single
   * accounts. Answers drafts that could not be saved yet too, and names what is wrong.
   * Errors: no-data without orders; not-found for an unknown version or account.
   */
  preview: query({
    input: z.strictObject({
      model: modelDraft,
      changes: figureChanges.default([]),
      against: z.int().positive().optional(),
      limit,
    }),
    output: modelComparison.extend({ problems: z.array(modelProblem) }),
  }),
  /** Two models side by side over today's figures. Errors: no-data; not-found; model-newer. */
  compare: query({
    input: z.strictObject({ before: modelReference, after: modelReference, limit }),
    output: modelComparison.extend({ beforeModel: modelDraft, afterModel: modelDraft }),
  }),
  /** Figures of one account as the what-if desk starts from: one per criterion of the draft. Errors: not-found. */
  figures: query({
    input: z.strictObject({ accountId: id, model: modelDraft }),
    output: z.array(
      z.strictObject({
        key: criterionKey,
        input: z.number().nullable(),
        utility: z.number().nullable(),
      }),
    ),
  }),
  listScenarios: query({ input: z.strictObject({}), output: z.array(savedScenario) }),
  /** A new scenario, or with an id that one anew. Errors: not-found. */
  saveScenario: command({
    input: scenarioContent.extend({ id: id.optional(), name: z.string().trim().min(1).max(120) }),
    output: z.strictObject({ id }),
  }),
  /** Errors: not-found. */
  removeScenario: command({ input: z.strictObject({ id }), output: z.null() }),
  /**
   * Weights from pairwise comparisons (AHP). Errors: invalid-input (details name the fault) for a matrix
   * that is empty, not square, not reciprocal, or leaves criteria without any comparison.
   */
  weighByComparison: query({
    input: z.strictObject({ matrix: comparisonMatrix }),
    output: z.strictObject({
      /** Percent, adding up to 100, one decimal. */
      weights: z.array(z.number()),
      lambdaMax: z.number(),
      /** Null above ten criteria, for which no limit is published. */
      consistencyRatio: z.number().nullable(),
      /** Ratio at most .10, or none: beyond it the model wants a reason. */
      isConsistent: z.boolean(),
    }),
  }),
  /** For experts: how much each criterion tells accounts apart (entropy weights). Never the weights. */
  discriminate: query({
    input: z.strictObject({ model: modelDraft.optional() }),
    output: z.strictObject({
      /** Accounts that traded and have every criterion. */
      accountCount: z.int(),
      criteria: z.array(z.strictObject({ key: criterionKey, powerPercent: z.number().nullable() })),
    }),
  }),
  /**
   * TOPSIS beside the score, over accounts with every criterion known; those that the two rank most
   * differently first. Never the class. Errors: no-data.
   */
  secondOpinion: query({
    input: z.strictObject({ model: modelDraft.optional(), accountId: id.optional(), limit }),
    output: z.strictObject({
      accountCount: z.int(),
      /** Spearman's rank correlation of score and closeness; null under three accounts. */
      rankCorrelation: z.number().nullable(),
      accounts: z.array(
        z.strictObject({
          id,
          number: z.string(),
          name: z.string(),
          valueClass,
          score: z.number(),
          /** 0 to 1. */
          closeness: z.number(),
          rankByScore: z.int(),
          rankByCloseness: z.int(),
        }),
      ),
    }),
  }),
  /**
   * How firmly classes stand over seeded draws of the weights, for all accounts: starts a job of the kind
   * `robustness` whose result is `robustnessResult`. Errors: no-data.
   */
  startRobustness: query({
    input: z.strictObject({
      model: modelDraft.optional(),
      draws: z.int().min(10).max(10_000).default(1000),
      seed: z.int().min(0).max(4_294_967_295).optional(),
    }),
    output: z.strictObject({ jobId: id }),
  }),
  /** A version as text to keep or to send. Errors: not-found, model-newer. */
  export: query({
    input: z.strictObject({ version: z.int().positive() }),
    output: z.strictObject({ fileName: z.string(), text: z.string() }),
  }),
  /**
   * Reads such a text into a draft to look at, and then to save. Errors: file-unreadable, model-newer.
   */
  import: query({
    input: z.strictObject({ text: z.string().max(1_000_000) }),
    output: z.strictObject({ model: modelDraft, problems: z.array(modelProblem) }),
  }),
}

/** What the job `robustness` ends with. */
export const robustnessResult = z.strictObject({
  draws: z.int(),
  seed: z.int(),
  /** Accounts that have a score. */
  accountCount: z.int(),
  /** Percent of draws with the same class, averaged over those accounts. */
  meanPercent: z.number().nullable(),
  /** Accounts whose class stands in at least 90 % of the draws. */
  firmCount: z.int(),
  /** The least firm accounts first, at most 200. */
  accounts: z.array(
    z.strictObject({
      id,
      number: z.string(),
      name: z.string(),
      valueClass,
      sharePercent: z.number(),
      /** The class of most of the other draws. */
      otherClass: valueClass.nullable(),
    }),
  ),
})
export type RobustnessResult = z.infer<typeof robustnessResult>
