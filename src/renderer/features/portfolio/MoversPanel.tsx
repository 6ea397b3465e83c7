import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { PortfolioOverview } from '#shared/contract/portfolio.ts'
import { ClassLetter, Movement } from '../../components/ClassLetter.tsx'
import { useFormat } from '../../components/format.tsx'
import { Panel } from '../../components/Panel.tsx'
import { biggestMovers } from './overview-facts.ts'
import styles from './Portfolio.module.css'

type Mover = PortfolioOverview['movers'][number]

function MoverRow({ mover }: { mover: Mover }) {
  const format = useFormat()
  return (
    <li className={styles.mover}>
      <span className={styles.moverClass}>
        <ClassLetter valueClass={mover.valueClass} />
        <Movement now={mover.valueClass} before={mover.previousValueClass} />
      </span>
      <Link
        to="/accounts/$accountId"
        params={{ accountId: mover.id }}
        className={styles.name}
        title={mover.name}
      >
        {mover.name}
      </Link>
      <b className={styles.end} title={format.moneyFull(mover.change)}>
        {format.signedMoney(mover.change)}
      </b>
      <span className={`${styles.end} ms-dimmed`}>
        {mover.growthPercent === null ? '' : format.signedPercent(mover.growthPercent)}
      </span>
    </li>
  )
}

/** Whose sales rose and fell most against the year before. */
export function MoversPanel({
  overview,
  count,
  className,
}: {
  overview: PortfolioOverview
  count: number
  className?: string | undefined
}) {
  const { t } = useTranslation('portfolio')
  const format = useFormat()
  const { rising, falling } = biggestMovers(overview.movers, Math.ceil(count / 2))
  const best = rising[0]
  const worst = falling.at(-1)
  const title =
    best && worst
      ? t('movers.titleBoth', {
          best: best.name,
          rise: format.signedMoney(best.change),
          worst: worst.name,
          fall: format.signedMoney(worst.change),
        })
      : best
        ? t('movers.titleRise', { best: best.name, rise: format.signedMoney(best.change) })
        : worst
          ? t('movers.titleFall', { worst: worst.name, fall: format.signedMoney(worst.change) })
          : t('movers.titleNone')
  const isBesideEachOther = count > 10
  return (
    <Panel title={title} note={t('movers.note')} className={className}>
      <ul className={styles.list} data-columns={isBesideEachOther || undefined}>
        {[...rising, ...(isBesideEachOther ? falling.toReversed() : falling)].map((mover) => (
          <MoverRow key={mover.id} mover={mover} />
        ))}
      </ul>
    </Panel>
  )
}
