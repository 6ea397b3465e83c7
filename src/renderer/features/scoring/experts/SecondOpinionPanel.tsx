import { useTranslation } from 'react-i18next'
import { useCall } from '../../../api/use-call.ts'
import { AccountLink } from '../../../components/account/AccountLink.tsx'
import { ClassLetter } from '../../../components/ClassLetter.tsx'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { useFormat } from '../../../components/format.tsx'
import { LoadingLine } from '../../../components/LoadingLine.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { ScrollRegion } from '../../../components/ScrollRegion.tsx'
import { SimpleTable } from '../../../components/SimpleTable.tsx'
import type { ModelDraftEdits } from '../use-model-draft.ts'
import styles from './Experts.module.css'

const SHOWN = 50

/** TOPSIS beside the score, the accounts it ranks most differently first; it never decides a class. */
export function SecondOpinionPanel({ edits: { model, isChanged } }: { edits: ModelDraftEdits }) {
  const { t } = useTranslation('model')
  const format = useFormat()
  const { data, error } = useCall('model.secondOpinion', { model, limit: SHOWN }, { keepPrevious: true })
  if (error) return <ErrorNotice failure={error} />
  if (!data) return <LoadingLine />
  const { rankCorrelation, accountCount: count, accounts } = data
  return (
    <Panel
      padding="none"
      title={
        rankCorrelation === null
          ? t('experts.opinionNone', { count })
          : t('experts.opinion', { correlation: rankCorrelation.toFixed(2), count })
      }
      note={`${t('experts.opinionNote')} · ${t(isChanged ? 'experts.draft' : 'experts.inForce')}`}
    >
      {accounts.length > 0 && (
        <ScrollRegion className={styles.scroll} label={t('experts.opinionLabel')}>
          <SimpleTable
            label={t('experts.opinionLabel')}
            isHeaderSticky
            columns={[
              { key: 'class', label: t('experts.class') },
              { key: 'account', label: t('experts.account') },
              { key: 'score', label: t('experts.score'), align: 'end' },
              { key: 'byScore', label: t('experts.rankByScore'), align: 'end' },
              { key: 'byCloseness', label: t('experts.rankByCloseness'), align: 'end' },
              { key: 'difference', label: t('experts.difference'), align: 'end' },
              { key: 'closeness', label: t('experts.closeness'), align: 'end' },
            ]}
            rows={accounts.map((account) => ({
              key: account.id,
              cells: [
                <ClassLetter key="class" valueClass={account.valueClass} />,
                <AccountLink key="account" id={account.id} name={account.name} tab="reasons" />,
                format.decimal(account.score, 1),
                format.number(account.rankByScore),
                format.number(account.rankByCloseness),
                format.signed(account.rankByScore - account.rankByCloseness),
                format.decimal(account.closeness, 2),
              ],
            }))}
          />
        </ScrollRegion>
      )}
      {accounts.length < count && (
        <p className={styles.more}>{t('experts.all', { count, shown: accounts.length })}</p>
      )}
    </Panel>
  )
}
