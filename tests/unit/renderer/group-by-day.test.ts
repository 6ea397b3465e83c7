import { expect, it } from 'vitest'
import type { HistoryEntry } from '#shared/contract/history.ts'
import { createDateFormat } from '../../../src/renderer/components/date-format.ts'
import { groupByDay } from '../../../src/renderer/features/history/group-by-day.ts'

const entry = (at: string): HistoryEntry => ({
  id: '00000000-0000-4000-8000-000000000001',
  label: { key: 'settings.revise', values: {} },
  author: '林知远',
  at,
  opCount: 1,
  state: 'done',
  actsOn: null,
  nouns: ['settings'],
})

it('puts an entry under the local day on which it was made', () => {
  const days = groupByDay(
    ['2026-10-15T01:00:00Z', '2026-10-14T16:30:00Z', '2026-10-14T15:59:00Z'].map(entry),
    createDateFormat('zh-CN').dayOf,
  )
  expect(days.map(({ day, entries }) => [day, entries.length])).toEqual([
    ['2026-10-15', 2],
    ['2026-10-14', 1],
  ])
})
