import { IconAlertCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/Dialog.tsx'
import { DialogActs } from '../../components/DialogActs.tsx'
import { useFormat } from '../../components/format.tsx'
import { SimpleTable } from '../../components/SimpleTable.tsx'
import styles from './Accounts.module.css'
import type { ColumnKey } from './grid-view.ts'
import type { PasteCell, PastePlan } from './paste-plan.ts'
import { useColumnNames } from './use-account-fields.ts'

const SHOWN_ROWS = 200

function CellPreview({ cell }: { cell: PasteCell }) {
  const { t } = useTranslation('accounts')
  const format = useFormat()
  const text = cell.text.trim() === '' ? format.missing : cell.text.trim()
  if (cell.state === 'refused') {
    return (
      <span className={styles.pasteCell} data-state="refused">
        <span className={styles.refused} title={cell.reason && t(`paste.reason.${cell.reason}`)}>
          <IconAlertCircle size={14} stroke={1.6} aria-hidden />
          {text} · {cell.reason && t(`paste.reason.${cell.reason}`)}
        </span>
      </span>
    )
  }
  return (
    <span className={styles.pasteCell} data-state={cell.state}>
      {cell.state === 'changed' && cell.before !== null && (
        <span className={styles.before}>{cell.before}</span>
      )}{' '}
      {text}
    </span>
  )
}

/** What a pasted block would change and what it can't, before anything is written. */
export function PasteDialog({
  plan,
  columns,
  isBusy,
  onApply,
  onClose,
}: {
  plan: PastePlan
  /** Columns the block covers. */
  columns: readonly ColumnKey[]
  isBusy: boolean
  onApply: () => void
  onClose: () => void
}) {
  const { t } = useTranslation('accounts')
  const { columnName } = useColumnNames()
  const notes = [
    plan.refused > 0 ? t('paste.refused', { count: plan.refused }) : null,
    plan.rowsBeyond > 0 ? t('paste.rowsBeyond', { count: plan.rowsBeyond }) : null,
    plan.columnsBeyond > 0 ? t('paste.columnsBeyond', { count: plan.columnsBeyond }) : null,
    plan.rows.length > SHOWN_ROWS ? t('paste.firstRows', { count: SHOWN_ROWS }) : null,
  ].filter((note) => note !== null)
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('paste.title', { count: plan.changed, rows: plan.rows.length })}
      width={880}
      footer={
        <DialogActs
          act={t('paste.apply', { count: plan.changed })}
          onCancel={onClose}
          onAct={onApply}
          isRefused={plan.changed === 0}
          isPending={isBusy}
          isFocused
        />
      }
    >
      <div className={styles.dialog}>
        {notes.length > 0 && <div className="ms-dimmed">{notes.join(' ')}</div>}
        <section className={styles.pasteTable} aria-label={t('paste.preview')}>
          <SimpleTable
            label={t('paste.preview')}
            isHeaderSticky
            columns={[
              { key: 'row', label: t('column.name') },
              ...columns.map((key) => ({ key, label: columnName(key) })),
            ]}
            rows={plan.rows.slice(0, SHOWN_ROWS).map((row) => ({
              key: row.id,
              cells: [row.name, ...row.cells.map((cell) => <CellPreview key={cell.column} cell={cell} />)],
            }))}
          />
        </section>
      </div>
    </Dialog>
  )
}
