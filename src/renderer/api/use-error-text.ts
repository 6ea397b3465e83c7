import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { type ErrorCode, type ErrorDetails, errorCode, errorDetails } from '#shared/contract/call-result.ts'
import type { RowErrorCode } from '#shared/domain/import.ts'
import { CallFailure } from './call-failure.ts'

export interface ErrorText {
  /** What happened and where. */
  what: string
  /** What the user can do about it. */
  remedy: string
}

const reportedError = z.object({ code: errorCode, details: errorDetails })

function textValues(details: ErrorDetails): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => [
      name,
      typeof value === 'number' || typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  )
}

function asFailure(failure: unknown): { code: ErrorCode; details: ErrorDetails } {
  if (failure instanceof CallFailure) return failure
  const parsed = reportedError.safeParse(failure)
  return parsed.success ? parsed.data : { code: 'internal', details: {} }
}

/** Words for a failed call: a `CallFailure`, or the `{ code, details }` a job reports. */
export function useErrorText(): (failure: unknown) => ErrorText {
  const { t } = useTranslation('errors')
  return useCallback(
    (failure: unknown) => {
      const { code, details } = asFailure(failure)
      const values = textValues(details)
      return { what: t(`${code}.what`, values), remedy: t(`${code}.remedy`, values) }
    },
    [t],
  )
}

/** Words for a rejected row of an import. */
export function useRowErrorText(): (
  code: RowErrorCode,
  values: { value: string; column: string },
) => ErrorText {
  const { t } = useTranslation('errors')
  return useCallback(
    (code, values) => ({
      what: t(`rowErrors.${code}.what`, values),
      remedy: t(`rowErrors.${code}.remedy`, values),
    }),
    [t],
  )
}
