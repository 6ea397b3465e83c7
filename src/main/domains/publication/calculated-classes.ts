import { type Day, lastDayOfMonth, type MonthIndex } from '#shared/domain/calendar.ts'
import type { ScoringModel } from '#shared/domain/scoring-model.ts'
import type { ValueClass } from '#shared/domain/value-class.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import type { DecidedBy } from '../../scoring/class-rules.ts'
import { type AccountAt, classifyAt } from '../standing/classify-at.ts'
import { findModelInForce } from '../standing/model-in-force.ts'
import { whileUnchanged } from '../standing/while-unchanged.ts'

/** What the model in force at a month's end says of an account; overrides play no part in it. */
export interface CalculatedClass {
  valueClass: ValueClass
  /** 0 to 100; null with too little coverage. */
  score: number | null
  decidedBy: DecidedBy
  isNew: boolean
}

export interface CalculatedMonth {
  asOf: Day
  /** Null before any model: then nobody has a class. */
  model: ScoringModel | null
  byAccount: ReadonlyMap<number, CalculatedClass>
}

/** A month of ten thousand accounts takes about a megabyte. */
const remember = whileUnchanged<CalculatedMonth>(30)

/** Every account's class from facts up to the month's end, with the model then in force. */
export function calculateMonth(database: ReadDatabase, month: MonthIndex): CalculatedMonth {
  return remember(database, String(month), () => calculateAnew(database, month))
}

/** The same without remembering it. */
export function calculateAnew(database: ReadDatabase, month: MonthIndex): CalculatedMonth {
  const asOf = lastDayOfMonth(month)
  const adopted = findModelInForce(database, asOf)
  const accounts = adopted ? classifyAt(database, asOf, adopted).accounts : []
  return {
    asOf,
    model: adopted?.model ?? null,
    byAccount: new Map(accounts.flatMap((account) => calculatedOf(account))),
  }
}

function calculatedOf(account: AccountAt): [number, CalculatedClass][] {
  const { accountKey, computedValueClass, score, decidedBy, isNew } = account
  return computedValueClass === null
    ? []
    : [[accountKey, { valueClass: computedValueClass, score, decidedBy, isNew }]]
}
