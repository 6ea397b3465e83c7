import { useTranslation } from 'react-i18next'
import { useCall } from '../../../api/use-call.ts'
import { Panel } from '../../../components/Panel.tsx'
import { OwnFieldRows } from './OwnFieldRows.tsx'

/** The firm's own fields of the account; without any there is nothing to show. */
export function OwnFieldsPanel({ partyId }: { partyId: string }) {
  const { t } = useTranslation('account')
  const { data: fields } = useCall('field.onCard', { partyId })
  if (!fields || fields.length === 0) return null
  const filled = fields.filter(({ value }) => value !== null).length
  return (
    <Panel title={t('data.own')} note={t('data.filled', { filled, count: fields.length })}>
      <OwnFieldRows partyId={partyId} fields={fields} />
    </Panel>
  )
}
