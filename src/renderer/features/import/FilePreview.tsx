import { SegmentedControl } from '@mantine/core'
import { IconAlertCircle, IconArrowBackUp, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileInspection, ImportCheck } from '#shared/contract/import.ts'
import { useFormat } from '../../components/format.tsx'
import { ScrollRegion } from '../../components/ScrollRegion.tsx'
import { Tag, type TagProps } from '../../components/Tag.tsx'
import { type MappedColumn, NUMBER_FIELDS } from './column-choices.ts'
import styles from './MappingStep.module.css'
import { type PreviewColumn, previewColumns, previewRows, type RowAct } from './preview-rows.ts'
import { useFieldChoices } from './use-field-choices.ts'

const ACT_TAGS: Record<RowAct, Omit<TagProps, 'children'>> = {
  write: {},
  return: { icon: IconArrowBackUp },
  problem: { tone: 'red', icon: IconAlertCircle },
  duplicate: { tone: 'amber', icon: IconCopy },
  standing: {},
  unknown: {},
}

const isNumber = ({ field }: PreviewColumn) => field !== null && NUMBER_FIELDS.includes(field)

/** The first rows as they will come in, with what becomes of each. */
export function FilePreview({
  inspection,
  columns,
  check,
}: {
  inspection: FileInspection
  columns: readonly MappedColumn[]
  check: ImportCheck | null
}) {
  const { t } = useTranslation('import')
  const format = useFormat()
  const [shows, setShows] = useState<'all' | 'problems'>('all')
  const fields = useFieldChoices(inspection.kind)
  const shownColumns = previewColumns(columns)
  const rows = previewRows(inspection.rows, shownColumns, check)
  const problems = rows.filter(({ act }) => act === 'problem')
  const shownRows = shows === 'problems' ? problems : rows

  return (
    <section className={styles.pane} aria-label={t('preview.title')}>
      <div className={styles.paneHead}>
        <h2>{t('preview.title')}</h2>
        <span className="ms-dimmed">{t('preview.note', { count: rows.length })}</span>
        <span className={styles.space} />
        <SegmentedControl
          aria-label={t('preview.filter')}
          value={shows}
          transitionDuration={0}
          data={[
            { value: 'all', label: t('preview.all') },
            {
              value: 'problems',
              label: check ? t('preview.problemCount', { count: problems.length }) : t('preview.problems'),
              disabled: problems.length === 0,
            },
          ]}
          onChange={(value) => setShows(value === 'problems' ? 'problems' : 'all')}
        />
      </div>
      <ScrollRegion className={styles.scroll} label={t('preview.rows')}>
        <table className={styles.preview}>
          <thead>
            <tr>
              <th scope="col" data-align="end">
                {t('preview.row')}
              </th>
              <th scope="col">{t('preview.act')}</th>
              {shownColumns.map((column) => (
                <th
                  key={column.header}
                  scope="col"
                  data-align={isNumber(column) ? 'end' : undefined}
                  data-left-out={column.field === null || undefined}
                  title={column.header}
                >
                  {fields.find(({ field }) => field === column.field)?.label ?? column.header}
                  {column.unitFactor !== 1 && (
                    <span className={styles.factor}> ×{format.number(column.unitFactor)}</span>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shownRows.map((row) => (
              <tr key={row.row}>
                <td data-align="end" className="ms-dimmed">
                  {format.number(row.row)}
                </td>
                <td>
                  {row.act === 'unknown' ? (
                    <span className={styles.faint}>—</span>
                  ) : (
                    <Tag {...ACT_TAGS[row.act]}>{t(`preview.acts.${row.act}`)}</Tag>
                  )}
                </td>
                {shownColumns.map((column, index) => {
                  const cell = row.cells[index]
                  const isEmpty = !cell || cell.text.trim() === ''
                  return (
                    <td
                      key={column.header}
                      data-align={isNumber(column) ? 'end' : undefined}
                      data-left-out={column.field === null || undefined}
                      data-wrong={cell?.isWrong || undefined}
                      title={cell?.text}
                    >
                      {isEmpty ? (
                        <span className={cell?.isWrong ? undefined : styles.faint}>{format.missing}</span>
                      ) : (
                        <bdi>{cell.text}</bdi>
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  )
}
