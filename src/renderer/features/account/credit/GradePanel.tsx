import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CreditSheet } from '#shared/contract/credit.ts'
import type { Amount } from '#shared/domain/money.ts'
import { DataBar } from '../../../components/DataBar.tsx'
import { useFormat } from '../../../components/format.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { Tag } from '../../../components/Tag.tsx'
import styles from './Credit.module.css'

/** What the grade is worth, and which category earns how much of it. */
export function GradePanel({ sheet, open }: { sheet: CreditSheet; open: Amount | null }) {
  const { t } = useTranslation('credit')
  const format = useFormat()
  const shown = sheet.decision ?? sheet.result
  const { grade, limit, termsDays } = shown
  const title =
    grade === null || termsDays === null
      ? t('grade.titleNone')
      : termsDays === 0 && (limit ?? 0) === 0
        ? t('grade.titleAdvance', { grade })
        : t('grade.title', { grade, limit: format.money(limit), days: termsDays })
  const used = {
    percent: limit && open !== null ? format.percent((100 * open) / limit, 0) : '',
    open: format.money(open),
  }
  return (
    <Panel title={title} note={t('grade.note')}>
      <ul className={styles.bars} aria-label={t('grade.label')}>
        {shown.categories.map(({ category, points, ratedWeight, weight }) => (
          <li key={category} className={styles.category}>
            <span className={styles.cut}>{t(`category.${category}`)}</span>
            <DataBar percent={points === null || ratedWeight === 0 ? null : (100 * points) / ratedWeight} />
            <span className={styles.end}>
              {points === null ? (
                <span className="ms-dimmed">{t('grade.unknown')}</span>
              ) : (
                <>
                  {format.decimal(points, 1)}
                  <span className="ms-dimmed">
                    {' / '}
                    {format.number(ratedWeight, 1)}
                    {ratedWeight < weight && '*'}
                  </span>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {grade !== null && limit !== null && limit > 0 && open !== null && (
        <div className={styles.foot}>
          {open > limit ? (
            <Tag tone="amber" icon={IconAlertTriangle}>
              {t('grade.over', used)}
            </Tag>
          ) : (
            t('grade.used', used)
          )}
        </div>
      )}
    </Panel>
  )
}
