import { MainstayError } from '#shared/contract/call-result.ts'
import type { Language } from '#shared/contract/workspace.ts'
import { type CriterionKey, isFieldCriterion, type ScoringModel } from '#shared/domain/scoring-model.ts'
import { VALUE_CLASSES, type ValueClass } from '#shared/domain/value-class.ts'
import type { JobControl } from '../../application/ports.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { type Sheet, type SheetCell, sheetName } from '../../interchange/write-xlsx.ts'
import { type AccountInputs, criterionInput, currentLevel } from '../../scoring/account-inputs.ts'
import { DEFAULT_ANCHORS } from '../../scoring/anchors.ts'
import { strategicGaps } from '../../scoring/class-rules.ts'
import { utilityOf } from '../../scoring/utility.ts'
import { classifyAccount, scoreAccount } from '../../scoring/value-classification.ts'
import { namesOfAccounts } from '../model/account-names.ts'
import { listCriterionChoices } from '../model/criterion-choices.ts'
import { openFor, type WhatIfPortfolio } from '../model/what-if-portfolio.ts'
import { findModelInForce } from '../standing/model-in-force.ts'
import {
  type AccountColumns,
  classFormula,
  coverageFormula,
  MODEL_NUMBERS,
  type ModelPlaces,
  scoreFormula,
  scoreMinFormula,
  utilityFormula,
} from './score-formulas.ts'
import { type SheetTexts, sheetTexts } from './sheet-texts.ts'

const STEP = 500
const VALUE_COLUMN = 2
const FIRST_ANCHOR_COLUMN = 3
const CRITERIA_FIRST_ROW = 4
const SCORE_FORMAT = '0.00'

/** Columns before the inputs: id, number, name, traded. */
const LEADING = 4

interface Names {
  criterion: (key: CriterionKey) => string
  valueClass: Readonly<Record<ValueClass, string>>
}

/**
 * The value model as a workbook: the model's numbers, every account's figures, and points, score and class as formulas
 * over them, each with the value it has here. What rests on rows behind the figures (ABC class, hard rules, a signed
 * judgement, an open wallet) is a value. Errors: no-data without a model or orders, cancelled.
 */
export async function buildScoreSheet(
  database: ReadDatabase,
  language: Language,
  control: JobControl,
): Promise<{ fileName: string; sheets: Sheet[] }> {
  const model = findModelInForce(database)?.model
  if (!model) throw new MainstayError('no-data', 'A score sheet needs a model.')
  const texts = sheetTexts(language)
  const portfolio = openFor(database, model)
  const names = namesFor(database, model, texts)
  const modelSheet = describeModel(model, names, texts)
  const accounts = await describeAccounts(
    database,
    model,
    portfolio,
    modelSheet.places,
    names,
    texts,
    control,
  )
  const readMe: Sheet = {
    name: sheetName(texts('readMe.sheet')),
    columns: [{ width: 110 }],
    rows: [
      [texts('readMe.title', { version: model.version, name: model.name })],
      [texts('readMe.asOf', { day: portfolio.asOf, months: model.windowMonths, currency: model.currency })],
      [texts('readMe.formulas')],
      [texts('readMe.values')],
      [texts('readMe.unknown')],
      [texts('readMe.compare')],
    ],
    boldRows: [0],
  }
  return {
    fileName: `${texts('fileName', { day: portfolio.asOf })}.xlsx`,
    sheets: [readMe, modelSheet.sheet, accounts],
  }
}

function namesFor(database: ReadDatabase, model: ScoringModel, texts: SheetTexts): Names {
  const fields = new Map(listCriterionChoices(database).map(({ key, name }) => [key, name]))
  const own = (name: (typeof VALUE_CLASSES)[number]) =>
    model.classes[name].name ?? texts(`common:valueClass.${name}`)
  return {
    criterion: (key) =>
      isFieldCriterion(key)
        ? (fields.get(key) ?? texts('common:criterion.removedField'))
        : texts(`common:criterion.${key}`),
    valueClass: {
      diamond: own('diamond'),
      gold: own('gold'),
      strategic: own('strategic'),
      potential: own('potential'),
      general: own('general'),
      problem: own('problem'),
      'key-opportunity': texts('common:valueClass.key-opportunity'),
      'general-opportunity': texts('common:valueClass.general-opportunity'),
    },
  }
}

function describeModel(
  model: ScoringModel,
  names: Names,
  texts: SheetTexts,
): { sheet: Sheet; places: ModelPlaces } {
  const name = sheetName(texts('model.sheet'))
  const header = [
    '',
    texts('model.criterion'),
    texts('model.weight'),
    ...[0, 20, 40, 60, 80, 100].map((points) => texts('model.points', { points })),
  ]
  const rows: SheetCell[][] = [
    ['', texts('model.title', { version: model.version, name: model.name })],
    ['', texts('model.note')],
    [],
    header,
    ...model.criteria.map(({ key, weight, anchors }) => [key, names.criterion(key), weight, ...anchors]),
    [],
  ]
  const numbersFrom = rows.length
  const values = {
    ...model.thresholds,
    minimumCoverage: model.minimumCoverage,
    strategicBeforeGold: model.strategicBeforeGold ? 1 : 0,
  }
  for (const number of MODEL_NUMBERS) rows.push([number, texts(`model.numbers.${number}`), values[number]])
  rows.push([])
  const classesFrom = rows.length
  for (const valueClass of VALUE_CLASSES) {
    rows.push([
      valueClass,
      texts('model.isUsed', { name: names.valueClass[valueClass] }),
      model.classes[valueClass].isUsed ? 1 : 0,
    ])
  }
  const rowsOf = <Key extends string>(keys: readonly Key[], from: number) =>
    Object.fromEntries(keys.map((key, at) => [key, from + at])) as Record<Key, number>
  return {
    sheet: {
      name,
      columns: [
        { width: 14, isHidden: true },
        { width: 34 },
        { width: 12 },
        ...Array.from({ length: 6 }, () => ({ width: 14 })),
      ],
      rows,
      boldRows: [0, CRITERIA_FIRST_ROW - 1],
    },
    places: {
      sheet: name,
      valueColumn: VALUE_COLUMN,
      criteria: model.criteria.map((_, at) => ({
        row: CRITERIA_FIRST_ROW + at,
        weightColumn: VALUE_COLUMN,
        firstAnchorColumn: FIRST_ANCHOR_COLUMN,
      })),
      rows: rowsOf(MODEL_NUMBERS, numbersFrom),
      classRows: rowsOf(VALUE_CLASSES, classesFrom),
    },
  }
}

async function describeAccounts(
  database: ReadDatabase,
  model: ScoringModel,
  { accountKeys, inputs, context, asOf }: WhatIfPortfolio,
  places: ModelPlaces,
  names: Names,
  texts: SheetTexts,
  { checkpoint }: JobControl,
): Promise<Sheet> {
  const count = model.criteria.length
  const columns = columnsFor(count)
  const criterionAt = {
    growth: model.criteria.findIndex(({ key }) => key === 'growth'),
    influence: model.criteria.findIndex(({ key }) => key === 'influence'),
  }
  const nameOf = namesOfAccounts(database, accountKeys)
  const rows: SheetCell[][] = [
    [
      texts('accounts.id'),
      texts('accounts.number'),
      texts('accounts.name'),
      texts('accounts.hasTraded'),
      ...model.criteria.map(({ key }) => names.criterion(key)),
      ...model.criteria.map(({ key }) => texts('accounts.pointsOf', { name: names.criterion(key) })),
      texts('accounts.industryInfluence'),
      texts('accounts.dealPotential'),
      texts('accounts.coverage'),
      texts('accounts.score'),
      texts('accounts.scoreMin'),
      texts('accounts.abc'),
      texts('accounts.problemRules'),
      texts('accounts.isSigned'),
      texts('accounts.hasOpenWallet'),
      texts('accounts.valueClass'),
      texts('accounts.scoreHere'),
      texts('accounts.classHere'),
    ],
  ]
  for (const [place, account] of inputs.entries()) {
    if (place % STEP === 0) await checkpoint({ done: place, total: inputs.length, rows: place })
    const row = rows.length
    const { id, number, name } = nameOf(accountKeys[place] ?? 0)
    const result = classifyAccount(account, model, context)
    const { facts } = scoreAccount(account, model, context)
    const className = names.valueClass[result.valueClass]
    const level = (one: number | null | undefined) =>
      account.hasTradedEver || typeof one !== 'number' ? null : utilityOf(one, DEFAULT_ANCHORS.influence)
    rows.push([
      id,
      number,
      name,
      account.hasTradedEver ? 1 : 0,
      ...model.criteria.map(({ key }) => (account.hasTradedEver ? criterionInput(key, account, asOf) : null)),
      ...model.criteria.map(({ key }, at) => ({
        formula: utilityFormula(row, columns.firstInput + at, places, at),
        value: result.utilities[key] ?? '',
      })),
      level(account.prospect?.industryInfluence),
      level(account.prospect?.dealPotential),
      { formula: coverageFormula(row, columns, places), value: result.coverage },
      { formula: scoreFormula(row, columns, places), value: result.score ?? '' },
      { formula: scoreMinFormula(row, columns, places), value: result.scoreMin },
      account.abc,
      facts.problemRules.length,
      isSigned(account, model, context, criterionAt.influence >= 0) ? 1 : 0,
      facts.hasOpenWallet ? 1 : 0,
      { formula: classFormula(row, columns, places, names.valueClass, criterionAt), value: className },
      result.score,
      className,
    ])
  }
  const wide = (length: number, numberFormat?: string) =>
    Array.from({ length }, () => ({ width: 12, ...(numberFormat ? { numberFormat } : {}) }))
  return {
    name: sheetName(texts('accounts.sheet')),
    columns: [
      { width: 12, isHidden: true },
      { width: 12 },
      { width: 32 },
      { width: 8 },
      ...wide(count, '#,##0.0###'),
      ...wide(count, SCORE_FORMAT),
      ...wide(2),
      { width: 10, numberFormat: '0%' },
      ...wide(2, SCORE_FORMAT),
      ...wide(4),
      { width: 12 },
      { width: 12, numberFormat: SCORE_FORMAT },
      { width: 12 },
    ],
    rows,
    frozenRows: 1,
    boldRows: [0],
  }
}

/**
 * Whether a judgement of influence is signed, reasoned and unexpired; where influence is no criterion, so that no
 * points stand beside it, also high enough.
 */
function isSigned(
  { influence }: AccountInputs,
  model: ScoringModel,
  context: WhatIfPortfolio['context'],
  isCriterion: boolean,
): boolean {
  if (!influence || currentLevel(influence, context.asOf) === null) return false
  return strategicGaps(influence, model, context).every((gap) => isCriterion && gap === 'influence')
}

function columnsFor(count: number): AccountColumns {
  const afterPoints = LEADING + 2 * count
  const [
    industryInfluence = 0,
    dealPotential = 0,
    coverage = 0,
    score = 0,
    scoreMin = 0,
    abc = 0,
    problemRules = 0,
    isSignedAt = 0,
    hasOpenWallet = 0,
  ] = Array.from({ length: 9 }, (_, at) => afterPoints + at)
  return {
    hasTraded: LEADING - 1,
    firstInput: LEADING,
    firstUtility: LEADING + count,
    industryInfluence,
    dealPotential,
    coverage,
    score,
    scoreMin,
    abc,
    problemRules,
    isSigned: isSignedAt,
    hasOpenWallet,
  }
}
