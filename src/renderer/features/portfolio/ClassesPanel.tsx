import { useTranslation } from 'react-i18next'
import type { PortfolioOverview } from '#shared/contract/portfolio.ts'
import type { ValueClass } from '#shared/domain/value-class.ts'
import { ClassLetter } from '../../components/ClassLetter.tsx'
import { FigureLink } from '../../components/FigureLink.tsx'
import { useFormat } from '../../components/format.tsx'
import { Panel } from '../../components/Panel.tsx'
import { SimpleTable } from '../../components/SimpleTable.tsx'
import styles from './Portfolio.module.css'
import { ShareBar } from './ShareBar.tsx'

const TOP: readonly ValueClass[] = ['diamond', 'gold']

/** How many accounts each class holds, and how much they buy. */
export function ClassesPanel({ overview, canOpen }: { overview: PortfolioOverview; canOpen: boolean }) {
  const { t } = useTranslation('portfolio')
  const { t: tCommon } = useTranslation('common')
  const format = useFormat()
  const { classes, modelVersion, modelName } = overview
  const top = classes.filter(({ valueClass }) => TOP.includes(valueClass))
  const largest = Math.max(0, ...classes.map(({ sharePercent }) => sharePercent))
  return (
    <Panel
      title={t('classes.title', {
        count: top.reduce((sum, { count }) => sum + count, 0),
        share: format.percent(top.reduce((sum, { sharePercent }) => sum + sharePercent, 0)),
      })}
      note={
        modelVersion === null
          ? t('classes.noModel')
          : t('classes.note', { version: modelVersion, name: modelName })
      }
      padding="none"
    >
      <SimpleTable
        label={t('classes.label')}
        columns={[
          { key: 'class', label: t('column.class') },
          { key: 'count', label: t('column.count'), align: 'end' },
          { key: 'sales', label: t('column.sales'), align: 'end' },
          { key: 'share', label: t('column.share'), align: 'end', width: 84 },
        ]}
        rows={classes.map(({ valueClass, count, netSales, sharePercent }) => ({
          key: valueClass,
          cells: [
            <span key="class" className={styles.classCell}>
              <ClassLetter valueClass={valueClass} />
              <span aria-hidden>{tCommon(`valueClass.${valueClass}`)}</span>
            </span>,
            canOpen && count > 0 ? (
              <FigureLink
                key="count"
                to="/accounts"
                search={{ filter: { valueClasses: [valueClass] } }}
                hint={t('open.class', { class: tCommon(`valueClass.${valueClass}`) })}
              >
                {format.number(count)}
              </FigureLink>
            ) : (
              format.number(count)
            ),
            <span key="sales" title={format.moneyFull(netSales)}>
              {format.money(netSales)}
            </span>,
            <span key="share" className={styles.share}>
              {format.percent(sharePercent)}
              <ShareBar share={sharePercent} largest={largest} colour="var(--ms-data)" />
            </span>,
          ],
        }))}
      />
    </Panel>
  )
}
