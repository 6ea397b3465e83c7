import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { AccountDetail } from '#shared/contract/account.ts'
import { useCall } from '../../api/use-call.ts'
import { Avatar } from '../../components/Avatar.tsx'
import { ClassLetter, Movement, OverrideMark } from '../../components/ClassLetter.tsx'
import { Drawer, DrawerBlock } from '../../components/Drawer.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { useFormat } from '../../components/format.tsx'
import { Keys } from '../../components/Keys.tsx'
import { LoadingLine } from '../../components/LoadingLine.tsx'
import { Missing } from '../../components/Missing.tsx'
import { ProgressBar } from '../../components/ProgressBar.tsx'
import { Sparkline } from '../../components/Sparkline.tsx'
import styles from './Accounts.module.css'
import { FieldsBlock } from './FieldsBlock.tsx'

const SHOWN_PEOPLE = 5

function Head({ detail }: { detail: AccountDetail }) {
  const { t } = useTranslation('accounts')
  const { row } = detail
  const parts = [row.industry, row.city, t('preview.number', { number: row.number }), row.accountManager]
  return (
    <>
      <div className={styles.headTitle}>
        <ClassLetter valueClass={row.valueClass} />
        <Movement now={row.valueClass} before={row.previousValueClass} />
        {row.isOverridden && <OverrideMark computed={row.computedValueClass} />}
        <h2 className="ms-ellipsis" title={row.name}>
          {row.name}
        </h2>
      </div>
      <div className="ms-dimmed ms-ellipsis">{parts.filter((part) => part !== null).join(' · ')}</div>
      <Button
        mt="sm"
        rightSection={<Keys shortcut="enter" />}
        renderRoot={(props) => <Link to="/accounts/$accountId" params={{ accountId: row.id }} {...props} />}
      >
        {t('preview.openAccount')}
      </Button>
    </>
  )
}

function SalesBlock({ detail: { row, orderRhythmDays } }: { detail: AccountDetail }) {
  const { t } = useTranslation('accounts')
  const { t: tCommon } = useTranslation('common')
  const format = useFormat()
  const rhythm = orderRhythmDays === null ? null : t('preview.rhythm', { count: Math.round(orderRhythmDays) })
  const facts = [
    { key: 'scorePercent', value: row.scorePercent === null ? null : format.decimal(row.scorePercent, 1) },
    { key: 'marginPercent', value: row.marginPercent === null ? null : format.percent(row.marginPercent) },
    { key: 'rfmSegment', value: row.rfmSegment && tCommon(`rfmSegment.${row.rfmSegment}`) },
    { key: 'abc', value: row.abc },
    {
      key: 'recencyDays',
      value: row.recencyDays === null ? null : t('preview.days', { count: row.recencyDays }),
    },
    { key: 'orderCount', value: format.number(row.orderCount) },
  ] as const
  return (
    <DrawerBlock>
      <div className={styles.sales}>
        <div>
          <div className="ms-dimmed">{t('preview.sales')}</div>
          <div className={styles.big} title={format.moneyFull(row.netSales)}>
            {format.money(row.netSales)}{' '}
            {row.growthPercent !== null && (
              <span className={styles.change}>{format.signedPercent(row.growthPercent)}</span>
            )}
          </div>
        </div>
        <Sparkline values={row.monthlySales} width={120} height={36} />
      </div>
      <dl className={styles.facts}>
        {facts.map(({ key, value }) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt>{key === 'recencyDays' ? t('preview.recency') : t(`column.${key}`)}</dt>
            <dd>{value ?? <Missing />}</dd>
          </div>
        ))}
      </dl>
      {rhythm && <div className="ms-dimmed">{rhythm}</div>}
    </DrawerBlock>
  )
}

function PeopleBlock({ detail }: { detail: AccountDetail }) {
  const { t } = useTranslation('accounts')
  const companyId = detail.row.id
  const { data: people } = useCall('person.list', { companyId })
  const present = (people ?? []).flatMap((person) => {
    const post = person.employments.find((one) => one.companyId === companyId && one.endedOn === null)
    return post ? [{ id: person.id, name: person.fields.name, title: post.title }] : []
  })
  return (
    <DrawerBlock title={t('preview.people')} note={t('preview.peopleCount', { count: detail.peopleCount })}>
      {people && present.length === 0 && <span className="ms-dimmed">{t('preview.noPeople')}</span>}
      <ul className={styles.people}>
        {present.slice(0, SHOWN_PEOPLE).map(({ id, name, title }) => (
          <li key={id} className={styles.person}>
            <Avatar name={name} />
            <span className="ms-ellipsis">
              {name} <span className="ms-dimmed">{title}</span>
            </span>
          </li>
        ))}
      </ul>
    </DrawerBlock>
  )
}

function CompletenessBlock({ detail }: { detail: AccountDetail }) {
  const { t } = useTranslation('accounts')
  const format = useFormat()
  const [next] = detail.missing
  return (
    <DrawerBlock>
      <div className={styles.meter}>
        <div className={styles.meterHead}>
          <h3>{t('preview.completeness')}</h3>
          <b>{format.percent(detail.completenessPercent, 0)}</b>
        </div>
        <ProgressBar percent={detail.completenessPercent} label={t('preview.completeness')} />
        {next && (
          <div>
            <div className="ms-dimmed">{t('preview.nextQuestion')}</div>
            <Link to="/accounts/$accountId" params={{ accountId: detail.row.id }} search={{ tab: 'data' }}>
              {t(`question.${next.field}` as 'question.accountManager')}
            </Link>
          </div>
        )}
      </div>
    </DrawerBlock>
  )
}

/** One account beside the grid: what it buys, who is there, and what to ask next. */
export function AccountPreview({ accountId, onClose }: { accountId: string; onClose: () => void }) {
  const { t } = useTranslation('accounts')
  const { data: detail, error } = useCall('account.get', { id: accountId }, { keepPrevious: true })
  return (
    <Drawer
      label={t('preview.label', { name: detail?.row.name ?? '' })}
      head={detail ? <Head detail={detail} /> : <h2>{t('title')}</h2>}
      onClose={onClose}
    >
      {error ? (
        <DrawerBlock>
          <ErrorNotice failure={error} />
        </DrawerBlock>
      ) : detail ? (
        <>
          <SalesBlock detail={detail} />
          <PeopleBlock detail={detail} />
          <FieldsBlock accountId={detail.row.id} />
          <CompletenessBlock detail={detail} />
        </>
      ) : (
        <LoadingLine />
      )}
    </Drawer>
  )
}
