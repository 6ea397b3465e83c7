import { describe, expect, it } from 'vitest'
import { createDateFormat } from '../../../src/renderer/components/date-format.ts'

const chinese = createDateFormat('zh-CN')
const english = createDateFormat('en')
const now = new Date('2026-10-15T08:00:00Z')

describe('moments', () => {
  it('names today and yesterday by the local day, not the day in UTC', () => {
    expect(chinese.moment('2026-10-15T06:32:00Z', now)).toBe('今天 14:32')
    expect(chinese.moment('2026-10-14T16:10:00Z', now)).toBe('今天 00:10')
    expect(english.moment('2026-10-14T09:48:00Z', now)).toBe('Yesterday 17:48')
  })

  it('shows older ones as a date, with the year once it is another', () => {
    expect(chinese.moment('2026-10-09T03:00:00Z', now)).toBe('10 月 9 日')
    expect(chinese.moment('2025-01-06T03:00:00Z', now)).toBe('2025 年 1 月 6 日')
    expect(english.moment('2025-01-06T03:00:00Z', now)).toBe('Jan 6, 2025')
  })

  it('puts an instant late in the evening of UTC on the next local day', () => {
    expect(chinese.dayOf('2026-10-14T16:00:00Z')).toBe('2026-10-15')
  })
})

describe('days and months', () => {
  it('counts days with spaced figures in Chinese', () => {
    expect(chinese.daysAgo('2026-09-07', '2026-10-15')).toBe('38 天前')
    expect(english.daysAgo('2026-09-07', '2026-10-15')).toBe('38 days ago')
  })

  it('writes month indices without slipping by one at the year', () => {
    const december = 2025 * 12 + 11
    expect(chinese.month(december)).toBe('2025-12')
    expect(chinese.month(december + 1)).toBe('2026-01')
    expect(english.monthShort(december)).toBe('Dec')
    expect(chinese.quarter(december)).toBe('2025 Q4')
    expect(chinese.quarter(december + 1)).toBe('2026 Q1')
  })
})
