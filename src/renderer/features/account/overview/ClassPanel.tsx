import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { AccountDetail, AccountExplanation } from '#shared/contract/account.ts'
import type { CallFailure } from '../../../api/call-failure.ts'
import { DataBar } from '../../../components/DataBar.tsx'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { useFormat } from '../../../components/format.tsx'
import { LoadingLine } from '../../../components/LoadingLine.tsx'
import { Missing } from '../../../components/Missing.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { useCriteria } from '../../../components/use-criteria.ts'
import styles from '../Account.module.css'
import { countedWeights } from '../reasons/explained.ts'
import { useClassSentence } from '../reasons/use-class-sentence.ts'

function Points({ explanation, id }: { explanation: AccountExplanation; id: string }) {
  const { t } = useTranslation('account')
  const { nameOf } = useCriteria()
  const format = useFormat()
  const weights = countedWeights(explanation.items)
  const heaviest = Math.max(1, ...weights.values())
  return (
    <ul className={styles.lines}>
      {explanation.items.map(({ criterion, points, utility }) => {
        const weight = weights.get(criterion) ?? 0
        return (
          <li key={criterion} className={[styles.line, styles.criterion].join(' ')}>
            <Link
              to="/accounts/$accountId"
              params={{ accountId: id }}
              search={{ tab: 'reasons', detail: criterion }}
              className={styles.linkQuiet}
            >
              {nameOf(criterion)}
            </Link>
            <DataBar percent={utility} trackPercent={points === null ? 100 : (100 * weight) / heaviest} />
            <span className={styles.end}>{points === null ? <Missing /> : format.decimal(points, 1)}</span>
          </li>
        )
      })}
      <li className={[styles.line, styles.criterion, styles.total].join(' ')}>
        <span>{t('class.total')}</span>
        <span />
        <span className={styles.end}>{format.decimal(explanation.scorePercent, 1)}</span>
      </li>
    </ul>
  )
}

function ClassFoot({ explanation }: { explanation: AccountExplanation }) {
  const { t } = useTranslation('account')
  const { t: tCommon } = useTranslation('common')
  const format = useFormat()
  const { previousScorePercent, previousValueClass, robustnessPercent } = explanation
  return (
    <div className={styles.foot}>
      <span>
        <span className="ms-dimmed">{t('class.lastQuarter')}</span>{' '}
        {previousScorePercent === null ? <Missing /> : format.decimal(previousScorePercent, 1)}{' '}
        {previousValueClass && tCommon(`valueClass.${previousValueClass}`)}
      </span>
      {robustnessPercent !== null && (
        <span>
          <span className="ms-dimmed">{t('class.robustness')}</span> {format.percent(robustnessPercent, 0)}
        </span>
      )}
    </div>
  )
}

/** The class in one sentence and the points that make it. */
export function ClassPanel({
  detail,
  explanation,
  failure,
}: {
  detail: AccountDetail
  explanation: AccountExplanation | undefined
  failure: CallFailure | null
}) {
  const { t } = useTranslation('account')
  const sentence = useClassSentence(detail, explanation)
  return (
    <Panel
      question={t('question.class')}
      title={sentence}
      actions={
        <Link to="/accounts/$accountId" params={{ accountId: detail.row.id }} search={{ tab: 'reasons' }}>
          {t('class.why')}
        </Link>
      }
    >
      {failure?.code === 'no-data' ? (
        <p className="ms-dimmed">{t('class.noModel')}</p>
      ) : failure ? (
        <ErrorNotice failure={failure} />
      ) : !explanation ? (
        <LoadingLine />
      ) : explanation.items.length > 0 ? (
        <div className={styles.panelColumn}>
          <Points explanation={explanation} id={detail.row.id} />
          <span className={styles.space} />
          <ClassFoot explanation={explanation} />
        </div>
      ) : (
        <p className="ms-dimmed">{t('class.prospectText')}</p>
      )}
    </Panel>
  )
}
