import { useTranslation } from 'react-i18next'
import { useFormat } from '../../components/format.tsx'
import type { ImportDraft } from './use-import-draft.ts'
import type { WriteState } from './use-write-import.ts'

/** Rows read, and that accepted and rejected ones are all of them. */
export function ImportStatus({ draft, writing }: { draft: ImportDraft; writing: WriteState | null }) {
  const { t } = useTranslation('import')
  const format = useFormat()
  const counts = writing?.state === 'done' ? writing.receipt : draft.check
  const { inspection } = draft
  if (!counts) {
    return inspection ? (
      <span>
        {inspection.isRowCountExact
          ? t('reading.rows', { count: inspection.rowCount, rows: format.number(inspection.rowCount) })
          : t('reading.aboutRows', { count: inspection.rowCount, rows: format.number(inspection.rowCount) })}
      </span>
    ) : null
  }
  const values = {
    total: format.number(counts.total),
    accepted: format.number(counts.accepted),
    rejected: format.number(counts.rejected),
  }
  return (
    <>
      <span>
        <b>{values.total}</b> {t('status.read', { count: counts.total })}
      </span>
      <span>{t('status.sum', values)}</span>
    </>
  )
}
