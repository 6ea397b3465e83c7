import { useTranslation } from 'react-i18next'
import type { PortfolioOverview } from '#shared/contract/portfolio.ts'
import type { ValueClass } from '#shared/domain/value-class.ts'
import { ClassLetter } from '../../components/ClassLetter.tsx'
import { useFormat } from '../../components/format.tsx'
import styles from './MovementMatrix.module.css'
import { type MovementCell, movementMatrix } from './movement-matrix.ts'
import { useClassInUse } from './use-class-in-use.ts'
import { useDayName } from './use-day-name.ts'

const ARROWS: Record<MovementCell['direction'], string> = { up: '↑', down: '↓', same: '' }

/** From so many accounts on, figures need the room of the names; the letters stay. */
const WIDE_COUNT = 1000

export interface MovementMatrixProps {
  overview: Pick<PortfolioOverview, 'asOf' | 'migration'>
  isLarge?: boolean
  /** Shows the accounts behind a cell; left out for a past day, whose accounts can't be listed. */
  onOpen: ((from: ValueClass, to: ValueClass) => void) | undefined
}

interface CellContentProps extends Pick<MovementMatrixProps, 'onOpen'> {
  from: ValueClass
  cell: MovementCell
  figure: (count: number) => string
}

function CellContent({ from, cell, figure, onOpen }: CellContentProps) {
  const { t } = useTranslation('portfolio')
  const { t: tCommon } = useTranslation('common')
  if (cell.count === 0) return <span aria-hidden>·</span>
  const names = { from: tCommon(`valueClass.${from}`), to: tCommon(`valueClass.${cell.to}`) }
  const label = t(`movement.cell.${cell.direction}`, { ...names, count: cell.count })
  const shown = `${ARROWS[cell.direction]}${figure(cell.count)}`
  if (!onOpen) {
    return (
      <span role="img" aria-label={label} title={label}>
        {shown}
      </span>
    )
  }
  return (
    <button
      type="button"
      className={styles.open}
      aria-label={label}
      title={label}
      onClick={() => onOpen(from, cell.to)}
    >
      {shown}
    </button>
  )
}

/** Class a quarter ago against class now: diagonal grey, up tinted, down outlined, empty a dot. */
export function MovementMatrix({ overview, isLarge = false, onOpen }: MovementMatrixProps) {
  const { t } = useTranslation('portfolio')
  const { t: tCommon } = useTranslation('common')
  const format = useFormat()
  const dayName = useDayName()
  const matrix = movementMatrix(overview.migration.cells, useClassInUse())
  const before = dayName(overview.migration.previousAsOf).slice(5)
  const now = dayName(overview.asOf).slice(5)
  const isTight = !isLarge && matrix.now >= WIDE_COUNT
  const figure = (count: number) => (isTight ? String(count) : format.number(count))
  return (
    <div className={styles.box}>
      <table className={styles.matrix} data-large={isLarge || undefined} aria-label={t('movement.label')}>
        <colgroup>
          <col style={{ width: isTight ? 44 : format.language === 'en' ? 88 : 68 }} />
        </colgroup>
        <thead>
          <tr>
            <td />
            {matrix.totals.map(({ valueClass }) => (
              <th key={valueClass} scope="col">
                <ClassLetter valueClass={valueClass} />
              </th>
            ))}
            <th scope="col">{before}</th>
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map((row) => (
            <tr key={row.from}>
              <th scope="row">
                <span className={styles.name}>
                  <ClassLetter valueClass={row.from} />
                  {!isTight && <span aria-hidden>{tCommon(`valueClass.${row.from}`)}</span>}
                </span>
              </th>
              {row.cells.map((cell) => (
                <td
                  key={cell.to}
                  className={styles.cell}
                  data-kind={cell.count === 0 ? 'none' : cell.direction}
                >
                  <CellContent from={row.from} cell={cell} figure={figure} onOpen={onOpen} />
                </td>
              ))}
              <td className="ms-dimmed">{figure(row.before)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className={styles.total} style={{ textAlign: 'start' }}>
              {now}
            </th>
            {matrix.totals.map((total) => (
              <td
                key={total.valueClass}
                className={styles.total}
                title={format.signed(total.now - total.before)}
              >
                {figure(total.now)}
                {total.now !== total.before && (
                  <span className={styles.change}> {format.signed(total.now - total.before)}</span>
                )}
              </td>
            ))}
            <td className={styles.total}>{figure(matrix.now)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
