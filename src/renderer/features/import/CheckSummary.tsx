import { useTranslation } from 'react-i18next'
import type { ImportCheck } from '#shared/contract/import.ts'
import type { RecordKind } from '#shared/domain/import-kind.ts'
import type { Amount } from '#shared/domain/money.ts'
import { useFormat } from '../../components/format.tsx'
import { recordFacts } from './check-facts.ts'
import styles from './ProblemsStep.module.css'
import { netSalesOf } from './receipt-facts.ts'

interface Fact {
  label: string
  value: string
  /** The whole figure where it is shortened. */
  full?: string
  /** Days keep proportional figures, whose hyphens are narrow. */
  isDays?: boolean
}

const isFact = (fact: Fact | null): fact is Fact => fact !== null

/** How many rows can be written, and what they hold. */
export function CheckSummary({ check }: { check: ImportCheck }) {
  const { t } = useTranslation('import')
  const format = useFormat()
  const money = (label: string, value: Amount): Fact => ({
    label,
    value: format.money(value),
    full: format.moneyFull(value),
  })
  const { firstOrderedOn, lastOrderedOn, updatedAccounts, unchanged } = check
  const orderFacts = (): (Fact | null)[] => [
    { label: t('facts.orders'), value: format.number(check.orders) },
    { label: t('facts.newAccounts'), value: format.number(check.newAccounts) },
    updatedAccounts > 0 ? { label: t('facts.updatedAccounts'), value: format.number(updatedAccounts) } : null,
    { label: t('facts.newProducts'), value: format.number(check.newProducts) },
    unchanged > 0 ? { label: t('facts.unchanged'), value: format.number(unchanged) } : null,
    firstOrderedOn && lastOrderedOn
      ? {
          label: t('facts.dates'),
          value: t('facts.range', { from: firstOrderedOn, to: lastOrderedOn }),
          isDays: true,
        }
      : null,
    money(t('facts.gross'), check.grossSales),
    money(
      t('facts.returns', { count: check.returnLines, rows: format.number(check.returnLines) }),
      check.returns,
    ),
    money(t('facts.net'), netSalesOf(check)),
  ]
  const factsOf = (kind: RecordKind): (Fact | null)[] => {
    const { hasUpdates, hasDays, hasSum, hasCredits, makesProspects } = recordFacts(kind, check)
    return [
      { label: t('facts.created'), value: format.number(check.created) },
      hasUpdates ? { label: t('facts.updated'), value: format.number(check.updated) } : null,
      unchanged > 0 ? { label: t('facts.unchanged'), value: format.number(unchanged) } : null,
      makesProspects ? { label: t('facts.newProspects'), value: format.number(check.newAccounts) } : null,
      hasDays && firstOrderedOn && lastOrderedOn
        ? {
            label: t('facts.days'),
            value: t('facts.range', { from: firstOrderedOn, to: lastOrderedOn }),
            isDays: true,
          }
        : null,
      hasCredits ? money(t('facts.credits'), check.returns) : null,
      hasSum ? money(t('facts.sum'), netSalesOf(check)) : null,
    ]
  }
  const facts = check.kind === 'order-lines' ? orderFacts() : factsOf(check.kind)
  return (
    <div className={styles.summary}>
      <div className={styles.summaryHead}>
        <span className="ms-dimmed">{t('facts.accepted')}</span>
        <span className="ms-number">
          <b>{format.number(check.accepted)}</b>{' '}
          <span className="ms-dimmed">/ {format.number(check.total)}</span>
        </span>
      </div>
      <div className={styles.shares} aria-hidden>
        <i className={styles.accepted} style={{ flexGrow: check.accepted }} />
        {check.rejected > 0 && <i className={styles.rejected} style={{ flexGrow: check.rejected }} />}
      </div>
      <dl className={styles.facts}>
        {facts.filter(isFact).map(({ label, value, full, isDays }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className={isDays ? undefined : 'ms-number'} title={full}>
              {value}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
