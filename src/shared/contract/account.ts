import { z } from 'zod'
import { day, instant, monthIndex } from '../domain/calendar.ts'
import { fieldKey, fieldValue } from '../domain/custom-field.ts'
import { id } from '../domain/id.ts'
import { amount, currencyCode } from '../domain/money.ts'
import { judgement, operatingState, partyRole } from '../domain/party.ts'
import { rfm, rfmSegment } from '../domain/rfm.ts'
import { criterionKey } from '../domain/scoring-model.ts'
import { abcClass, pyramidLevel, valueClass } from '../domain/value-class.ts'
import { accountContributions, CONTRIBUTION_REFERENCES, scoreWaterfall } from './account-score.ts'
import { command, query } from './define.ts'
import { fieldFilter } from './field-filter.ts'

const percent = z.number()
const text = (length: number) => z.string().trim().max(length)

/** One account with its standing at the workspace's as-of date. Unknown figures are null, never zero. */
export const accountRow = z.strictObject({
  id,
  number: z.string(),
  name: z.string(),
  country: z.string().nullable(),
  city: z.string().nullable(),
  industry: z.string().nullable(),
  accountManager: z.string().nullable(),
  /** The class of an override in force, else the computed one. */
  valueClass: valueClass.nullable(),
  computedValueClass: valueClass.nullable(),
  isOverridden: z.boolean(),
  /** Class one quarter earlier under the model then in force; null when it had none. */
  previousValueClass: valueClass.nullable(),
  isProvisional: z.boolean(),
  isNew: z.boolean(),
  scorePercent: percent.nullable(),
  coveragePercent: percent,
  abc: abcClass.nullable(),
  pyramid: pyramidLevel.nullable(),
  rfm: rfm.nullable(),
  rfmSegment: rfmSegment.nullable(),
  recencyDays: z.int().nullable(),
  orderCount: z.int(),
  grossSales: amount,
  returns: amount,
  netSales: amount,
  priorNetSales: amount,
  growthPercent: percent.nullable(),
  marginPercent: percent.nullable(),
  /** Net sales of the last twelve months of the window, oldest first. */
  monthlySales: z.array(amount),
  /** Values of the custom fields asked for, by the field's id; an unknown one is left out. */
  fieldValues: z.record(id, fieldValue),
})
export type AccountRow = z.infer<typeof accountRow>

export const ACCOUNT_SORT_FIELDS = [
  'name',
  'number',
  'country',
  'city',
  'industry',
  'accountManager',
  'valueClass',
  'scorePercent',
  'abc',
  'pyramid',
  'rfmSegment',
  'recencyDays',
  'orderCount',
  'grossSales',
  'returns',
  'netSales',
  'growthPercent',
  'marginPercent',
] as const
export const accountSortField = z.enum(ACCOUNT_SORT_FIELDS)
export type AccountSortField = z.infer<typeof accountSortField>

export const accountFilter = z.strictObject({
  /** Name, number or pinyin. */
  text: z.string().max(200).optional(),
  valueClasses: z.array(valueClass).optional(),
  abc: z.array(abcClass).optional(),
  pyramid: z.array(pyramidLevel).optional(),
  rfmSegments: z.array(rfmSegment).optional(),
  /** Only accounts that moved up or down since the quarter before. */
  movement: z.enum(['up', 'down']).optional(),
  accountManagers: z.array(z.string()).optional(),
  countries: z.array(z.string()).optional(),
  industries: z.array(z.string()).optional(),
  minimumNetSales: amount.optional(),
  maximumNetSales: amount.optional(),
  trading: z.boolean().optional(),
  /** Only accounts whose class somebody set by hand, or only the others. */
  overridden: z.boolean().optional(),
  fields: z.array(fieldFilter).max(20).optional(),
})
export type AccountFilter = z.infer<typeof accountFilter>

/** By a column or by a custom field; one that is gone orders nothing. */
export const accountSort = z.strictObject({
  field: z.union([accountSortField, fieldKey]),
  descending: z.boolean(),
})
export type AccountSort = z.infer<typeof accountSort>

/** Master data of the company behind an account. */
export const companyFields = z.strictObject({
  number: text(60).min(1),
  name: text(200).min(1),
  legalName: text(200).nullable(),
  /** 统一社会信用代码, VAT or similar. */
  taxId: text(60).nullable(),
  country: text(80).nullable(),
  city: text(80).nullable(),
  address: text(400).nullable(),
  phone: text(60).nullable(),
  website: text(200).nullable(),
  industry: text(120).nullable(),
  accountManager: text(120).nullable(),
  customerSince: day.nullable(),
  /** Employees. */
  headcount: z.int().min(0).nullable(),
  /** Yearly revenue with its currency and year: only true together. */
  revenue: z.strictObject({ amount, currency: currencyCode, year: z.int() }).nullable(),
  strategy: text(2000).nullable(),
  productLines: text(2000).nullable(),
  growthBottleneck: text(2000).nullable(),
  creditStanding: text(200).nullable(),
  operatingState: operatingState.nullable(),
  notes: text(10_000).nullable(),
})
export type CompanyFields = z.infer<typeof companyFields>

const accountJudgements = z.strictObject({
  /** Influence of the customer in its market, for the value class. */
  influence: judgement.nullable(),
  /** For prospects: the industry influence and the deal potential. */
  industryInfluence: judgement.nullable(),
  dealPotential: judgement.nullable(),
})

export const accountRevision = companyFields
  .extend(accountJudgements.shape)
  .extend({ roles: z.array(partyRole).max(20) })
  .partial()
export type AccountRevision = z.infer<typeof accountRevision>

export const completenessItem = z.strictObject({
  field: z.string(),
  isKnown: z.boolean(),
  /** Percent of the meter this item is worth. */
  weight: z.number(),
})

export const accountDetail = z.strictObject({
  row: accountRow,
  company: companyFields,
  judgements: accountJudgements,
  roles: z.array(partyRole),
  completenessPercent: percent,
  /** What is missing, the most valuable question first. */
  missing: z.array(completenessItem),
  firstOrderedOn: day.nullable(),
  lastOrderedOn: day.nullable(),
  /** Median days between orders; null under three orders. */
  orderRhythmDays: z.number().nullable(),
  peopleCount: z.int(),
})
export type AccountDetail = z.infer<typeof accountDetail>

export const monthFigures = z.strictObject({
  month: monthIndex,
  gross: amount,
  returns: amount,
  net: amount,
  /** Null when no line of the month carries a cost. */
  marginPercent: percent.nullable(),
  orderCount: z.int(),
})

export const categoryFigures = z.strictObject({
  categoryId: id.nullable(),
  category: z.string().nullable(),
  net: amount,
  priorNet: amount,
  growthPercent: percent.nullable(),
  marginPercent: percent.nullable(),
  /** Net per month of the window, oldest first. */
  monthlyNet: z.array(amount),
})

export const explanationItem = z.strictObject({
  criterion: criterionKey,
  /** Currency units, percent or level; null when unknown. */
  input: z.number().nullable(),
  utility: z.number().nullable(),
  weight: z.number(),
  /** weight × utility / 100, null when unknown. */
  points: z.number().nullable(),
  anchors: z.array(z.number()),
  /** Input that alone reaches the next class; null when even full marks do not. */
  inputForNextClass: z.number().nullable(),
  /** Points that full marks would add. */
  pointsAvailable: z.number(),
  /** Weight range in percent within which the class stays. */
  stability: z.strictObject({ from: z.number(), to: z.number() }).nullable(),
  previousInput: z.number().nullable(),
  previousPoints: z.number().nullable(),
  /** Where the input comes from. */
  source: z.strictObject({
    kind: z.enum(['orders', 'invoices', 'judgement', 'field', 'model', 'none']),
    /** Order lines or invoices; 0 for the others. */
    lineCount: z.int(),
    label: z.string().nullable(),
    at: instant.nullable(),
  }),
})

export const DECIDED_BY = [
  'never-traded',
  'problem-rule',
  'diamond-score',
  'gold-score',
  'strategic-influence',
  'potential-growth',
  'potential-wallet',
  'general-rest',
  'insufficient-data',
] as const

export const accountExplanation = z.strictObject({
  asOf: day,
  modelVersion: z.int(),
  modelName: z.string(),
  /** The class of an override in force, else the computed one; everything below explains the computed one. */
  valueClass: valueClass.nullable(),
  computedValueClass: valueClass.nullable(),
  override: z
    .strictObject({ id, valueClass, reason: z.string(), author: z.string(), setOn: day, expiresOn: day })
    .nullable(),
  /** A quarter earlier, with the model then in force. */
  previousValueClass: valueClass.nullable(),
  decidedBy: z.enum(DECIDED_BY),
  problemRules: z.array(z.string()),
  scorePercent: z.number().nullable(),
  scoreRange: z.strictObject({ minimum: z.number(), maximum: z.number() }).nullable(),
  classRange: z.strictObject({ lowest: valueClass, highest: valueClass }).nullable(),
  coveragePercent: z.number(),
  isProvisional: z.boolean(),
  isNew: z.boolean(),
  /** The class above by score, with the points missing. */
  next: z.strictObject({ valueClass, threshold: z.number(), missingPoints: z.number() }).nullable(),
  previousScorePercent: z.number().nullable(),
  /** Share of seeded weight draws with the same class. */
  robustnessPercent: z.number().nullable(),
  robustnessSeed: z.int(),
  /** How often the draws gave each class, the most frequent first. */
  robustnessShares: z.array(z.strictObject({ valueClass, percent: z.number() })),
  /** Null without a score on both days. */
  waterfall: scoreWaterfall.nullable(),
  items: z.array(explanationItem),
})
export type AccountExplanation = z.infer<typeof accountExplanation>

export const orderLineRow = z.strictObject({
  orderNumber: z.string(),
  orderedOn: day,
  productCode: z.string().nullable(),
  productName: z.string().nullable(),
  category: z.string().nullable(),
  quantity: z.number().nullable(),
  unitPrice: amount.nullable(),
  amount,
  currency: currencyCode,
  /** In the workspace's currency at the budget rate. */
  baseAmount: amount,
  cost: amount.nullable(),
  discountPercent: z.number().nullable(),
  channel: z.string().nullable(),
  isReturn: z.boolean(),
  /** File it came from and when. */
  sourceFile: z.string(),
  importedAt: instant,
})
export type OrderLineRow = z.infer<typeof orderLineRow>

const page = { offset: z.int().min(0).max(10_000_000), limit: z.int().min(1).max(1000) }
const byId = z.strictObject({ id })

export const account = {
  /** A page of the grid with the totals of everything the filter matches. */
  list: query({
    input: z.strictObject({
      filter: accountFilter,
      sort: z.array(accountSort).max(3),
      /** Custom fields whose values the rows carry. */
      fieldIds: z.array(id).max(60).optional(),
      ...page,
    }),
    output: z.strictObject({
      rows: z.array(accountRow),
      total: z.int(),
      /** All accounts of the workspace, whatever the filter. */
      all: z.int(),
      netSales: amount,
    }),
  }),
  /** Ids in the order of the view, for next/previous and for acting on a selection; at most 100,000. */
  listIds: query({
    input: z.strictObject({ filter: accountFilter, sort: z.array(accountSort).max(3) }),
    output: z.array(id),
  }),
  /** Values that occur, for the filter menus. */
  listFilterValues: query({
    input: z.strictObject({}),
    output: z.strictObject({
      accountManagers: z.array(z.string()),
      countries: z.array(z.string()),
      industries: z.array(z.string()),
    }),
  }),
  get: query({ input: byId, output: accountDetail }),
  /** Months from the first order to the as-of date, and the categories of the window. */
  history: query({
    input: byId,
    output: z.strictObject({
      asOf: day.nullable(),
      windowMonths: z.int(),
      months: z.array(monthFigures),
      categories: z.array(categoryFigures),
    }),
  }),
  explain: query({ input: z.strictObject({ id, asOf: day.optional() }), output: accountExplanation }),
  /**
   * What makes the difference to the line of the next class, or to the median of all that trade. Null without a
   * score, and at the top against the next class. Errors: as for `explain`.
   */
  contributions: query({
    input: z.strictObject({ id, against: z.enum(CONTRIBUTION_REFERENCES) }),
    output: accountContributions.nullable(),
  }),
  /** The order lines behind a figure, newest first. */
  listLines: query({
    input: z.strictObject({
      id,
      from: day.optional(),
      to: day.optional(),
      categoryId: id.nullable().optional(),
      kind: z.enum(['all', 'sales', 'returns']).default('all'),
      ...page,
    }),
    output: z.strictObject({ rows: z.array(orderLineRow), total: z.int(), sum: amount }),
  }),
  /** Without a number the next free one is given. Errors: duplicate-number. */
  create: command({
    input: accountRevision.extend({ name: text(200).min(1) }),
    output: z.strictObject({ id }),
  }),
  /** The same change on one or many accounts: one entry in the history. */
  revise: command({
    input: z.strictObject({ ids: z.array(id).min(1).max(100_000), changes: accountRevision }),
    output: z.strictObject({ changed: z.int() }),
  }),
  /** Accounts with orders keep their orders; they are hidden with their sales until undone. Errors: in-use. */
  remove: command({
    input: z.strictObject({ ids: z.array(id).min(1).max(100_000) }),
    output: z.strictObject({ removed: z.int() }),
  }),
  /** Search before create: likely the same company, best first. */
  findDuplicates: query({
    input: z.strictObject({
      name: z.string().max(200),
      taxId: z.string().max(60).optional(),
      phone: z.string().max(60).optional(),
      exceptId: id.optional(),
    }),
    output: z.array(
      z.strictObject({
        id,
        number: z.string(),
        name: z.string(),
        city: z.string().nullable(),
        reasons: z.array(z.enum(['same-name', 'similar-name', 'same-pinyin', 'same-tax-id', 'same-phone'])),
        likeness: z.number().min(0).max(1),
      }),
    ),
  }),
}
