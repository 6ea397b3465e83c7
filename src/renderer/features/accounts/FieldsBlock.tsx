import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../api/use-call.ts'
import { DrawerBlock } from '../../components/Drawer.tsx'
import { useFormat } from '../../components/format.tsx'
import styles from './Accounts.module.css'
import { writeFieldValue } from './field-cell.ts'

/** The custom fields an account has values of, and how many are left to fill in; nothing where the firm has none. */
export function FieldsBlock({ accountId }: { accountId: string }) {
  const { t } = useTranslation('accounts')
  const format = useFormat()
  const { data: fields = [] } = useCall('field.onCard', { partyId: accountId }, { keepPrevious: true })
  if (fields.length === 0) return null
  const known = fields.flatMap(({ value, ...field }) =>
    value === null ? [] : [{ id: field.id, name: field.name, text: writeFieldValue(field, value, format) }],
  )
  const missing = fields.length - known.length
  return (
    <DrawerBlock
      title={t('preview.fields')}
      note={t('preview.fieldsKnown', { known: known.length, count: fields.length })}
    >
      {known.length > 0 && (
        <dl className={styles.fields}>
          {known.map(({ id, name, text }) => (
            <div key={id} style={{ display: 'contents' }}>
              <dt title={name}>{name}</dt>
              <dd title={text}>{text}</dd>
            </div>
          ))}
        </dl>
      )}
      {missing > 0 && (
        <Link to="/accounts/$accountId" params={{ accountId }} search={{ tab: 'data' }}>
          {t('preview.fieldsMissing', { count: missing })}
        </Link>
      )}
    </DrawerBlock>
  )
}
