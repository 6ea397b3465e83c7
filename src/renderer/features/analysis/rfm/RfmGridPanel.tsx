import { useTranslation } from 'react-i18next'
import type { RfmGrid } from '#shared/contract/rfm.ts'
import { useFormat } from '../../../components/format.tsx'
import { Panel } from '../../../components/Panel.tsx'
import styles from './RfmView.module.css'
import { type Band, frequencyBand, type RfmCell, recencyBand } from './rfm-cell.ts'

const SCORES = [1, 2, 3, 4, 5] as const
const RECENCY_SCORES = [5, 4, 3, 2, 1] as const

/** Recency down, frequency across: how many accounts, what they bought, and which segment most of them are in. */
export function RfmGridPanel({
  grid,
  opened,
  onOpen,
}: {
  grid: RfmGrid
  opened: RfmCell | undefined
  onOpen: (cell: RfmCell) => void
}) {
  const { t } = useTranslation('rfm')
  const { t: tCommon } = useTranslation('common')
  const format = useFormat()
  const { bands } = grid
  const bandText = (name: 'days' | 'orders', { from, to }: Band): string => {
    if (from === null) return t(`band.${name}UpTo`, { to: format.number(to) })
    if (to === null) return t(`band.${name}From`, { from: format.number(from) })
    if (from === to) return t(`band.${name}Exactly`, { value: format.number(from) })
    return t(`band.${name}Between`, { from: format.number(from), to: format.number(to) })
  }
  const recencyText = (score: number) =>
    bands ? bandText('days', recencyBand(bands, score)) : t('band.fifth', { place: 6 - score })
  const frequencyText = (score: number) =>
    bands ? bandText('orders', frequencyBand(bands, score)) : t('band.fifth', { place: 6 - score })
  const largest = Math.max(1, ...grid.cells.map(({ netSales }) => netSales))
  const recent = grid.cells.filter(({ recency }) => recency === 5).reduce((sum, { count }) => sum + count, 0)

  return (
    <Panel
      question={t('grid.question')}
      title={t('grid.title', {
        percent: format.percent((recent / grid.customerCount) * 100, 0),
        band: recencyText(5),
      })}
      note={t('grid.note')}
    >
      <table className={styles.grid} aria-label={t('grid.label')}>
        <thead>
          <tr>
            <td className={styles.corner}>
              <div>{t('grid.frequency')} →</div>
              <div>{t('grid.recency')} ↓</div>
            </td>
            {SCORES.map((score) => (
              <th key={score} scope="col">
                <b>{score}</b> <span>{frequencyText(score)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {RECENCY_SCORES.map((recency) => (
            <tr key={recency}>
              <th scope="row">
                <b>{recency}</b> <span>{recencyText(recency)}</span>
              </th>
              {SCORES.map((frequency) => {
                const cell = grid.cells.find((one) => one.recency === recency && one.frequency === frequency)
                if (!cell) {
                  return (
                    <td key={frequency} className={styles.none}>
                      <span aria-hidden>·</span>
                    </td>
                  )
                }
                const segments = cell.segments.map(({ segment }) => tCommon(`rfmSegment.${segment}`))
                const isOpen = opened?.recency === recency && opened.frequency === frequency
                return (
                  <td key={frequency}>
                    <button
                      type="button"
                      className={styles.cell}
                      style={{ background: shade(cell.netSales, largest) }}
                      aria-pressed={isOpen}
                      title={t('grid.cell', {
                        recency: recencyText(recency),
                        frequency: frequencyText(frequency),
                        segments: segments.join(t('comma')),
                      })}
                      onClick={() => onOpen({ recency, frequency })}
                    >
                      <b className={styles.count}>{format.number(cell.count)}</b>
                      <span>{format.money(cell.netSales)}</span>
                      <span className={styles.segment}>
                        {segments[0]}
                        {segments.length > 1 && ` +${segments.length - 1}`}
                      </span>
                    </button>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

/** The more sales, the darker; by the root, since a few cells hold most of them. */
function shade(netSales: number, largest: number): string {
  const percent = Math.round(Math.sqrt(Math.max(netSales, 0) / largest) * 100)
  return `color-mix(in srgb, var(--ms-data-soft) ${percent}%, transparent)`
}
