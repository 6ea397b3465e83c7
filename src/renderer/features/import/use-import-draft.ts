import { useMemo } from 'react'
import type { FileInspection, ImportCheck, ImportRequest } from '#shared/contract/import.ts'
import type { CurrencyCode } from '#shared/domain/money.ts'
import { currencyCode } from '#shared/domain/money.ts'
import type { CallFailure } from '../../api/call-failure.ts'
import { useCall } from '../../api/use-call.ts'
import { useLanguage } from '../../components/format.tsx'
import { type MappedColumn, mapColumns, NO_CHOICES } from './column-choices.ts'
import { type Gap, gapsOf, importRequestOf, type OpenReadings, openReadings } from './import-request.ts'
import type { ImportSession } from './import-session.ts'
import { currenciesWithoutRate } from './problem-groups.ts'
import { type RunningCheck, useImportCheck } from './use-import-check.ts'
import { useInspection } from './use-inspection.ts'

/** Everything the steps show of the file in hand. */
export interface ImportDraft {
  inspection: FileInspection | null
  inspectionFailure: CallFailure | null
  columns: readonly MappedColumn[]
  open: OpenReadings
  gaps: readonly Gap[]
  /** Null while something required is missing. */
  request: ImportRequest | null
  checking: RunningCheck
  /** The check's answer once it is there. */
  check: ImportCheck | null
  /** Names the state of the workspace that checks are asked of. */
  revision: string
  baseCurrency: CurrencyCode
  /** Currencies that can be counted in. */
  knownCurrencies: readonly CurrencyCode[]
  currenciesWithoutRate: readonly CurrencyCode[]
}

const NOTHING_OPEN: OpenReadings = { dateOrder: false, decimalSign: false }
const NO_COLUMNS: readonly MappedColumn[] = []

/** Puts together file, choices and check. Once writing was asked for nothing is checked any more. */
export function useImportDraft(session: ImportSession | null): ImportDraft {
  const language = useLanguage()
  const { inspection, failure } = useInspection(session)
  const { data: settings } = useCall('settings.get', {})
  const { data: rates } = useCall('currency.listRates', {})
  const { data: history } = useCall('history.state', {})
  const choices = session?.choices ?? NO_CHOICES

  const columns = useMemo(
    () => (inspection ? mapColumns(inspection.columns, choices) : NO_COLUMNS),
    [inspection, choices],
  )
  const open =
    inspection && session
      ? openReadings(inspection, columns, session.settings, session.undecided)
      : NOTHING_OPEN
  const gaps = inspection ? gapsOf(inspection.kind, columns, open) : []
  const isComplete = gaps.length === 0 && failure === null
  const request =
    session && inspection && isComplete ? importRequestOf(inspection.kind, session, columns, language) : null
  const isReady = settings !== undefined && rates !== undefined && history !== undefined
  const revision = `${history?.undo?.id ?? ''}/${history?.redo?.id ?? ''}`
  const isWriting = session?.commitJobId !== null
  const checking = useImportCheck(session, isReady && !isWriting ? request : null, revision)
  const check = checking.state.state === 'done' ? checking.state.check : null

  const baseCurrency = settings?.baseCurrency ?? 'CNY'
  const knownCurrencies = useMemo(
    () => [baseCurrency, ...(rates ?? []).map(({ currency }) => currency)],
    [baseCurrency, rates],
  )
  const withoutRate = useMemo(() => {
    if (!isReady || !inspection) return []
    const index = columns.findIndex(({ field }) => field === 'currency')
    const inFile = inspection.rows.flatMap(({ cells }) => {
      const code = currencyCode.safeParse(index < 0 ? undefined : cells[index]?.trim())
      return code.success ? [code.data] : []
    })
    const needed = [
      ...(session?.currency ? [session.currency] : []),
      ...inFile,
      ...(check ? currenciesWithoutRate(check.problems) : []),
    ]
    return [...new Set(needed)].filter((currency) => !knownCurrencies.includes(currency)).sort()
  }, [isReady, inspection, columns, session?.currency, check, knownCurrencies])

  return {
    inspection,
    inspectionFailure: failure,
    columns,
    open,
    gaps,
    request,
    checking,
    check,
    revision,
    baseCurrency,
    knownCurrencies,
    currenciesWithoutRate: withoutRate,
  }
}
