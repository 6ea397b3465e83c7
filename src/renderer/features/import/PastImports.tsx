import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../api/use-call.ts'
import { useFormat } from '../../components/format.tsx'
import { Panel } from '../../components/Panel.tsx'
import { SimpleTable } from '../../components/SimpleTable.tsx'
import { Tag } from '../../components/Tag.tsx'
import styles from './FileStep.module.css'
import { useImportUndo } from './use-import-undo.ts'

/** Earlier imports, each of which can be taken back as a whole. */
export function PastImports() {
  const { t } = useTranslation('import')
  const format = useFormat()
  const { data: batches } = useCall('import.listBatches', {})
  const { undoImport, redoImport, isBusy } = useImportUndo()
  if (!batches || batches.length === 0) return null
  const standing = batches.filter(({ isWithdrawn }) => !isWithdrawn)
  const rows = standing.reduce((sum, { rowCount }) => sum + rowCount, 0)

  return (
    <Panel
      padding="none"
      title={t('past.title', { count: standing.length, rows: format.number(rows) })}
      note={t('past.note')}
    >
      <SimpleTable
        label={t('past.label')}
        columns={[
          { key: 'file', label: t('past.file') },
          { key: 'kind', label: t('past.kind') },
          { key: 'rows', label: t('past.rows'), align: 'end' },
          { key: 'at', label: t('past.at') },
          { key: 'author', label: t('past.author') },
          { key: 'act', label: t('past.state'), align: 'end' },
        ]}
        rows={batches.map((batch) => ({
          key: batch.id,
          cells: [
            <span key="file" className={styles.name} title={batch.fileName}>
              {batch.fileName}
            </span>,
            t(`kinds.${batch.kind}.name`),
            format.number(batch.rowCount),
            <span key="at" title={format.momentFull(batch.importedAt)}>
              {format.moment(batch.importedAt)}
            </span>,
            batch.author || format.missing,
            batch.isWithdrawn ? (
              <span key="act">
                <Tag>{t('past.withdrawn')}</Tag>{' '}
                <Button
                  mr={-12}
                  variant="subtle"
                  disabled={isBusy}
                  aria-label={t('past.redoFile', { name: batch.fileName })}
                  onClick={() => redoImport(batch.id)}
                >
                  {t('redo', { ns: 'common' })}
                </Button>
              </span>
            ) : (
              <Button
                key="act"
                mr={-12}
                variant="subtle"
                disabled={isBusy}
                aria-label={t('past.undoFile', { name: batch.fileName })}
                onClick={() => undoImport(batch.id)}
              >
                {t('undo', { ns: 'common' })}
              </Button>
            ),
          ],
        }))}
      />
    </Panel>
  )
}
