import type { RankedClass } from '#shared/domain/scoring-model.ts'
import { absoluteReference, quoted, rowReference } from '../../interchange/write-xlsx.ts'

/** Where the model's numbers stand in their sheet: 0-based rows, one column of values. */
export interface ModelPlaces {
  sheet: string
  valueColumn: number
  /** Weight of each criterion, its anchors in the six columns after it. */
  criteria: readonly { row: number; weightColumn: number; firstAnchorColumn: number }[]
  rows: Readonly<Record<ModelNumber, number>>
  classRows: Readonly<Record<RankedClass, number>>
}

export const MODEL_NUMBERS = [
  'diamondScore',
  'goldScore',
  'strategicInfluence',
  'potentialGrowth',
  'keyOpportunityScore',
  'minimumCoverage',
  'strategicBeforeGold',
] as const
export type ModelNumber = (typeof MODEL_NUMBERS)[number]

/** Columns of the account sheet, 0-based. */
export interface AccountColumns {
  hasTraded: number
  firstInput: number
  firstUtility: number
  industryInfluence: number
  dealPotential: number
  coverage: number
  score: number
  scoreMin: number
  abc: number
  problemRules: number
  isSigned: number
  hasOpenWallet: number
}

const ANCHORS = 6
const POINTS_PER_BAND = 20

/** Utility of an input: linear between the anchors, clamped outside; empty where the input is. */
export function utilityFormula(
  row: number,
  inputColumn: number,
  { sheet, criteria }: ModelPlaces,
  at: number,
): string {
  const place = criteria[at]
  if (!place) throw new RangeError(`There is no criterion ${at}.`)
  const input = rowReference(row, inputColumn)
  const anchor = (index: number) => absoluteReference(sheet, place.row, place.firstAnchorColumn + index)
  const anchors = `${anchor(0)}:${anchor(ANCHORS - 1).slice(anchor(0).indexOf('!') + 1)}`
  const band = `MATCH(${input},${anchors},1)`
  const low = `INDEX(${anchors},1,${band})`
  const high = `INDEX(${anchors},1,${band}+1)`
  return (
    `IF(${input}="","",IF(${input}<${anchor(0)},0,IF(${input}>=${anchor(ANCHORS - 1)},100,` +
    `${POINTS_PER_BAND}*(${band}-1+(${input}-${low})/(${high}-${low})))))`
  )
}

interface Terms {
  known: string
  total: string
  points: string
}

function terms(row: number, columns: AccountColumns, { sheet, criteria }: ModelPlaces): Terms {
  const weights = criteria.map(({ row: at, weightColumn }) => absoluteReference(sheet, at, weightColumn))
  const utilities = criteria.map((_, at) => rowReference(row, columns.firstUtility + at))
  const sum = (parts: readonly string[]) => (parts.length > 0 ? parts.join('+') : '0')
  return {
    known: sum(weights.map((weight, at) => `IF(${utilities[at]}="",0,${weight})`)),
    total: sum(weights),
    points: sum(weights.map((weight, at) => `${weight}*N(${utilities[at]})`)),
  }
}

/** A prospect is half its industry influence, half its deal potential. */
function prospectTerms(row: number, columns: AccountColumns): Terms {
  const levels = [columns.industryInfluence, columns.dealPotential].map((column) => rowReference(row, column))
  return {
    known: levels.map((level) => `IF(${level}="",0,50)`).join('+'),
    total: '100',
    points: levels.map((level) => `50*N(${level})`).join('+'),
  }
}

function byTrade(row: number, columns: AccountColumns, traded: string, prospect: string): string {
  return `IF(${rowReference(row, columns.hasTraded)}=1,${traded},${prospect})`
}

/** Part of the weight that is known, 0 to 1. */
export function coverageFormula(row: number, columns: AccountColumns, places: ModelPlaces): string {
  const share = ({ known, total }: Terms) => `IF(${total}>0,ROUND((${known})/(${total}),9),0)`
  return byTrade(row, columns, share(terms(row, columns, places)), share(prospectTerms(row, columns)))
}

/** Weighted sum over what is known; empty while too little is. */
export function scoreFormula(row: number, columns: AccountColumns, places: ModelPlaces): string {
  const coverage = rowReference(row, columns.coverage)
  const least = numberAt(places, 'minimumCoverage')
  const mean = ({ known, points }: Terms) => `ROUND((${points})/(${known}),6)`
  const score = byTrade(row, columns, mean(terms(row, columns, places)), mean(prospectTerms(row, columns)))
  return `IF(OR(${coverage}=0,${coverage}<${least}),"",${score})`
}

/** The score with all unknowns at 0 points: what the known criteria guarantee. */
export function scoreMinFormula(row: number, columns: AccountColumns, places: ModelPlaces): string {
  const least = ({ total, points }: Terms) => `IF(${total}>0,ROUND((${points})/(${total}),6),0)`
  return byTrade(row, columns, least(terms(row, columns, places)), least(prospectTerms(row, columns)))
}

/** The ordered rules; the first that matches decides. */
export function classFormula(
  row: number,
  columns: AccountColumns,
  places: ModelPlaces,
  names: Readonly<Record<RankedClass | 'key-opportunity' | 'general-opportunity', string>>,
  criterionAt: { growth: number; influence: number },
): string {
  const cell = (column: number) => rowReference(row, column)
  const score = `IF(${cell(columns.score)}="",${cell(columns.scoreMin)},${cell(columns.score)})`
  const isUsed = (name: RankedClass) =>
    `${absoluteReference(places.sheet, places.classRows[name], places.valueColumn)}=1`
  const least = (name: ModelNumber) => numberAt(places, name)
  const utility = (at: number) => cell(columns.firstUtility + at)
  const influence =
    criterionAt.influence < 0
      ? ''
      : `,${utility(criterionAt.influence)}<>"",N(${utility(criterionAt.influence)})>=${least('strategicInfluence')}`
  const isStrategic = `AND(${isUsed('strategic')},${cell(columns.isSigned)}=1${influence})`
  const isGrowing =
    criterionAt.growth < 0
      ? 'FALSE'
      : `AND(${utility(criterionAt.growth)}<>"",N(${utility(criterionAt.growth)})>=${least('potentialGrowth')})`
  const rules: [condition: string, name: RankedClass][] = [
    [`AND(${isUsed('problem')},${cell(columns.problemRules)}>0)`, 'problem'],
    [`AND(${isUsed('diamond')},${score}>=${least('diamondScore')},${cell(columns.abc)}="A")`, 'diamond'],
    [`AND(${least('strategicBeforeGold')}=1,${isStrategic})`, 'strategic'],
    [`AND(${isUsed('gold')},${score}>=${least('goldScore')})`, 'gold'],
    [isStrategic, 'strategic'],
    [`AND(${isUsed('potential')},OR(${isGrowing},${cell(columns.hasOpenWallet)}=1))`, 'potential'],
  ]
  const traded = rules.reduceRight(
    (otherwise, [condition, name]) => `IF(${condition},${quoted(names[name])},${otherwise})`,
    quoted(names.general),
  )
  const prospect = `IF(${score}>=${least('keyOpportunityScore')},${quoted(names['key-opportunity'])},${quoted(names['general-opportunity'])})`
  return byTrade(row, columns, traded, prospect)
}

function numberAt({ sheet, rows, valueColumn }: ModelPlaces, name: ModelNumber): string {
  return absoluteReference(sheet, rows[name], valueColumn)
}
