import { useTranslation } from 'react-i18next'
import { useCall } from '../../api/use-call.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { useFormat } from '../../components/format.tsx'
import { LoadingLine } from '../../components/LoadingLine.tsx'
import { SimpleTable } from '../../components/SimpleTable.tsx'
import { useChangeText, useFieldName } from '../../components/use-change-text.ts'
import { useValueText } from './use-value-text.ts'

/** One record's changes, field by field, with what stood there before. */
export function RowHistory({ rowId }: { rowId: string }) {
  const { t } = useTranslation('history')
  const format = useFormat()
  const changeText = useChangeText()
  const fieldName = useFieldName()
  const valueText = useValueText()
  const { data, error, isPending } = useCall('history.ofRow', { rowId })
  if (error) return <ErrorNotice failure={error} />
  if (isPending) return <LoadingLine />
  return (
    <SimpleTable
      label={t('ofRow.title')}
      isHeaderSticky
      columns={[
        { key: 'at', label: t('ofRow.at'), width: 160 },
        { key: 'author', label: t('ofRow.author'), width: 140 },
        { key: 'field', label: t('ofRow.field'), width: 160 },
        { key: 'before', label: t('ofRow.before') },
        { key: 'after', label: t('ofRow.after') },
        { key: 'what', label: t('ofRow.what') },
      ]}
      rows={data.map((change) => ({
        key: `${change.at}-${change.field}-${JSON.stringify(change.after)}`,
        cells: [
          format.momentFull(change.at),
          change.author,
          fieldName(change.field),
          valueText(change.before),
          valueText(change.after),
          changeText(change.label),
        ],
      }))}
    />
  )
}
