import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { AccountDetail } from '#shared/contract/account.ts'
import { useCall } from '../../../api/use-call.ts'
import { Avatar } from '../../../components/Avatar.tsx'
import { useFormat } from '../../../components/format.tsx'
import { Missing } from '../../../components/Missing.tsx'
import { Panel } from '../../../components/Panel.tsx'
import styles from '../Account.module.css'
import { postsAt } from '../people/person-post.ts'

const SHOWN = 4
const SHOWN_WHEN_TALL = 7

function CompanyFacts({ detail: { company } }: { detail: AccountDetail }) {
  const { t } = useTranslation('account')
  const format = useFormat()
  const size = [
    company.revenue
      ? t('who.revenue', {
          amount: format.money(company.revenue.amount, company.revenue.currency),
          year: company.revenue.year,
        })
      : null,
    company.headcount === null
      ? null
      : t('who.headcount', { count: company.headcount, figure: format.number(company.headcount) }),
  ].filter((part) => part !== null)
  const facts = [
    { key: 'manager', value: company.accountManager },
    { key: 'size', value: size.length > 0 ? size.join(t('comma')) : null },
    { key: 'strategy', value: company.strategy },
  ] as const
  return (
    <dl className={styles.facts}>
      {facts.map(({ key, value }) => (
        <div key={key} style={{ display: 'contents' }}>
          <dt>{t(`who.${key}`)}</dt>
          <dd title={value ?? undefined}>{value ?? <Missing />}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The company in three lines, and who works there. */
export function WhoPanel({ detail }: { detail: AccountDetail }) {
  const { t } = useTranslation('account')
  const format = useFormat()
  const { data: people } = useCall('person.list', { companyId: detail.row.id })
  const today = format.dayOf(new Date().toISOString())
  const posts = postsAt(people ?? [], detail.row.id, today)
  const present = posts.filter((one) => !one.hasLeft)
  const left = posts.length - present.length
  const title =
    people === undefined
      ? t('who.title', { count: detail.peopleCount })
      : present.length === 0
        ? t('who.titleNobody')
        : left > 0
          ? t('who.titleLeft', { count: present.length, left })
          : t('who.title', { count: present.length })
  return (
    <Panel
      question={t('question.who')}
      title={title}
      actions={
        <Link to="/accounts/$accountId" params={{ accountId: detail.row.id }} search={{ tab: 'people' }}>
          {t(present.length === 0 ? 'who.add' : 'who.all')}
        </Link>
      }
    >
      <CompanyFacts detail={detail} />
      <ul className={styles.lines}>
        {present.slice(0, SHOWN_WHEN_TALL).map(({ person, post }, index) => (
          <li
            key={person.id}
            className={[styles.line, styles.person, index >= SHOWN ? styles.tall : ''].join(' ')}
          >
            <Avatar name={person.fields.name} />
            <span>{person.fields.name}</span>
            <span className="ms-dimmed ms-ellipsis">
              {[post.title, post.department].filter((part) => part !== null).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
