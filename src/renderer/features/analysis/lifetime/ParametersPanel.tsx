import { useTranslation } from 'react-i18next'
import type { LifetimePortfolio } from '#shared/contract/lifetime.ts'
import { useFormat } from '../../../components/format.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { type Fact, Facts } from './Facts.tsx'

/** What an order is worth, and the fitted parameters for whoever wants to check them. */
export function ParametersPanel({ portfolio }: { portfolio: LifetimePortfolio }) {
  const { t } = useTranslation('lifetime')
  const format = useFormat()
  const { base, worthBasis } = portfolio
  if (base.kind === 'not-estimable') return null
  const { worth } = base
  const parameter = (value: number) =>
    Math.abs(value) >= 1e5 || Math.abs(value) < 1e-4 ? value.toExponential(3) : format.number(value, 5)
  const facts: Fact[] = [
    { key: 'r', label: 'r', value: parameter(base.r) },
    { key: 'alpha', label: t('parameters.alpha'), value: parameter(base.alpha) },
    { key: 'a', label: 'a', value: parameter(base.a) },
    { key: 'b', label: 'b', value: parameter(base.b) },
    { key: 'likelihood', label: t('parameters.logLikelihood'), value: format.number(base.logLikelihood, 2) },
    ...(worth.kind === 'estimated'
      ? [
          { key: 'p', label: 'p', value: parameter(worth.p) },
          { key: 'q', label: 'q', value: parameter(worth.q) },
          { key: 'v', label: 'v', value: parameter(worth.v) },
        ]
      : []),
    {
      key: 'correlation',
      label: t('parameters.correlation'),
      value: format.decimal(worth.correlation, 3),
    },
  ]
  const why = worth.kind === 'estimated' ? t('parameters.titleNote') : t(`worthObstacle.${worth.reason}`)
  const leftOut = worth.leftOut > 0 ? t('parameters.leftOut', { count: worth.leftOut }) : ''
  return (
    <Panel
      question={t(`parameters.question.${worthBasis}`)}
      title={
        worth.kind === 'estimated'
          ? t('parameters.title', { mean: format.money(worth.mean) })
          : t('parameters.ownMean')
      }
      note={leftOut === '' ? why : t('sentences', { first: why, second: leftOut })}
    >
      <Facts facts={facts} />
    </Panel>
  )
}
