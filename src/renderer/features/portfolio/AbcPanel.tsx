import { useTranslation } from 'react-i18next'
import type { PortfolioOverview } from '#shared/contract/portfolio.ts'
import type { AbcClass } from '#shared/domain/value-class.ts'
import { FigureLink } from '../../components/FigureLink.tsx'
import { useFormat } from '../../components/format.tsx'
import { Panel } from '../../components/Panel.tsx'
import { SimpleTable } from '../../components/SimpleTable.tsx'
import styles from './Portfolio.module.css'
import { ShareBar } from './ShareBar.tsx'

const COLOURS: Record<AbcClass, string> = {
  A: 'var(--ms-ramp-one)',
  B: 'var(--ms-ramp-two)',
  C: 'var(--ms-ramp-four)',
}

/** ABC by share of sales: A to 80 %, B to 95 %, C the rest. */
export function AbcPanel({ overview, canOpen }: { overview: PortfolioOverview; canOpen: boolean }) {
  const { t } = useTranslation('portfolio')
  const format = useFormat()
  const { abc, concentration } = overview
  const first = abc.find((row) => row.abc === 'A')
  return (
    <Panel
      title={
        first && first.count > 0
          ? t('abc.title', { count: first.count, share: format.percent(first.sharePercent) })
          : t('abc.titleUnknown')
      }
      note={
        concentration.negativeCount > 0
          ? t('abc.noteNegative', { count: concentration.negativeCount })
          : t('abc.note')
      }
      padding="none"
    >
      <SimpleTable
        label={t('abc.label')}
        columns={[
          { key: 'abc', label: t('abc.column') },
          { key: 'count', label: t('column.count'), align: 'end' },
          { key: 'sales', label: t('column.sales'), align: 'end' },
          { key: 'share', label: t('column.share'), align: 'end', width: 120 },
        ]}
        rows={abc.map((row) => ({
          key: row.abc,
          cells: [
            <b key="abc">{row.abc}</b>,
            canOpen && row.count > 0 ? (
              <FigureLink
                key="count"
                to="/accounts"
                search={{ filter: { abc: [row.abc] } }}
                hint={t('open.abc', { abc: row.abc })}
              >
                {format.number(row.count)}
              </FigureLink>
            ) : (
              format.number(row.count)
            ),
            <span key="sales" title={format.moneyFull(row.netSales)}>
              {format.money(row.netSales)}
            </span>,
            <span key="share" className={styles.share}>
              {format.percent(row.sharePercent)}
              <ShareBar share={row.sharePercent} largest={100} colour={COLOURS[row.abc]} />
            </span>,
          ],
        }))}
      />
    </Panel>
  )
}
