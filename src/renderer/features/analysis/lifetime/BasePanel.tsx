import { useTranslation } from 'react-i18next'
import type { LifetimePortfolio } from '#shared/contract/lifetime.ts'
import { useFormat } from '../../../components/format.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { type Fact, Facts } from './Facts.tsx'

/** Whether the customer base can be estimated at all, what can't be told, and what the guards looked at. */
export function BasePanel({ portfolio }: { portfolio: LifetimePortfolio }) {
  const { t } = useTranslation('lifetime')
  const format = useFormat()
  const { base, facts, horizonWeeks: weeks } = portfolio
  const days = (value: number | null) =>
    value === null ? format.missing : t('base.days', { days: format.number(value, 1) })
  const guards: Fact[] = [
    { key: 'customers', value: format.number(facts.customerCount) },
    { key: 'repeaters', value: format.number(facts.repeaterCount) },
    { key: 'gap', value: days(facts.medianGapDays) },
    { key: 'tenure', value: days(facts.medianTenureDays) },
  ].map(({ key, value }) => ({ key, label: t(`base.${key as 'customers'}`), value }))

  if (base.kind === 'not-estimable') {
    return (
      <Panel
        question={t('base.question')}
        title={t('base.notEstimable')}
        note={t('sentences', { first: t(`obstacle.${base.reason}`), second: t('base.insteadSilence') })}
      >
        <Facts facts={guards} />
      </Panel>
    )
  }
  const dropOut = base.a / (base.a + base.b)
  return (
    <Panel
      question={t('base.question')}
      title={
        base.isDegenerate
          ? t('base.degenerate', { weeks })
          : t('base.estimated', { percent: format.percent(dropOut * 100) })
      }
      note={t(base.isDegenerate ? 'base.degenerateNote' : 'base.estimatedNote', { weeks })}
    >
      <Facts facts={guards} />
    </Panel>
  )
}
