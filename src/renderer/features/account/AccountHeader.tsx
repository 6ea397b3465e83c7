import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountDetail, AccountExplanation } from '#shared/contract/account.ts'
import { useCall } from '../../api/use-call.ts'
import { ClassLetter, Movement, OverrideMark } from '../../components/ClassLetter.tsx'
import { useFormat } from '../../components/format.tsx'
import { Tag } from '../../components/Tag.tsx'
import styles from './Account.module.css'

function HeaderFact({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <div className={styles.factLabel}>{label}</div>
      <div className={styles.factValue}>{children}</div>
    </div>
  )
}

/** How far the score lies from the class above, or above the line of the class it holds. */
export function useDistanceText(explanation: AccountExplanation | undefined): string {
  const { t } = useTranslation('account')
  const { t: tCommon } = useTranslation('common')
  const format = useFormat()
  const { data: current } = useCall('model.current', {})
  if (!explanation || explanation.scorePercent === null) return ''
  const { next, computedValueClass, scorePercent, decidedBy } = explanation
  if (next) {
    const name = tCommon(`valueClass.${next.valueClass}`)
    return next.missingPoints > 0
      ? t('header.toNext', { class: name, points: format.number(next.missingPoints, 1) })
      : t('header.nextReached', { class: name })
  }
  const line = current?.model?.thresholds.diamondScore
  if (computedValueClass === 'diamond' && line !== undefined) {
    return t('header.above', {
      class: tCommon('valueClass.diamond'),
      points: format.number(scorePercent - line, 1),
    })
  }
  return decidedBy === 'problem-rule' ? t('header.problemRule') : ''
}

/** Who this is, its class, and how firm that is. */
export function AccountHeader({
  detail,
  explanation,
}: {
  detail: AccountDetail
  explanation: AccountExplanation | undefined
}) {
  const { t } = useTranslation('account')
  const { t: tCommon } = useTranslation('common')
  const format = useFormat()
  const distance = useDistanceText(explanation)
  const { row, company } = detail
  const since = company.customerSince ?? detail.firstOrderedOn
  const parts = [
    row.number,
    row.city,
    since === null ? null : t('header.since', { year: since.slice(0, 4) }),
    detail.lastOrderedOn === null
      ? t('header.neverOrdered')
      : t('header.lastOrder', { day: format.day(detail.lastOrderedOn) }),
  ]
  const scoreChange =
    explanation?.scorePercent != null && explanation.previousScorePercent !== null
      ? format.signed(explanation.scorePercent - explanation.previousScorePercent, 1)
      : null
  const search = (tab: string) => ({ tab })
  const { data: complexity } = useCall('segment.complexity', { id: row.id }, { keepPrevious: true })
  return (
    <header className={styles.header}>
      <ClassLetter valueClass={row.valueClass} size={32} />
      <div className={styles.identity}>
        <div className={styles.nameLine}>
          <h2 className={styles.name} title={row.name}>
            {row.name}
          </h2>
          <Movement now={row.valueClass} before={row.previousValueClass} />
          {row.isOverridden && <OverrideMark computed={row.computedValueClass} />}
          {row.industry && <Tag>{row.industry}</Tag>}
          {row.isProvisional && <Tag>{tCommon('provisional')}</Tag>}
          {row.isNew && <Tag tone="accent">{t('header.new')}</Tag>}
        </div>
        <div className="ms-dimmed ms-ellipsis">{parts.filter((part) => part !== null).join(' · ')}</div>
      </div>
      <HeaderFact
        label={scoreChange === null ? t('header.score') : t('header.scoreChange', { change: scoreChange })}
      >
        <Link
          to="/accounts/$accountId"
          params={{ accountId: row.id }}
          search={search('reasons')}
          className={styles.linkQuiet}
        >
          <b>{format.decimal(row.scorePercent, 1)}</b> <span className="ms-dimmed">{distance}</span>
        </Link>
      </HeaderFact>
      {explanation && explanation.robustnessPercent !== null && (
        <HeaderFact label={t('header.robustness')}>
          <Link
            to="/accounts/$accountId"
            params={{ accountId: row.id }}
            search={search('reasons')}
            className={styles.linkQuiet}
          >
            <b>{format.percent(explanation.robustnessPercent, 0)}</b>{' '}
            <span className="ms-dimmed">{t('header.weightDraws')}</span>
          </Link>
        </HeaderFact>
      )}
      {complexity && row.orderCount > 0 && (
        <HeaderFact label={t('header.complexity')}>
          <Link
            to="/analysis"
            search={{ tab: 'complexity', account: row.id }}
            className={styles.linkQuiet}
            title={t('header.complexityHint', { log2: format.decimal(complexity.log2, 2) })}
          >
            <b>{format.number(complexity.cells)}</b>{' '}
            <span className="ms-dimmed">
              {t('header.complexityCovered', { percent: format.percent(complexity.coveragePercent, 0) })}
            </span>
          </Link>
        </HeaderFact>
      )}
      <HeaderFact label={t('header.completeness')}>
        <b>{format.percent(detail.completenessPercent, 0)}</b>{' '}
        {detail.missing.length > 0 && (
          <Link to="/accounts/$accountId" params={{ accountId: row.id }} search={search('data')}>
            {t('header.askOne')}
          </Link>
        )}
      </HeaderFact>
    </header>
  )
}
