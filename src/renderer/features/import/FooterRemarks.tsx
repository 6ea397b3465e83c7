import { Button } from '@mantine/core'
import { Trans, useTranslation } from 'react-i18next'
import { useFormat } from '../../components/format.tsx'
import { ProgressBar } from '../../components/ProgressBar.tsx'
import styles from './ImportPage.module.css'
import type { RunningCheck } from './use-import-check.ts'

/** What the file would bring, counted while the user is still at the mapping. */
export function MappingRemarks({ checking }: { checking: RunningCheck }) {
  const { t } = useTranslation('import')
  const format = useFormat()
  const { state } = checking
  if (state.state === 'running') {
    return (
      <>
        <ProgressBar percent={state.percent} label={t('remarks.checking')} width={120} />
        <span className="ms-dimmed">
          {t('remarks.checked', { count: state.rows, rows: format.number(state.rows) })}
        </span>
      </>
    )
  }
  if (state.state === 'cancelled') {
    return (
      <>
        <span className="ms-dimmed">{t('checking.cancelled')}</span>
        <Button onClick={checking.retry}>{t('checking.again')}</Button>
      </>
    )
  }
  if (state.state !== 'done') return null
  const { check } = state
  return (
    <span className="ms-dimmed">
      <Trans
        t={t}
        i18nKey={check.kind === 'order-lines' ? 'remarks.counts' : 'remarks.recordCounts'}
        values={{
          accounts: format.number(check.newAccounts),
          orders: format.number(check.orders),
          created: format.number(check.created),
          updated: format.number(check.updated),
          accepted: format.number(check.accepted),
        }}
        components={{ b: <b /> }}
      />
      {check.unchanged > 0 &&
        t('remarks.unchanged', { count: check.unchanged, rows: format.number(check.unchanged) })}
      {check.rejected > 0 && (
        <Trans
          t={t}
          i18nKey="remarks.rejected"
          values={{ rejected: format.number(check.rejected) }}
          components={{ b: <b className={styles.red} /> }}
        />
      )}
    </span>
  )
}

/** What becomes of the rows that are not written. */
export function ProblemRemarks({ checking }: { checking: RunningCheck }) {
  const { t } = useTranslation('import')
  const format = useFormat()
  if (checking.state.state !== 'done') return null
  const { rejected } = checking.state.check
  if (rejected === 0) return null
  return (
    <span className="ms-dimmed">
      {t('remarks.rejectedFile', { count: rejected, rows: format.number(rejected) })}
    </span>
  )
}
