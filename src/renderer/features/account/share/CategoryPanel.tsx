import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { WalletCategory, WalletPeriod } from '#shared/contract/wallet.ts'
import type { Day } from '#shared/domain/calendar.ts'
import { FigureLink } from '../../../components/FigureLink.tsx'
import { useFormat } from '../../../components/format.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { useGrowthText } from '../../../components/use-growth-text.ts'
import { CompetitorsField } from './CompetitorsField.tsx'
import { RankLine } from './RankLine.tsx'
import styles from './Share.module.css'
import { SpendTable } from './SpendTable.tsx'
import { useDecompositionText } from './use-decomposition-text.ts'
import type { WalletEdits } from './use-wallet-edits.ts'

const isOver = ({ share }: WalletPeriod): boolean => share.kind === 'share' && share.isOver

/** One category: the spend behind the share, with its sources, and growth against customer and competitors. */
export function CategoryPanel({
  accountId,
  categoryId,
  name,
  category,
  asOf,
  edits,
}: {
  accountId: string
  categoryId: string
  name: string
  /** Null for a category nothing is known of yet. */
  category: WalletCategory | null
  asOf: Day | null
  edits: WalletEdits
}) {
  const { t } = useTranslation('wallet')
  const format = useFormat()
  const growthText = useGrowthText()
  const decompositionText = useDecompositionText()
  const spends = category?.spends ?? []
  const newest = spends[0]
  const title = category?.decomposition
    ? decompositionText(category.decomposition)
    : category && (isOver(category.current) || isOver(category.prior))
      ? t('category.wrongSpend')
      : category?.current.isRankEstimate
        ? t('category.rankEstimate')
        : spends.length === 0
          ? t('category.noSpend')
          : t('category.noComparison')
  const share = category?.current.share
  const hasRange = share?.kind === 'share' && share.lowPercent !== share.highPercent
  const range =
    hasRange && !category?.current.isRankEstimate
      ? t('category.range', {
          low: format.percent(share.lowPercent, 0),
          high: format.percent(share.highPercent, 0),
        })
      : null
  const figures: [label: string, value: ReactNode][] = category
    ? [
        [
          t('column.sales'),
          <FigureLink
            key="sales"
            to="/accounts/$accountId"
            params={{ accountId }}
            search={{ tab: 'trade', detail: categoryId }}
            hint={format.moneyFull(category.current.sales)}
          >
            {format.money(category.current.sales)}
          </FigureLink>,
        ],
        [t('column.wallet'), format.money(category.current.wallet)],
        [t('column.salesGrowth'), growthText(category.salesGrowth)],
        [t('column.customerGrowth'), growthText(category.walletGrowth)],
        [t('column.evolution'), format.number(category.evolutionIndex, 0)],
        ...category.competitors.map(({ name: rival, growth }): [string, ReactNode] => [
          t('category.rivalGrowth', { name: rival }),
          growthText(growth),
        ]),
      ]
    : []
  return (
    <Panel
      question={name}
      title={title}
      note={[range, category?.current.isCarried ? t('category.carried') : null]
        .filter(Boolean)
        .join(t('stop'))}
    >
      {figures.length > 0 && (
        <dl className={styles.figures}>
          {figures.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <SpendTable categoryId={categoryId} category={category} asOf={asOf} edits={edits} />
      {newest && <CompetitorsField key={newest.id} spend={newest} edits={edits} />}
      {(newest === undefined || newest.amount === null) && (
        <RankLine categoryId={categoryId} rank={newest?.rank ?? null} asOf={asOf} edits={edits} />
      )}
    </Panel>
  )
}
