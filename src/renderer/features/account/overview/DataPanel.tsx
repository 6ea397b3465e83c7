import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { AccountDetail } from '#shared/contract/account.ts'
import { useCall } from '../../../api/use-call.ts'
import { useFormat } from '../../../components/format.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { ProgressBar } from '../../../components/ProgressBar.tsx'
import styles from '../Account.module.css'

const SHOWN = 5
const SHOWN_WHEN_TALL = 7

/** What is not known yet, the most valuable question first. */
export function DataPanel({ detail }: { detail: AccountDetail }) {
  const { t } = useTranslation('account')
  const format = useFormat()
  const { completenessPercent, missing, row } = detail
  const { data: changes } = useCall('history.ofRow', { rowId: row.id })
  const latest = changes?.[0]
  const title =
    missing.length === 0
      ? t('data.titleComplete')
      : t('data.title', { percent: format.percent(completenessPercent, 0), count: missing.length })
  return (
    <Panel question={t('question.data')} title={title}>
      <div className={styles.panelColumn}>
        <div className={styles.meter}>
          <ProgressBar percent={completenessPercent} label={t('header.completeness')} />
        </div>
        <ul className={styles.lines}>
          {missing.slice(0, SHOWN_WHEN_TALL).map(({ field, weight }, index) => (
            <li
              key={field}
              className={[styles.line, styles.missingItem, index >= SHOWN ? styles.tall : ''].join(' ')}
            >
              <Link
                to="/accounts/$accountId"
                params={{ accountId: row.id }}
                search={field === 'people' ? { tab: 'people' } : { tab: 'data', detail: field }}
                className={[styles.linkQuiet, 'ms-ellipsis'].join(' ')}
              >
                {t(`ask.${field}` as 'ask.accountManager')}
              </Link>
              <span className={`${styles.end} ms-dimmed`}>{format.signedPercent(weight, 0)}</span>
            </li>
          ))}
        </ul>
        <span className={styles.space} />
        {latest && (
          <div className={styles.foot}>
            <span className="ms-dimmed">{t('data.latestChange')}</span>
            <span className="ms-ellipsis">
              {latest.author} · {format.moment(latest.at)}
            </span>
          </div>
        )}
      </div>
    </Panel>
  )
}
