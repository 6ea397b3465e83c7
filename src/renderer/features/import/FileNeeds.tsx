import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { fieldsOfKind, requiredFields } from '#shared/domain/import-field.ts'
import { IMPORT_KINDS, type ImportKind, importKind, type RecordKind } from '#shared/domain/import-kind.ts'
import { Panel } from '../../components/Panel.tsx'
import { Tag } from '../../components/Tag.tsx'
import styles from './FileStep.module.css'

const REQUIRED = ['customer', 'order', 'date', 'amount'] as const
const OPTIONAL = ['product', 'cost', 'other'] as const

export interface FileNeedsProps {
  /** Null recognises the kind from the headers. */
  kind: ImportKind | null
  onKind: (kind: ImportKind | null) => void
}

/** What the file holds, what such a file cannot do without, and what more it may have. */
export function FileNeeds({ kind, onKind }: FileNeedsProps) {
  const { t } = useTranslation('import')
  const shown = kind ?? 'order-lines'
  return (
    <Panel title={t('needs.title')} note={t('needs.note')}>
      <NativeSelect
        label={t('kinds.label')}
        value={kind ?? ''}
        data={[
          { value: '', label: t('kinds.automatic') },
          ...IMPORT_KINDS.map((value) => ({ value, label: t(`kinds.${value}.name`) })),
        ]}
        onChange={(event) => {
          const chosen = importKind.safeParse(event.currentTarget.value)
          onKind(chosen.success ? chosen.data : null)
        }}
      />
      {shown === 'order-lines' ? <OrderNeeds /> : <RecordNeeds kind={shown} />}
    </Panel>
  )
}

function OrderNeeds() {
  const { t } = useTranslation('import')
  return (
    <>
      <dl className={styles.needs}>
        {REQUIRED.map((need) => (
          <Need key={need} isRequired name={t(`needs.${need}.name`)} text={t(`needs.${need}.text`)} />
        ))}
        {OPTIONAL.map((need) => (
          <Need key={need} name={t(`needs.${need}.name`)} text={t(`needs.${need}.text`)} />
        ))}
      </dl>
      <p className={styles.remark}>{t('needs.returns')}</p>
    </>
  )
}

function RecordNeeds({ kind }: { kind: RecordKind }) {
  const { t } = useTranslation('import')
  const required = requiredFields(kind)
  const optional = fieldsOfKind(kind).filter(
    (field) => !required.some((set) => set.some((one) => one === field)),
  )
  return (
    <>
      <dl className={styles.needs}>
        {required.map((set) => (
          <Need
            key={set.join()}
            isRequired
            name={set.map((field) => t(`fields.${field}`)).join(t('needs.or'))}
          />
        ))}
        <Need name={optional.map((field) => t(`fields.${field}`)).join(t('gaps.separator'))} />
      </dl>
      <p className={styles.remark}>{t(`kinds.${kind}.note`)}</p>
    </>
  )
}

function Need({ name, text, isRequired = false }: { name: string; text?: string; isRequired?: boolean }) {
  const { t } = useTranslation('import')
  return (
    <div className={styles.need}>
      <dt>{name}</dt>
      <dd className={styles.kind}>
        {isRequired ? <Tag tone="accent">{t('needs.required')}</Tag> : <Tag>{t('needs.optional')}</Tag>}
      </dd>
      {text !== undefined && <dd>{text}</dd>}
    </div>
  )
}
