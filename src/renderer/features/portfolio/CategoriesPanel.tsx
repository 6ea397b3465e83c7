import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { PortfolioOverview } from '#shared/contract/portfolio.ts'
import { useFormat } from '../../components/format.tsx'
import { Panel } from '../../components/Panel.tsx'
import { SimpleTable } from '../../components/SimpleTable.tsx'
import { categoryChange } from './overview-facts.ts'
import styles from './Portfolio.module.css'
import { ShareBar } from './ShareBar.tsx'

const BRIEF_ROWS = 5

/** What is sold: categories with their share, growth, margin and number of buyers. */
export function CategoriesPanel({
  overview,
  isBrief,
  className,
}: {
  overview: PortfolioOverview
  /** Leaves out margin and buyers. */
  isBrief: boolean
  className?: string | undefined
}) {
  const { t } = useTranslation('portfolio')
  const { t: tCommon } = useTranslation('common')
  const format = useFormat()
  const categories = [...overview.categories].sort((a, b) => b.netSales - a.netSales)
  const shown = isBrief ? categories.slice(0, BRIEF_ROWS) : categories
  const largest = Math.max(0, ...categories.map(({ sharePercent }) => sharePercent))
  const nameOf = (category: string | null) => category ?? t('categories.none')
  const changeOf = (category: (typeof categories)[number]) =>
    overview.isPriorComplete ? categoryChange(category) : null
  const first = categories[0]
  const fastest = categories
    .map((category) => ({ name: nameOf(category.category), growth: changeOf(category) }))
    .filter((one): one is { name: string; growth: number } => one.growth !== null)
    .sort((a, b) => b.growth - a.growth)[0]
  const title = !first
    ? t('categories.titleNone')
    : fastest && fastest.growth > 0
      ? t('categories.titleGrowth', {
          first: nameOf(first.category),
          share: format.percent(first.sharePercent),
          fastest: fastest.name,
          growth: format.signedPercent(fastest.growth),
        })
      : t('categories.title', { first: nameOf(first.category), share: format.percent(first.sharePercent) })

  const columns = [
    { key: 'category', label: t('categories.column') },
    { key: 'sales', label: t('column.sales'), align: 'end' as const },
    { key: 'share', label: t('column.share'), align: 'end' as const, width: isBrief ? 68 : 88 },
    { key: 'growth', label: t('column.growth'), align: 'end' as const },
    ...(isBrief
      ? []
      : [
          { key: 'margin', label: t('column.margin'), align: 'end' as const },
          { key: 'buyers', label: t('categories.buyers'), align: 'end' as const },
        ]),
  ]
  return (
    <Panel
      title={title}
      note={t('categories.note', { count: categories.length })}
      padding="none"
      className={className}
      actions={
        shown.length < categories.length && (
          <Link to="/portfolio" search={{ tab: 'structure' }}>
            {tCommon('all')}
          </Link>
        )
      }
    >
      <div className={isBrief ? styles.brief : undefined}>
        <SimpleTable
          label={t('categories.label')}
          columns={columns}
          rows={shown.map((category) => ({
            key: category.categoryId ?? 'none',
            cells: [
              nameOf(category.category),
              <span key="sales" title={format.moneyFull(category.netSales)}>
                {format.money(category.netSales)}
              </span>,
              <span key="share" className={styles.share}>
                {format.percent(category.sharePercent)}
                <ShareBar share={category.sharePercent} largest={largest} colour="var(--ms-data)" />
              </span>,
              format.signedPercent(changeOf(category)),
              ...(isBrief ? [] : [format.percent(category.marginPercent), format.number(category.buyers)]),
            ],
          }))}
        />
      </div>
    </Panel>
  )
}
