import { SegmentedControl, Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LADDER_QUARTERS } from '#shared/contract/publication.ts'
import { useCall } from '../../../api/use-call.ts'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { useFormat } from '../../../components/format.tsx'
import { LoadingLine } from '../../../components/LoadingLine.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { MigrationRemarks } from './MigrationRemarks.tsx'
import { MigrationTable } from './MigrationTable.tsx'
import styles from './Periods.module.css'
import { quarterName } from './quarter-name.ts'

const STEPS = [1, 2, 4, LADDER_QUARTERS] as const
type Basis = 'calculated' | 'published'

/** How classes move from quarter to quarter, what stays, and where the mix is going. */
export function MigrationPanel({ className }: { className?: string | undefined }) {
  const { t } = useTranslation('portfolio')
  const format = useFormat()
  const [basis, setBasis] = useState<Basis>('calculated')
  const [to, setTo] = useState<string | null>(null)
  const [steps, setSteps] = useState(1)
  const { data, error } = useCall(
    'publication.movement',
    { basis, steps, ...(to === null ? {} : { to }) },
    { keepPrevious: true },
  )
  const choose = (next: Basis) => {
    setBasis(next)
    setTo(null)
  }
  const choices = data?.choices[basis] ?? []
  const first = data?.quarters[0]
  const last = data?.quarters.at(-1)
  const isCurrent = data?.basis === basis
  return (
    <Panel
      className={className}
      title={
        !data || !isCurrent
          ? t('migration.name')
          : data.retentionPercent === null
            ? t('migration.titleNone')
            : t('migration.title', {
                percent: format.percent(data.retentionPercent, 1),
                up: format.number(data.up),
                down: format.number(data.down),
              })
      }
      note={
        first && last && isCurrent
          ? t('migration.note', {
              count: data.quarters.length - 1,
              from: quarterName(first),
              to: quarterName(last),
              entered: format.number(data.entered),
              left: format.number(data.left),
            })
          : undefined
      }
      actions={
        <div className={styles.choices}>
          <SegmentedControl
            size="xs"
            aria-label={t('migration.basis')}
            value={basis}
            onChange={(value) => choose(value === 'published' ? 'published' : 'calculated')}
            data={[
              { value: 'calculated', label: t('migration.calculated') },
              { value: 'published', label: t('migration.published') },
            ]}
          />
          <Select
            size="xs"
            w={104}
            aria-label={t('migration.to')}
            allowDeselect={false}
            value={to ?? choices[0] ?? null}
            onChange={setTo}
            disabled={choices.length === 0}
            data={choices.map((quarter) => ({ value: quarter, label: quarterName(quarter) }))}
          />
          <Select
            size="xs"
            w={120}
            aria-label={t('migration.steps')}
            allowDeselect={false}
            value={String(steps)}
            onChange={(value) => setSteps(Number(value ?? 1))}
            data={STEPS.map((count) => ({ value: String(count), label: t('migration.step', { count }) }))}
          />
        </div>
      }
    >
      {error ? (
        <ErrorNotice failure={error} />
      ) : data === undefined ? (
        <LoadingLine />
      ) : data === null ? (
        <p className="ms-dimmed">
          {t(basis === 'published' ? 'migration.nonePublished' : 'migration.noneCalculated')}
        </p>
      ) : (
        <>
          <MigrationTable movement={data} />
          <MigrationRemarks movement={data} />
        </>
      )}
    </Panel>
  )
}
