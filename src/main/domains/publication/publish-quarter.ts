import type { Id } from '#shared/domain/id.ts'
import type { Quarter } from '#shared/domain/quarter.ts'
import { OPPORTUNITY_CLASSES, VALUE_CLASSES } from '#shared/domain/value-class.ts'
import type { CommandContext } from '../../application/ports.ts'
import type { ChangeWriter } from '../../ledger/ledger.ts'
import { stableId } from '../../ledger/stable-id.ts'
import { requireOpenQuarter } from './open-quarters.ts'
import { type PublicationSummary, resultsToRegister } from './publication-row.ts'
import { isChanged, isHeld, type SettledQuarter, settleQuarter } from './settle-quarter.ts'

export interface Announcement {
  author: string
  /** Milliseconds since 1970. */
  now: number
}

/** Freezes the classes of a quarter; undo alone withdraws them. Errors: those of an open quarter; no-data. */
export function publishQuarter(
  { database, ledger, author, now }: CommandContext,
  quarter: Quarter,
): { id: Id; quarter: Quarter; changed: number; held: number } {
  requireOpenQuarter(database, quarter)
  const settled = settleQuarter(database, quarter)
  const { changed, held, accountCount } = summaryOf(settled)
  const { result: id } = ledger.change(
    { key: 'publication.publish', values: { quarter, count: accountCount } },
    ['publication'],
    (writer) => writePublication(writer, settled, { author, now: now() }),
  )
  return { id, quarter, changed, held }
}

/** Two colleagues who publish the same quarter write the same row, so that a merge shows the conflict. */
export function writePublication(
  writer: ChangeWriter,
  settled: SettledQuarter,
  { author, now }: Announcement,
): Id {
  const { quarter, asOf, model, accounts } = settled
  const id = stableId('class-publication', quarter)
  writer.setAll('class_publication', id, {
    publication: {
      quarter,
      asOf,
      modelVersion: model.version,
      publishedAt: new Date(now).toISOString(),
      publishedBy: author,
    },
    results: resultsToRegister(
      summaryOf(settled),
      new Map(accounts.map((account) => [account.accountId, account])),
    ),
  })
  return id
}

function summaryOf({ accounts }: SettledQuarter): PublicationSummary {
  return {
    accountCount: accounts.length,
    changed: accounts.filter(isChanged).length,
    held: accounts.filter(isHeld).length,
    overridden: accounts.filter(({ basis }) => basis === 'override').length,
    classes: [...VALUE_CLASSES, ...OPPORTUNITY_CLASSES].map((valueClass) => ({
      valueClass,
      count: accounts.filter((account) => account.valueClass === valueClass).length,
    })),
  }
}
