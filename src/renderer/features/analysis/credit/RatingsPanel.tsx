import { Button, SegmentedControl, Select } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CREDIT_SORT_FIELDS, type CreditListRow } from '#shared/contract/credit.ts'
import { CREDIT_GRADES, type CreditGrade } from '#shared/domain/credit.ts'
import { useCall } from '../../../api/use-call.ts'
import { useFormat } from '../../../components/format.tsx'
import { LoadingLine } from '../../../components/LoadingLine.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { SimpleTable } from '../../../components/SimpleTable.tsx'
import { Tag } from '../../../components/Tag.tsx'
import { CreditAccount } from './CreditAccount.tsx'
import styles from './CreditView.module.css'

const PAGE = 30
const MOST = 1000

type SortField = (typeof CREDIT_SORT_FIELDS)[number]

function GradeCell({ row }: { row: CreditListRow }) {
  const { t } = useTranslation('credit')
  const { grade, previousGrade } = row
  if (grade === null) return <span className="ms-dimmed">{t('view.unrated')}</span>
  const moved =
    previousGrade === null ? 0 : CREDIT_GRADES.indexOf(previousGrade) - CREDIT_GRADES.indexOf(grade)
  const Arrow = moved > 0 ? IconArrowUp : IconArrowDown
  return (
    <span className={styles.account}>
      <strong>{grade}</strong>
      {moved !== 0 && (
        <span className={`${styles.account} ms-dimmed`}>
          <Arrow size={14} stroke={1.6} aria-hidden /> {previousGrade}
        </span>
      )}
    </span>
  )
}

/** All accounts with grade, limit and terms; those that are due for rating say so. */
export function RatingsPanel({
  grade,
  isDue,
  onFilter,
}: {
  grade: CreditGrade | undefined
  isDue: boolean
  onFilter: (detail: string | undefined) => void
}) {
  const { t } = useTranslation('credit')
  const format = useFormat()
  const [field, setField] = useState<SortField>('open')
  const [shown, setShown] = useState(PAGE)
  const { data } = useCall(
    'credit.list',
    {
      ...(grade ? { grades: [grade] } : {}),
      ...(isDue ? { isDue } : {}),
      sort: { field, descending: field !== 'name' && field !== 'grade' },
      offset: 0,
      limit: shown,
    },
    { keepPrevious: true },
  )
  if (!data) return <LoadingLine />
  const left = Math.min(data.total, MOST) - data.rows.length
  const terms = (days: number | null) =>
    days === null ? format.missing : days === 0 ? t('view.advance') : t('view.termsDays', { days })
  return (
    <Panel
      title={t('view.listTitle', { count: data.total })}
      note={t('view.listNote', {
        due: format.number(data.dueCount),
        over: format.number(data.overLimitCount),
      })}
      padding="none"
      actions={
        <div className={styles.acts}>
          <SegmentedControl
            size="xs"
            aria-label={t('view.listLabel')}
            value={isDue ? 'due' : grade ? '' : 'all'}
            data={[
              { value: 'all', label: t('view.filter.all') },
              { value: 'due', label: t('view.filter.due') },
            ]}
            onChange={(value) => onFilter(value === 'due' ? 'due' : undefined)}
          />
          <Select
            size="xs"
            className={styles.sort}
            aria-label={t('view.sort')}
            allowDeselect={false}
            value={field}
            data={CREDIT_SORT_FIELDS.map((value) => ({ value, label: t(`view.sortBy.${value}`) }))}
            onChange={(value) => value && setField(value)}
          />
        </div>
      }
    >
      <div className={styles.scroll}>
        <SimpleTable
          label={t('view.listLabel')}
          columns={[
            { key: 'account', label: t('view.account') },
            { key: 'grade', label: t('history.grade') },
            { key: 'points', label: t('history.points'), align: 'end' },
            { key: 'quarter', label: t('history.quarter') },
            { key: 'limit', label: t('history.limit'), align: 'end' },
            { key: 'terms', label: t('view.terms'), align: 'end' },
            { key: 'open', label: t('payment.open'), align: 'end' },
            { key: 'over', label: t('view.overLimit'), align: 'end' },
          ]}
          rows={data.rows.map((row) => ({
            key: row.accountId,
            cells: [
              <CreditAccount key="account" {...row} />,
              <GradeCell key="grade" row={row} />,
              format.decimal(row.points, 1),
              row.isDue ? <Tag key="due">{t('view.due')}</Tag> : row.quarter?.replace('-', ' '),
              format.money(row.limit),
              terms(row.termsDays),
              format.money(row.open),
              row.overLimit ? <strong key="over">{format.money(row.overLimit)}</strong> : '',
            ],
          }))}
        />
      </div>
      {left > 0 && (
        <div className={styles.more}>
          <Button variant="default" onClick={() => setShown(Math.min(MOST, shown + 5 * PAGE))}>
            {t('view.more', { count: Math.min(left, 5 * PAGE) })}
          </Button>
        </div>
      )}
    </Panel>
  )
}
