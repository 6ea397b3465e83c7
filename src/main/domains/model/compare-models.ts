import { MainstayError } from '#shared/contract/call-result.ts'
import { type FigureChange, type ModelComparison, SCORE_BINS, type ScoreBin } from '#shared/contract/model.ts'
import type { ModelDraft } from '#shared/domain/scoring-model.ts'
import { VALUE_CLASSES, type ValueClass } from '#shared/domain/value-class.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { ALL_CLASSES, type ClassedPortfolio } from '../../scoring/what-if.ts'
import { readOverriddenClasses } from '../standing/class-overrides.ts'
import { namesOfAccounts } from './account-names.ts'
import { changedInputs, openWhatIf, type WhatIfPortfolio } from './what-if-portfolio.ts'

/** A model, and the figures that are other than the real ones. */
export interface ModelSide {
  model: ModelDraft
  changes: readonly FigureChange[]
}

/**
 * Who would be in another class. An account whose class somebody set by hand keeps it under both models.
 * Where the windows differ, sales are those of the second.
 * @param limit most moves to name, those with the largest net sales
 */
export function compareModels(
  database: ReadDatabase,
  before: ModelSide,
  after: ModelSide,
  limit: number,
): ModelComparison {
  const keys = [...before.model.criteria, ...after.model.criteria].map(({ key }) => key)
  const earlier = openWhatIf(database, before.model.windowMonths, keys)
  const later = openWhatIf(database, after.model.windowMonths, keys)
  const first = classify(database, earlier, before)
  const second = classify(database, later, after)
  const overridden = readOverriddenClasses(database, later.asOf)
  const codeOfOverride = (accountKey: number) => {
    const valueClass = overridden.get(accountKey)
    return valueClass === undefined ? -1 : ALL_CLASSES.indexOf(valueClass)
  }
  const tally = createTally()
  later.accountKeys.forEach((accountKey, place) => {
    const other = earlier === later ? place : earlier.placeOf.get(accountKey)
    if (other === undefined) return
    const fixed = overridden.size > 0 ? codeOfOverride(accountKey) : -1
    tally.add({
      accountKey,
      from: fixed >= 0 ? fixed : (first.classCodes[other] ?? 0),
      to: fixed >= 0 ? fixed : (second.classCodes[place] ?? 0),
      scoreBefore: first.scores[other] ?? Number.NaN,
      scoreAfter: second.scores[place] ?? Number.NaN,
      netSales: later.netSales[place] ?? 0,
    })
  })
  return tally.finish(database, later, limit)
}

function classify(database: ReadDatabase, portfolio: WhatIfPortfolio, side: ModelSide): ClassedPortfolio {
  return portfolio.whatIf.classify(side.model, changedInputs(database, portfolio, side.changes))
}

interface Placed {
  accountKey: number
  /** Indices into ALL_CLASSES. */
  from: number
  to: number
  /** NaN without a score. */
  scoreBefore: number
  scoreAfter: number
  netSales: number
}

function createTally() {
  const size = ALL_CLASSES.length
  const cells = new Uint32Array(size * size)
  const sums = {
    before: Array.from({ length: size }, () => ({ count: 0, netSales: 0 })),
    after: Array.from({ length: size }, () => ({ count: 0, netSales: 0 })),
  }
  const means = { before: createMean(), after: createMean() }
  const scoreBins = Array.from({ length: SCORE_BINS }, (): ScoreBin => ({ before: 0, after: 0, moved: 0 }))
  const moves: Placed[] = []
  return {
    add(account: Placed): void {
      const { from, to, netSales } = account
      cells[from * size + to] = (cells[from * size + to] ?? 0) + 1
      note(sums.before[from], netSales)
      note(sums.after[to], netSales)
      if (from !== to) moves.push(account)
      if (from < VALUE_CLASSES.length) {
        means.before.add(account.scoreBefore)
        countIn(scoreBins, account.scoreBefore, 'before')
      }
      if (to < VALUE_CLASSES.length) {
        means.after.add(account.scoreAfter)
        countIn(scoreBins, account.scoreAfter, 'after')
        if (from !== to) countIn(scoreBins, account.scoreAfter, 'moved')
      }
    },

    finish(database: ReadDatabase, { asOf, accountKeys }: WhatIfPortfolio, limit: number): ModelComparison {
      const named = moves
        .toSorted((one, other) => other.netSales - one.netSales || one.accountKey - other.accountKey)
        .slice(0, limit)
      const nameOf = namesOfAccounts(
        database,
        named.map(({ accountKey }) => accountKey),
      )
      const upCount = moves.filter(({ from, to }) => to < from).length
      return {
        asOf,
        accountCount: accountKeys.length,
        movedCount: moves.length,
        upCount,
        downCount: moves.length - upCount,
        movedNetSales: moves.reduce((sum, { netSales }) => sum + netSales, 0),
        classes: ALL_CLASSES.map((valueClass, code) => ({
          valueClass,
          before: sums.before[code] ?? { count: 0, netSales: 0 },
          after: sums.after[code] ?? { count: 0, netSales: 0 },
        })),
        matrix: ALL_CLASSES.flatMap((from, row) =>
          ALL_CLASSES.flatMap((to, column) => {
            const count = cells[row * size + column] ?? 0
            return count > 0 ? [{ from, to, count }] : []
          }),
        ),
        moves: named.map(({ accountKey, from, to, scoreBefore, scoreAfter, netSales }) => ({
          ...nameOf(accountKey),
          from: classAt(from),
          to: classAt(to),
          isUp: to < from,
          scoreBefore: Number.isNaN(scoreBefore) ? null : scoreBefore,
          scoreAfter: Number.isNaN(scoreAfter) ? null : scoreAfter,
          netSales,
        })),
        meanScoreBefore: means.before.value(),
        meanScoreAfter: means.after.value(),
        scoreBins,
      }
    },
  }
}

function note(sum: { count: number; netSales: number } | undefined, netSales: number): void {
  if (!sum) return
  sum.count += 1
  sum.netSales += netSales
}

function countIn(bins: readonly ScoreBin[], score: number, as: keyof ScoreBin): void {
  const bin = bins[Math.min(SCORE_BINS - 1, Math.floor((score / 100) * SCORE_BINS))]
  if (bin) bin[as] += 1
}

function createMean() {
  let total = 0
  let count = 0
  return {
    add(value: number): void {
      if (Number.isNaN(value)) return
      total += value
      count += 1
    },
    value: (): number | null => (count > 0 ? total / count : null),
  }
}

export function classAt(code: number): ValueClass {
  const valueClass = ALL_CLASSES[code]
  if (!valueClass) throw new MainstayError('internal', `There is no class ${code}.`)
  return valueClass
}
