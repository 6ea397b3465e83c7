import type { ImportCheck } from '#shared/contract/import.ts'
import type { Day } from '#shared/domain/calendar.ts'
import type { RowProblem } from '#shared/domain/import.ts'
import type { OrderLine } from '../order/order-line-writer.ts'
import { createProblemTally } from './problem-tally.ts'

const MOST_DUPLICATES = 200

type Figures = Omit<
  ImportCheck,
  'kind' | 'newAccounts' | 'updatedAccounts' | 'newProducts' | 'orders' | 'duplicates' | 'created' | 'updated'
>

/** Counts what an import's rows hold, whether they are written or not. */
export interface ImportSummary {
  accept(line: OrderLine, isUnchanged: boolean): void
  reject(problems: readonly RowProblem[]): void
  figures(): Figures
}

export function createImportSummary(): ImportSummary {
  let accepted = 0
  let rejected = 0
  let unchanged = 0
  let returnLines = 0
  let grossSales = 0
  let returns = 0
  let firstOrderedOn: Day | null = null
  let lastOrderedOn: Day | null = null
  const currencies = new Map<string, { rowCount: number }>()
  let currency = ''
  let ofCurrency = { rowCount: 0 }
  let day: Day = ''
  const tally = createProblemTally()

  return {
    accept(line, isUnchanged) {
      accepted += 1
      if (isUnchanged) unchanged += 1
      if (line.isReturn) {
        returnLines += 1
        returns -= line.baseAmount
      } else grossSales += line.baseAmount
      if (line.orderedOn !== day) {
        day = line.orderedOn
        if (firstOrderedOn === null || day < firstOrderedOn) firstOrderedOn = day
        if (lastOrderedOn === null || day > lastOrderedOn) lastOrderedOn = day
      }
      if (line.currency !== currency) {
        currency = line.currency
        ofCurrency = currencies.get(currency) ?? { rowCount: 0 }
        currencies.set(currency, ofCurrency)
      }
      ofCurrency.rowCount += 1
    },
    reject(problems) {
      rejected += 1
      tally.add(problems)
    },
    figures: () => ({
      total: accepted + rejected,
      accepted,
      rejected,
      unchanged,
      returnLines,
      firstOrderedOn,
      lastOrderedOn,
      grossSales,
      returns,
      currencies: [...currencies]
        .map(([code, { rowCount }]) => ({ currency: code, rowCount }))
        .sort((one, other) => other.rowCount - one.rowCount),
      problems: tally.groups(),
    }),
  }
}

/** New customers that look like one the workspace has, those with most rows first. */
export function listLikelyDuplicates(
  newEntries: readonly {
    number: string | null
    name: string | null
    rowCount: number
    like: { id: string; name: string; number: string } | null
  }[],
): ImportCheck['duplicates'] {
  return newEntries
    .flatMap(({ name, number, rowCount, like }) =>
      like
        ? [
            {
              name: name ?? number ?? '',
              rowCount,
              likeId: like.id,
              likeName: like.name,
              likeNumber: like.number,
            },
          ]
        : [],
    )
    .sort((one, other) => other.rowCount - one.rowCount)
    .slice(0, MOST_DUPLICATES)
}
