import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { SegmentCandidate, SegmentRow } from '#shared/contract/segment.ts'
import { ClassLetter } from '../../../components/ClassLetter.tsx'
import { type Format, useFormat } from '../../../components/format.tsx'
import { Missing } from '../../../components/Missing.tsx'
import own from './Segments.module.css'

/** The figure by which best and worst are told apart, of one account. */
export function candidateFigure(
  { contribution, scorePercent, netSales }: SegmentCandidate,
  by: SegmentRow['proposedBy'],
  format: Format,
): string {
  if (by === 'contribution') return format.money(contribution)
  if (by === 'score') return format.number(scorePercent, 0)
  return format.money(netSales)
}

/** Best or worst of a segment: the chosen one, else the proposal in grey. */
export function ChosenAccount({
  chosen,
  proposed,
  by,
  none,
}: {
  chosen: SegmentCandidate | null
  proposed: SegmentCandidate | null
  by: SegmentRow['proposedBy']
  /** Said where there is nobody; missing when left out. */
  none?: string | undefined
}) {
  const { t } = useTranslation('segments')
  const format = useFormat()
  const account = chosen ?? proposed
  if (!account) return none === undefined ? <Missing /> : <span className="ms-dimmed">{none}</span>
  return (
    <span className={own.chosen}>
      <ClassLetter valueClass={account.valueClass} />
      <span className={own.chosenText}>
        <Link
          to="/accounts/$accountId"
          params={{ accountId: account.id }}
          className={own.link}
          title={account.name}
        >
          {account.name}
        </Link>
        <span className="ms-dimmed" title={t(`by.${by}`)}>
          {candidateFigure(account, by, format)}
          {' · '}
          {t(chosen ? 'chosen' : 'proposed')}
        </span>
      </span>
    </span>
  )
}
