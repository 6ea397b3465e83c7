import type { Day, MonthIndex } from '#shared/domain/calendar.ts'
import { addDays } from '#shared/domain/calendar.ts'
import type { Id } from '#shared/domain/id.ts'
import { lastDayOfQuarter, type Quarter } from '#shared/domain/quarter.ts'
import type { ValueClass } from '#shared/domain/value-class.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import type { ChangeWriter } from '../../ledger/ledger.ts'
import { type CalculatedMonth, calculateAnew } from '../publication/calculated-classes.ts'
import { writePublication } from '../publication/publish-quarter.ts'
import { settleFrom } from '../publication/settle-quarter.ts'
import { type Bilingual, SAMPLE_FIRM } from './sample-firm.ts'

interface SampleOverride {
  account: string
  valueClass: ValueClass
  reason: Bilingual
  /** Place among the firm's managers. */
  author: number
  setOn: Day
  expiresOn: Day
}

/** One in force at the sample's day, and one that ran out in the quarter before it. */
const OVERRIDES: readonly SampleOverride[] = [
  {
    account: 'C-00069',
    valueClass: 'strategic',
    reason: {
      zh: '日本机床集团的第一家参考客户，样机验证期间按战略客户服务',
      en: 'First reference inside the Japanese machine-tool group; served as strategic while the prototypes are tested',
    },
    author: 1,
    setOn: '2026-03-20',
    expiresOn: '2026-08-31',
  },
  {
    account: 'C-00076',
    valueClass: 'gold',
    reason: {
      zh: '三年框架协议已于九月签订，第四季度起供货，得分只差半分',
      en: 'The three-year frame contract was signed in September and delivers from the fourth quarter; half a point short',
    },
    author: 0,
    setOn: '2026-09-15',
    expiresOn: '2027-03-31',
  },
]

/** All but the newest full quarter, which is left to publish. */
const PUBLISHED: readonly Quarter[] = ['2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2']
const DAYS_UNTIL_PUBLISHED = 8

/** Overrides and five published quarters, from the orders that are written by now. */
export function writeSamplePeriods(
  change: ChangeWriter,
  database: ReadDatabase,
  idOf: (kind: string, key: string) => Id,
  language: keyof Bilingual,
): void {
  for (const { account, valueClass, reason, author, setOn, expiresOn } of OVERRIDES) {
    change.setAll('class_override', idOf('override', `${account} ${setOn}`), {
      core: { partyId: idOf('account', account) },
      override: {
        valueClass,
        reason: reason[language],
        author: SAMPLE_FIRM.managers[author] ?? '',
        setOn,
        expiresOn,
      },
    })
  }
  const months = new Map<MonthIndex, CalculatedMonth>()
  const calculate = (month: MonthIndex): CalculatedMonth => {
    const known = months.get(month) ?? calculateAnew(database, month)
    months.set(month, known)
    return known
  }
  for (const quarter of PUBLISHED) {
    const publishedOn = addDays(lastDayOfQuarter(quarter), DAYS_UNTIL_PUBLISHED)
    writePublication(change, settleFrom(database, quarter, calculate), {
      author: SAMPLE_FIRM.managers[0] ?? '',
      now: Date.parse(`${publishedOn}T02:00:00Z`),
    })
  }
}
