import { useTranslation } from 'react-i18next'
import { Panel } from '../../components/Panel.tsx'
import { Tag } from '../../components/Tag.tsx'
import styles from './FileStep.module.css'

const REQUIRED = ['customer', 'order', 'date', 'amount'] as const
const OPTIONAL = ['product', 'cost', 'other'] as const

/** What an order file has to hold, what more it may hold, and what that is good for. */
export function FileNeeds() {
  const { t } = useTranslation('import')
  return (
    <Panel title={t('needs.title')} note={t('needs.note')}>
      <dl className={styles.needs}>
        {REQUIRED.map((need) => (
          <div key={need} className={styles.need}>
            <dt>{t(`needs.${need}.name`)}</dt>
            <dd className={styles.kind}>
              <Tag tone="accent">{t('needs.required')}</Tag>
            </dd>
            <dd>{t(`needs.${need}.text`)}</dd>
          </div>
        ))}
        {OPTIONAL.map((need) => (
          <div key={need} className={styles.need}>
            <dt>{t(`needs.${need}.name`)}</dt>
            <dd className={styles.kind}>
              <Tag>{t('needs.optional')}</Tag>
            </dd>
            <dd>{t(`needs.${need}.text`)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.remark}>{t('needs.returns')}</p>
    </Panel>
  )
}
