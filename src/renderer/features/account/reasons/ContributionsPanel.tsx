import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountExplanation } from '#shared/contract/account.ts'
import type { AccountContributions } from '#shared/contract/account-score.ts'
import { useCall } from '../../../api/use-call.ts'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { useFormat } from '../../../components/format.tsx'
import { LoadingLine } from '../../../components/LoadingLine.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { SimpleTable } from '../../../components/SimpleTable.tsx'
import { useCriteria } from '../../../components/use-criteria.ts'
import { barOf } from './diverging-bar.ts'
import styles from './Reasons.module.css'

type Against = AccountContributions['against']

function Bar({ points, largest }: { points: number; largest: number }) {
  const { start, width } = barOf(points, largest)
  return (
    <span className={styles.diverging} aria-hidden>
      <span className={styles.zero} />
      <span
        className={styles.part}
        data-below={points < 0 || undefined}
        style={{ insetInlineStart: `${start}%`, width: `${width}%` }}
      />
    </span>
  )
}

/** What makes the difference to the next class's line, or to the median of all that trade. */
export function ContributionsPanel({ id, explanation }: { id: string; explanation: AccountExplanation }) {
  const { t } = useTranslation('account')
  const { t: tCommon } = useTranslation('common')
  const { nameOf } = useCriteria()
  const format = useFormat()
  const hasNext = explanation.next !== null
  const [chosen, setChosen] = useState<Against>('next-class')
  const against = hasNext ? chosen : 'median'
  const { data, error } = useCall('account.contributions', { id, against }, { keepPrevious: true })
  const shown = data?.against === against ? data : undefined
  const reference = shown?.valueClass
    ? tCommon(`valueClass.${shown.valueClass}`)
    : t('contribution.theMedian')
  const [main] = [...(shown?.items ?? [])].sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
  const largest = Math.max(0.01, ...(shown?.items ?? []).map(({ points }) => Math.abs(points)))
  const title = !shown
    ? t('contribution.name')
    : t(shown.difference < 0 ? 'contribution.below' : 'contribution.above', {
        reference,
        points: format.decimal(Math.abs(shown.difference), 2),
        criterion: main ? nameOf(main.criterion) : '',
        part: main ? format.signed(main.points, 2) : '',
      })
  return (
    <Panel
      title={title}
      note={
        shown
          ? shown.accountCount === null
            ? t('contribution.noteClass', { score: format.decimal(shown.referenceScore, 2) })
            : t('contribution.noteMedian', {
                count: shown.accountCount,
                score: format.decimal(shown.referenceScore, 2),
              })
          : undefined
      }
      actions={
        hasNext && (
          <SegmentedControl
            size="xs"
            aria-label={t('contribution.against')}
            value={against}
            onChange={(value) => setChosen(value === 'median' ? 'median' : 'next-class')}
            data={[
              { value: 'next-class', label: t('contribution.nextClass') },
              { value: 'median', label: t('contribution.median') },
            ]}
          />
        )
      }
      padding="none"
    >
      {error ? (
        <ErrorNotice failure={error} />
      ) : data === null ? (
        <p className={`${styles.padded} ms-dimmed`}>{t('contribution.none')}</p>
      ) : !shown ? (
        <LoadingLine />
      ) : (
        <SimpleTable
          label={title}
          columns={[
            { key: 'criterion', label: t('points.criterion') },
            { key: 'utility', label: t('contribution.utility'), align: 'end', width: 88 },
            { key: 'bar', label: t('contribution.bar'), isLabelHidden: true, width: '36%' },
            { key: 'points', label: t('contribution.points'), align: 'end', width: 88 },
          ]}
          rows={shown.items.map(({ criterion, points, utility, referenceUtility }) => ({
            key: criterion,
            cells: [
              nameOf(criterion),
              <span key="utility">
                {format.number(utility, 0)}{' '}
                <span className="ms-dimmed">/ {format.number(referenceUtility, 0)}</span>
              </span>,
              <Bar key="bar" points={points} largest={largest} />,
              format.signed(points, 2),
            ],
          }))}
          footer={[t('class.total'), '', '', format.signed(shown.difference, 2)]}
        />
      )}
    </Panel>
  )
}
