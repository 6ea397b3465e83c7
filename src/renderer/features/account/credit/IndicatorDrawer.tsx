import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CreditSheet, CreditSheetRow } from '#shared/contract/credit.ts'
import { CREDIT_TRAITS, type CreditBand, type CreditIndicatorKey } from '#shared/domain/credit.ts'
import { useCommand } from '../../../api/use-command.ts'
import { Drawer, DrawerBlock } from '../../../components/Drawer.tsx'
import { useFormat } from '../../../components/format.tsx'
import { useUndoToast } from '../../../components/page/use-undo.tsx'
import { parseDay } from '../../../components/parse-day.ts'
import { SimpleTable } from '../../../components/SimpleTable.tsx'
import styles from './Credit.module.css'
import { parseFigure } from './parse-figure.ts'
import { useCreditWords } from './use-credit-words.ts'

const LEVELS = ['excellent', 'good', 'average', 'low', 'poor'] as const
const COEFFICIENTS = [1, 0.8, 0.6, 0.4, 0.2] as const

function Standards({
  indicator,
  bands,
  weight,
}: {
  indicator: CreditIndicatorKey
  bands: readonly CreditBand[]
  weight: number
}) {
  const { t } = useTranslation('credit')
  const format = useFormat()
  const words = useCreditWords()
  const sides = bands.length > 1 ? ([t('standard.below'), t('standard.above')] as const) : [t('sheet.value')]
  return (
    <DrawerBlock title={t('standard.title')}>
      <SimpleTable
        label={t('standard.title')}
        isTight
        columns={[
          { key: 'level', label: t('standard.level') },
          ...sides.map((side) => ({ key: side, label: side, align: 'end' as const })),
          { key: 'points', label: t('sheet.points'), align: 'end' as const },
        ]}
        rows={[
          ...LEVELS.map((level, index) => ({
            key: level,
            cells: [
              t(`standard.${level}`),
              ...bands.map(({ standards }) => words.figure(indicator, standards[index] ?? null)),
              format.decimal((COEFFICIENTS[index] ?? 0) * weight, 1),
            ],
          })),
          {
            key: 'floor',
            cells: [
              t('standard.floor'),
              ...bands.map(({ floor }) => words.figure(indicator, floor)),
              format.decimal(0, 1),
            ],
          },
        ]}
      />
    </DrawerBlock>
  )
}

interface Draft {
  value: string
  source: string
  on: string
}

type Refused = Partial<Record<keyof Draft, string>>

function EntryForm({
  accountId,
  sheet,
  row,
  onDone,
}: {
  accountId: string
  sheet: CreditSheet
  row: CreditSheetRow
  onDone: () => void
}) {
  const { t } = useTranslation('credit')
  const words = useCreditWords()
  const tell = useUndoToast()
  const { mutate: enter } = useCommand('credit.enter')
  const { source } = row
  const { unit } = CREDIT_TRAITS[row.key]
  const [draft, setDraft] = useState<Draft>({
    value: row.value === null ? '' : String(row.value),
    source: source.kind === 'entered' ? source.text : '',
    on: source.kind === 'entered' ? source.on : sheet.asOf,
  })
  const [refused, setRefused] = useState<Refused>({})
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })

  const write = (value: number | null, text: string, on: string) =>
    enter(
      { accountId, quarter: sheet.quarter, entries: [{ key: row.key, value, source: text, on }] },
      {
        onSuccess: () => {
          tell(t('toast.entered', { indicator: words.indicator(row.key) }))
          onDone()
        },
      },
    )
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const value = parseFigure(draft.value)
    const on = parseDay(draft.on)
    const text = draft.source.trim()
    const isLevelWrong = unit === 'level' && value !== null && (value < 1 || value > 5)
    const wrong: Refused = {
      ...(value === null ? { value: t('drawer.refused.value') } : {}),
      ...(isLevelWrong ? { value: t('drawer.refused.level') } : {}),
      ...(text === '' ? { source: t('drawer.refused.source') } : {}),
      ...(on === null ? { on: t('drawer.refused.on') } : {}),
    }
    setRefused(wrong)
    if (value !== null && on !== null && Object.keys(wrong).length === 0) write(value, text, on)
  }
  return (
    <DrawerBlock title={t('drawer.enterTitle')}>
      <form className={styles.form} onSubmit={onSubmit}>
        <TextInput
          label={t('drawer.value', { unit: t(`unitName.${unit}`) })}
          value={draft.value}
          error={refused.value}
          inputMode="decimal"
          autoComplete="off"
          data-autofocus
          onChange={(event) => change({ value: event.currentTarget.value })}
        />
        <TextInput
          label={t('drawer.source')}
          placeholder={t('drawer.sourceHint')}
          value={draft.source}
          error={refused.source}
          maxLength={300}
          onChange={(event) => change({ source: event.currentTarget.value })}
        />
        <TextInput
          label={t('drawer.on')}
          value={draft.on}
          error={refused.on}
          onChange={(event) => change({ on: event.currentTarget.value })}
        />
        {source.kind === 'entered' && (
          <div className="ms-dimmed">
            {source.carriedFrom
              ? t('drawer.carried', { quarter: words.quarter(source.carriedFrom), author: source.author })
              : t('drawer.entered', { author: source.author })}
          </div>
        )}
        <div className={styles.formActs}>
          {source.kind === 'entered' && (
            <Button variant="subtle" color="gray" onClick={() => write(null, '', sheet.asOf)}>
              {t('drawer.clear')}
            </Button>
          )}
          <Button type="submit" variant="filled">
            {t('drawer.save')}
          </Button>
        </div>
      </form>
    </DrawerBlock>
  )
}

/** One indicator: its figure and points, where they come from, and the standards it is measured by. */
export function IndicatorDrawer({
  accountId,
  sheet,
  indicator,
  onClose,
}: {
  accountId: string
  sheet: CreditSheet
  indicator: CreditIndicatorKey
  onClose: () => void
}) {
  const { t } = useTranslation('credit')
  const format = useFormat()
  const words = useCreditWords()
  const row = sheet.rows.find(({ key }) => key === indicator)
  if (!row) return null
  const name = words.indicator(indicator)
  const { source } = row
  return (
    <Drawer
      label={name}
      onClose={onClose}
      head={
        <>
          <h2>{name}</h2>
          <div className="ms-dimmed">
            {words.figure(indicator, row.value)} ·{' '}
            {row.points === null
              ? t('drawer.unknown')
              : t('drawer.points', {
                  points: format.decimal(row.points, 2),
                  weight: format.number(row.weight, 1),
                })}
          </div>
        </>
      }
    >
      {source.kind === 'invoices' ? (
        <DrawerBlock title={t('drawer.computedTitle')}>
          <p>{t('drawer.computed', { count: source.invoiceCount, from: source.from, to: source.to })}</p>
        </DrawerBlock>
      ) : (
        <EntryForm
          key={`${indicator} ${sheet.quarter} ${String(row.value)}`}
          accountId={accountId}
          sheet={sheet}
          row={row}
          onDone={onClose}
        />
      )}
      <Standards indicator={indicator} bands={row.bands} weight={row.weight} />
    </Drawer>
  )
}
