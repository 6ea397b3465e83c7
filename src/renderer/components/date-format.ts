import type { Language } from '#shared/contract/workspace.ts'
import { type Day, daysBetween, type Instant, type MonthIndex } from '#shared/domain/calendar.ts'

const LOCALES: Record<Language, string> = { 'zh-CN': 'zh-CN', 'zh-TW': 'zh-TW', en: 'en-US' }

export interface DateFormat {
  /** 2026-09-30, in every language. */
  day(value: Day): string
  /** 9 月 30 日 / Sep 30; with the year when it is not the reference year. */
  dayShort(value: Day, reference?: Day): string
  /** 14:32, local time. */
  time(value: Instant): string
  /** 今天 14:32 · 昨天 17:48 · 10 月 9 日 / Today 14:32 · Yesterday 17:48 · Oct 9 */
  moment(value: Instant, now?: Date): string
  /** 2026-09-30 14:32, local time, for tooltips and tables. */
  momentFull(value: Instant): string
  /** 2026-09 */
  month(value: MonthIndex): string
  /** 9 月 / Sep: an axis label. */
  monthShort(value: MonthIndex): string
  /** 2026 Q3 */
  quarter(value: MonthIndex): string
  /** 38 天前 / 38 days ago; today and yesterday by name. */
  daysAgo(value: Day, reference: Day): string
  /** The local calendar day of an instant. */
  dayOf(value: Instant): Day
}

const twoDigits = (value: number) => String(value).padStart(2, '0')

const localDay = (value: Date): Day =>
  `${String(value.getFullYear()).padStart(4, '0')}-${twoDigits(value.getMonth() + 1)}-${twoDigits(value.getDate())}`

const localTime = (value: Date) => `${twoDigits(value.getHours())}:${twoDigits(value.getMinutes())}`

/** Dates of one language. Calendar days have no time zone; instants are shown in the local one. */
export function createDateFormat(language: Language): DateFormat {
  const locale = LOCALES[language]
  const english = new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const spaced = (text: string) => text.replace(/(\d)(?=[^\d\s.,])/g, '$1 ')
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
  const englishMonth = (month: number) => english.format(new Date(Date.UTC(2000, month, 1)))

  const dayShort = (value: Day, reference?: Day) => {
    const month = Number(value.slice(5, 7))
    const date = Number(value.slice(8, 10))
    const year = value.slice(0, 4)
    const hasYear = reference !== undefined && reference.slice(0, 4) !== year
    if (language === 'en') return `${englishMonth(month - 1)} ${date}${hasYear ? `, ${year}` : ''}`
    return `${hasYear ? `${year} 年 ` : ''}${month} 月 ${date} 日`
  }

  return {
    day: (value) => value,
    dayShort,
    time: (value) => localTime(new Date(value)),
    moment: (value, now = new Date()) => {
      const at = new Date(value)
      const distance = daysBetween(localDay(at), localDay(now))
      if (distance === 0 || distance === 1) {
        return `${capital(relative.format(-distance, 'day'))} ${localTime(at)}`
      }
      return dayShort(localDay(at), localDay(now))
    },
    momentFull: (value) => `${localDay(new Date(value))} ${localTime(new Date(value))}`,
    month: (value) => `${Math.floor(value / 12)}-${twoDigits((value % 12) + 1)}`,
    monthShort: (value) => (language === 'en' ? englishMonth(value % 12) : `${(value % 12) + 1} 月`),
    quarter: (value) => `${Math.floor(value / 12)} Q${Math.floor((value % 12) / 3) + 1}`,
    daysAgo: (value, reference) => capital(spaced(relative.format(-daysBetween(value, reference), 'day'))),
    dayOf: (value) => localDay(new Date(value)),
  }
}
