import { useCallback } from 'react'
import { type Day, monthOf } from '#shared/domain/calendar.ts'
import { useFormat } from '../../components/format.tsx'
import { closesQuarter } from './overview-facts.ts'

/** 2026 Q3 where the day closes a quarter, else the day itself. */
export function useDayName(): (day: Day) => string {
  const format = useFormat()
  return useCallback((day) => (closesQuarter(day) ? format.quarter(monthOf(day)) : format.day(day)), [format])
}
