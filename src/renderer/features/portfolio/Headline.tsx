import { useTranslation } from 'react-i18next'
import type { PortfolioOverview } from '#shared/contract/portfolio.ts'
import { useFormat } from '../../components/format.tsx'
import { FEW_CUSTOMERS, slippedToProblem } from './overview-facts.ts'
import styles from './Portfolio.module.css'

/** The page's one sentence: who carries it, how it grew, who fell. Parts without a figure are left out. */
function useSentence(overview: PortfolioOverview): string {
  const { t } = useTranslation('portfolio')
  const format = useFormat()
  const { pareto, migration, tradingCount, growthPercent } = overview
  const carried =
    tradingCount < FEW_CUSTOMERS
      ? t('headline.few', { count: tradingCount, sales: format.money(overview.netSales) })
      : t('headline.half', { count: pareto.halfCount })
  const slipped = slippedToProblem(overview.movers)
  const grown =
    growthPercent === null
      ? null
      : t(growthPercent >= 0 ? 'headline.growth' : 'headline.decline', {
          percent: format.percent(Math.abs(growthPercent)),
        })
  const moved = slipped
    ? t('headline.slipped', { name: slipped.name })
    : migration.up + migration.down > 0
      ? t('headline.moved', { up: format.number(migration.up), down: format.number(migration.down) })
      : null
  const rest = [grown, moved].filter((part) => part !== null)
  return rest.length === 0 ? carried : `${carried}${t('headline.semicolon')}${rest.join(t('headline.comma'))}`
}

export function Headline({ overview, isPast }: { overview: PortfolioOverview; isPast: boolean }) {
  const { t } = useTranslation('portfolio')
  const format = useFormat()
  const sentence = useSentence(overview)
  const parts = [
    t('subline.window', { from: format.day(overview.from), to: format.day(overview.asOf) }),
    t('subline.trading', { count: overview.tradingCount }),
    overview.prospectCount > 0 ? t('subline.prospects', { count: overview.prospectCount }) : null,
    overview.modelVersion === null
      ? t('subline.noModel')
      : t('subline.model', { version: overview.modelVersion, name: overview.modelName }),
    isPast ? t('subline.past') : null,
  ].filter((part) => part !== null)
  return (
    <div className={styles.headline}>
      <div>
        <h2 className={styles.sentence}>{sentence}</h2>
        <div className="ms-dimmed">{parts.join(' · ')}</div>
      </div>
    </div>
  )
}
