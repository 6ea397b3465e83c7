import { VisuallyHidden } from '@mantine/core'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/contract.ts'
import type { WhiteSpaceCell, WhiteSpaceRow } from '#shared/contract/wallet.ts'
import { AccountLink } from '../../../components/account/AccountLink.tsx'
import { useFormat } from '../../../components/format.tsx'
import type { Magnitude } from '../../../components/number-format.ts'
import styles from './WhiteSpace.module.css'

type Category = OutputOf<'wallet.whiteSpace'>['categories'][number]

export interface CellPlace {
  accountId: string
  categoryId: string
}

const STEPS: Record<string, readonly [row: number, column: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** The grid. Arrows walk from cell to cell, Enter or Space opens the one in focus. */
export function WhiteSpaceGrid({
  categories,
  rows,
  opened,
  onOpen,
}: {
  categories: readonly Category[]
  rows: readonly WhiteSpaceRow[]
  opened: CellPlace | null
  onOpen: (place: CellPlace) => void
}) {
  const { t } = useTranslation('wallet')
  const format = useFormat()
  const table = useRef<HTMLTableElement>(null)
  const [focus, setFocus] = useState<readonly [row: number, column: number]>([0, 0])
  const focusRow = Math.min(focus[0], rows.length - 1)
  const largest = Math.max(1, ...rows.flatMap(({ cells }) => cells.map(({ potential }) => potential ?? 0)))
  const magnitude = format.magnitudeOf(largest)
  const unit = `${format.currency ? format.currencySymbol(format.currency) : ''}${magnitude.mark}`

  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (!step || !(event.target instanceof HTMLButtonElement)) return
    event.preventDefault()
    const next = [
      Math.max(0, Math.min(rows.length - 1, focusRow + step[0])),
      Math.max(0, Math.min(categories.length - 1, focus[1] + step[1])),
    ] as const
    setFocus(next)
    table.current?.querySelector<HTMLButtonElement>(`[data-place="${next.join(' ')}"]`)?.focus()
  }
  return (
    <div className={styles.box}>
      <table ref={table} className={styles.grid} aria-label={t('grid.label')} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col">{t('grid.corner', { unit })}</th>
            {categories.map((category) => (
              <th key={category.id} scope="col">
                <span className={styles.category}>{category.name}</span>
                <span className={styles.categoryNote}>
                  {category.potential > 0
                    ? t('grid.columnOpen', { amount: format.money(category.potential) })
                    : t('grid.columnUnknown')}
                </span>
              </th>
            ))}
            <th scope="col" className={styles.end}>
              {t('column.potential')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, rowIndex) => (
            <tr key={row.accountId}>
              <th scope="row">
                <AccountLink id={row.accountId} name={row.account} valueClass={row.valueClass} tab="share" />
              </th>
              {row.cells.map((cell, columnIndex) => (
                <td key={cell.categoryId}>
                  <CellButton
                    cell={cell}
                    label={`${row.account}, ${categories[columnIndex]?.name ?? ''}`}
                    largest={largest}
                    magnitude={magnitude}
                    place={`${rowIndex} ${columnIndex}`}
                    isFocusable={focusRow === rowIndex && focus[1] === columnIndex}
                    isOpen={opened?.accountId === row.accountId && opened.categoryId === cell.categoryId}
                    onOpen={() => {
                      setFocus([rowIndex, columnIndex])
                      onOpen({ accountId: row.accountId, categoryId: cell.categoryId })
                    }}
                  />
                </td>
              ))}
              <td className={styles.end} title={format.moneyFull(row.potential)}>
                {row.potential > 0 ? format.money(row.potential) : <span className="ms-dimmed">–</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function CellButton({
  cell,
  label,
  largest,
  magnitude,
  place,
  isFocusable,
  isOpen,
  onOpen,
}: {
  cell: WhiteSpaceCell
  label: string
  largest: number
  magnitude: Magnitude
  place: string
  isFocusable: boolean
  isOpen: boolean
  onOpen: () => void
}) {
  const { t } = useTranslation('wallet')
  const format = useFormat()
  const written = (potential: number) => format.amountIn(potential, magnitude)
  const textsOf = (write: (potential: number) => string): [main: string, side: string] => {
    const { potential } = cell
    switch (cell.kind) {
      case 'buys':
        return [
          cell.sharePercent === null ? t('cell.buysUnknown') : format.percent(cell.sharePercent, 0),
          potential !== null && potential > 0 ? `+${write(potential)}` : '',
        ]
      case 'white':
        return [potential === null ? t('cell.white') : write(potential), cell.competitor ?? '']
      case 'none':
        return [t('cell.none'), '']
      case 'unknown':
        return [format.missing, '']
    }
  }
  const [main, side] = textsOf(written)
  return (
    <button
      type="button"
      className={styles.cell}
      data-kind={cell.kind}
      data-open={isOpen || undefined}
      data-place={place}
      tabIndex={isFocusable ? 0 : -1}
      title={textsOf(format.money).filter(Boolean).join(' ')}
      onClick={onOpen}
    >
      <VisuallyHidden>
        {label}, {t(`cell.kind.${cell.kind}`)},{' '}
      </VisuallyHidden>
      <span className={styles.main}>{main}</span>
      {cell.opportunityName && <span className={styles.mark} />}
      <span className={styles.side}>{side}</span>
      {cell.state && <VisuallyHidden>, {t(`state.${cell.state}`)}</VisuallyHidden>}
      {cell.opportunityName && <VisuallyHidden>, {cell.opportunityName}</VisuallyHidden>}
      {(cell.potential ?? 0) > 0 && (
        <span
          className={styles.size}
          style={{ width: `${Math.max(4, ((cell.potential ?? 0) / largest) * 100)}%` }}
        />
      )}
    </button>
  )
}
