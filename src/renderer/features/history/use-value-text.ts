import { useCallback } from 'react'
import type { z } from 'zod'
import { useFormat } from '../../components/format.tsx'

type Json = z.infer<ReturnType<typeof z.json>>

/** A register's value in a line: unknown as missing, parts of a group joined. */
export function useValueText(): (value: Json) => string {
  const format = useFormat()
  return useCallback(
    (value) => {
      const write = (part: Json): string => {
        if (part === null || part === '') return format.missing
        if (typeof part === 'number') return format.number(part, 4)
        if (typeof part === 'object') return Object.values(part).map(write).join(' · ')
        return String(part)
      }
      return write(value)
    },
    [format],
  )
}
