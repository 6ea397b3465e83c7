import type { Day } from '#shared/domain/calendar.ts'
import {
  type AbcClass,
  abcClass,
  OPPORTUNITY_CLASSES,
  type PyramidLevel,
  pyramidLevel,
  type ValueClass,
  valueClass,
} from '#shared/domain/value-class.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { classifyAt, earlierClasses } from '../standing/classify-at.ts'
import { findModelInForce } from '../standing/model-in-force.ts'
import { findStandingBasis } from '../standing/standing-repository.ts'

/** What the overview adds up, of one account. */
export interface OverviewAccount {
  accountKey: number
  valueClass: ValueClass | null
  previousValueClass: ValueClass | null
  abc: AbcClass | null
  pyramid: PyramidLevel | null
  /** Never traded up to the as-of date. */
  isProspect: boolean
  orderCount: number
  gross: number
  returns: number
  net: number
  priorNet: number
  growthPercent: number | null
}

/** All accounts at the date: the kept standings where they are of that date, else classified anew. */
export function readOverviewAccounts(database: ReadDatabase, asOf: Day): OverviewAccount[] {
  const basis = findStandingBasis(database)
  const adopted = findModelInForce(database, asOf)
  const isKept = basis?.asOf === asOf && basis.modelId === (adopted?.id ?? null)
  if (isKept) return readKept(database)

  const previousClasses = earlierClasses(database, asOf)
  return classifyAt(database, asOf, adopted).accounts.map((account) => ({
    ...account,
    previousValueClass: previousClasses.get(account.accountKey) ?? null,
    isProspect: isProspect(account.valueClass, account.recencyDays !== null),
  }))
}

type KeptCells = [
  number,
  string | null,
  string | null,
  string | null,
  string | null,
  0 | 1,
  number,
  number,
  number,
  number,
  number,
  number | null,
]

function readKept({ sqlite }: ReadDatabase): OverviewAccount[] {
  const asValueClass = closedList(valueClass.options)
  const asAbc = closedList(abcClass.options)
  const asLevel = closedList(pyramidLevel.options)
  return sqlite
    .prepare<[], KeptCells>(
      `SELECT account_key, value_class, previous_value_class, abc, pyramid, recency_days IS NOT NULL,
         order_count, gross, returns, net, prior_net, growth
       FROM account_standing`,
    )
    .raw()
    .all()
    .map((cells) => ({
      accountKey: cells[0],
      valueClass: asValueClass(cells[1]),
      previousValueClass: asValueClass(cells[2]),
      abc: asAbc(cells[3]),
      pyramid: asLevel(cells[4]),
      isProspect: isProspect(asValueClass(cells[1]), cells[5] === 1),
      orderCount: cells[6],
      gross: cells[7],
      returns: cells[8],
      net: cells[9],
      priorNet: cells[10],
      growthPercent: cells[11],
    }))
}

/** The class knows; without a model a sale tells. */
function isProspect(value: ValueClass | null, hasSale: boolean): boolean {
  return value === null ? !hasSale : OPPORTUNITY_CLASSES.some((opportunity) => opportunity === value)
}

/** Reads a stored value of a closed list; anything else is null. */
function closedList<Value extends string>(values: readonly Value[]): (text: string | null) => Value | null {
  const byText = new Map<string | null, Value>(values.map((value) => [value, value]))
  return (text) => byText.get(text) ?? null
}
