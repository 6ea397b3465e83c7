import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AccountDetail } from '#shared/contract/account.ts'
import { PARTY_ROLES } from '#shared/domain/party.ts'
import { useCall } from '../../../api/use-call.ts'
import { useFormat } from '../../../components/format.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { ProgressBar } from '../../../components/ProgressBar.tsx'
import { useFieldName } from '../../../components/use-change-text.ts'
import { CompanyField, type Write } from './CompanyField.tsx'
import { FIELD_GROUPS } from './company-fields.ts'
import { FieldRow } from './FieldRow.tsx'
import { JudgementEditor, type JudgementKey } from './JudgementEditor.tsx'
import { OwnFieldsPanel } from './OwnFieldsPanel.tsx'
import styles from './Record.module.css'
import { RowHistory } from './RowHistory.tsx'

interface RecordTabProps {
  detail: AccountDetail
  /** Field the user came for. */
  wanted: string | undefined
  onWrite: Write
}

function FieldPanel({
  group,
  detail,
  wanted,
  onWrite,
}: RecordTabProps & { group: (typeof FIELD_GROUPS)[number] }) {
  const { t } = useTranslation('account')
  const format = useFormat()
  const fieldName = useFieldName()
  const { data: known } = useCall('account.listFilterValues', {})
  const { company, row } = detail
  const filled = group.fields.filter(({ field }) => company[field] !== null && company[field] !== '').length
  return (
    <Panel
      title={t(`data.group.${group.key}`)}
      note={t('data.filled', { filled, count: group.fields.length })}
    >
      {group.fields.map((definition) => (
        <FieldRow
          key={definition.field}
          rowId={row.id}
          field={definition.field}
          label={fieldName(definition.field)}
          isTall={definition.kind === 'area'}
          isWanted={wanted === definition.field}
        >
          <CompanyField
            definition={definition}
            company={company}
            label={fieldName(definition.field)}
            suggestions={definition.suggestions ? (known?.[definition.suggestions] ?? []) : []}
            missing={format.missing}
            onWrite={onWrite}
          />
        </FieldRow>
      ))}
    </Panel>
  )
}

function JudgementsPanel({ detail, wanted, onWrite }: RecordTabProps) {
  const { t } = useTranslation('account')
  const hasTraded = detail.firstOrderedOn !== null
  const keys: readonly JudgementKey[] = hasTraded ? ['influence'] : ['industryInfluence', 'dealPotential']
  return (
    <Panel title={t('judgement.title')} note={t('judgement.note')}>
      {keys.map((key) => (
        <JudgementEditor
          key={key}
          judgementKey={key}
          judgement={detail.judgements[key]}
          isWanted={wanted === key}
          onWrite={(judgement) => onWrite({ [key]: judgement })}
        />
      ))}
    </Panel>
  )
}

function RolesPanel({ detail, onWrite }: Omit<RecordTabProps, 'wanted'>) {
  const { t } = useTranslation('account')
  const { roles } = detail
  const [first] = roles
  return (
    <Panel
      title={t('roles.title', { count: roles.length, first: first ? t(`role.${first}`) : '' })}
      note={t('roles.note')}
    >
      <div className={styles.roles}>
        {PARTY_ROLES.map((role) => (
          <Checkbox
            key={role}
            label={t(`role.${role}`)}
            checked={roles.includes(role)}
            onChange={() =>
              onWrite({
                roles: roles.includes(role) ? roles.filter((one) => one !== role) : [...roles, role],
              })
            }
          />
        ))}
      </div>
    </Panel>
  )
}

/** Master data, judgements and roles, edited where they stand, and the record of every change. */
export function RecordTab(props: RecordTabProps) {
  const { t } = useTranslation('account')
  const format = useFormat()
  const { detail } = props
  const [identity, contact, business, insight] = FIELD_GROUPS
  const [next] = detail.missing
  return (
    <div className={styles.view}>
      <div className={styles.column}>
        {identity && <FieldPanel {...props} group={identity} />}
        {contact && <FieldPanel {...props} group={contact} />}
        <OwnFieldsPanel partyId={detail.row.id} />
      </div>
      <div className={styles.column}>
        {business && <FieldPanel {...props} group={business} />}
        {insight && <FieldPanel {...props} group={insight} />}
      </div>
      <div className={styles.column}>
        <Panel
          title={t('header.completenessIs', { percent: format.percent(detail.completenessPercent, 0) })}
          note={next ? t(`ask.${next.field}` as 'ask.accountManager') : t('data.nothingMissing')}
        >
          <ProgressBar percent={detail.completenessPercent} label={t('header.completeness')} />
        </Panel>
        <JudgementsPanel {...props} />
        <RolesPanel detail={detail} onWrite={props.onWrite} />
        <Panel title={t('history.title')}>
          <RowHistory rowId={detail.row.id} />
        </Panel>
      </div>
    </div>
  )
}
