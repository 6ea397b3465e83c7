import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/contract.ts'
import { useCall } from '../../../api/use-call.ts'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { useFormat } from '../../../components/format.tsx'
import { LoadingLine } from '../../../components/LoadingLine.tsx'
import { useFieldName } from '../../../components/use-change-text.ts'
import styles from './Record.module.css'
import { useWriteValue } from './use-write-value.ts'

type Change = OutputOf<'history.ofRow'>[number]

const SHOWN = 30

function ChangeLine({ change, hasField }: { change: Change; hasField: boolean }) {
  const { t } = useTranslation('account')
  const format = useFormat()
  const fieldName = useFieldName()
  const write = useWriteValue()
  const isRemoval = change.field === 'deleted'
  return (
    <li className={styles.change}>
      <div>
        {isRemoval ? (
          t(change.after === true ? 'history.removed' : 'history.restored')
        ) : (
          <>
            {hasField && <b>{fieldName(change.field)} </b>}
            {change.before !== null && (
              <span className={styles.before}>{write(change.field, change.before)}</span>
            )}{' '}
            {write(change.field, change.after)}
          </>
        )}
      </div>
      <div className="ms-dimmed" title={format.momentFull(change.at)}>
        {change.author} · {format.moment(change.at)}
      </div>
    </li>
  )
}

/** Who changed what and when, newest first; of one field or of the whole row. */
export function RowHistory({ rowId, field }: { rowId: string; field?: string }) {
  const { t } = useTranslation('account')
  const { data, error } = useCall('history.ofRow', { rowId, ...(field ? { field } : {}) })
  if (error) return <ErrorNotice failure={error} />
  if (!data) return <LoadingLine />
  if (data.length === 0) return <span className="ms-dimmed">{t('history.none')}</span>
  return (
    <>
      <ul className={styles.changes}>
        {data.slice(0, SHOWN).map((change) => (
          <ChangeLine
            key={`${change.at} ${change.field} ${JSON.stringify(change.after)}`}
            change={change}
            hasField={!field}
          />
        ))}
      </ul>
      {data.length > SHOWN && (
        <p className="ms-dimmed">{t('history.more', { count: data.length - SHOWN })}</p>
      )}
    </>
  )
}
