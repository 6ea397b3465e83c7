import { type ECharts, init } from 'echarts/core'
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import { useLanguage } from '../components/format.tsx'
import { SimpleTable, type SimpleTableProps } from '../components/SimpleTable.tsx'
import styles from './Chart.module.css'
import './register.ts'
import { chartTheme, useChartColours } from './chart-theme.ts'
import type { ChartOption } from './register.ts'
import { tooltipStyle } from './tooltip.ts'

export type ChartTable = Pick<SimpleTableProps, 'columns' | 'rows' | 'footer'>

export interface ChartProps {
  /** Memoised. Animation, theme, fonts, aria text and tooltip style are added here. */
  option: ChartOption
  /** The conclusion in words, read out for the picture. */
  ariaLabel: string
  /** The same figures as rows. */
  table: ChartTable
  /** Shows the table instead of the picture. */
  isTable?: boolean
  /** Pixels; fills its box when left out. */
  height?: number
  /** A mark was clicked, or chosen with Enter after walking to it with the arrows. */
  onSelect?: (point: { seriesIndex: number; dataIndex: number; name: string }) => void
}

interface SelectedPoint {
  seriesIndex?: number
  dataIndex?: number
  name?: string
}

function prepared(option: ChartOption, ariaLabel: string, tooltip: Record<string, unknown>): ChartOption {
  return {
    animation: false,
    ...option,
    aria: { enabled: true, label: { enabled: true, description: ariaLabel } },
    ...(option.tooltip && !Array.isArray(option.tooltip)
      ? { tooltip: { ...tooltip, ...option.tooltip } }
      : {}),
  }
}

function Drawing({ option, ariaLabel, height, onSelect }: Omit<ChartProps, 'table' | 'isTable'>) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<ECharts | null>(null)
  const point = useRef(-1)
  const select = useRef(onSelect)
  const colours = useChartColours()
  const language = useLanguage()
  const shown = useMemo(
    () => prepared(option, ariaLabel, tooltipStyle(colours)),
    [option, ariaLabel, colours],
  )

  useEffect(() => {
    select.current = onSelect
  })

  useEffect(() => {
    const element = box.current
    if (!element) return
    const fontFamily = getComputedStyle(document.documentElement).getPropertyValue('--mantine-font-family')
    const drawn = init(element, chartTheme(colours, language ? fontFamily : ''), { renderer: 'svg' })
    chart.current = drawn
    drawn.on('click', ({ seriesIndex = 0, dataIndex = 0, name = '' }: SelectedPoint) =>
      select.current?.({ seriesIndex, dataIndex, name }),
    )
    element.tabIndex = 0
    const observer = new ResizeObserver(() => drawn.resize())
    observer.observe(element)
    void document.fonts.ready.then(() => {
      if (!drawn.isDisposed()) drawn.resize()
    })
    return () => {
      observer.disconnect()
      chart.current = null
      drawn.dispose()
    }
  }, [colours, language])

  useEffect(() => {
    const isDrawnWith = { colours, language }
    if (isDrawnWith.colours) chart.current?.setOption(shown, { notMerge: true })
  }, [shown, colours, language])

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      point.current = Math.max(0, point.current + step)
      chart.current?.dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: point.current })
    } else if (event.key === 'Escape') {
      chart.current?.dispatchAction({ type: 'hideTip' })
    } else if (event.key === 'Enter' && point.current >= 0) {
      select.current?.({ seriesIndex: 0, dataIndex: point.current, name: '' })
    }
  }

  return (
    <div
      ref={box}
      className={styles.drawing}
      style={height === undefined ? undefined : { height }}
      role="img"
      aria-label={ariaLabel}
      onKeyDown={onKeyDown}
    />
  )
}

/** A chart, or the same figures as a table. */
export function Chart({ table, isTable = false, ...drawing }: ChartProps) {
  if (!isTable) return <Drawing {...drawing} />
  return (
    <div
      ref={makeFocusable}
      className={styles.table}
      style={drawing.height === undefined ? undefined : { maxHeight: drawing.height }}
    >
      <SimpleTable label={drawing.ariaLabel} {...table} isTight />
    </div>
  )
}

/** What may scroll is reached by the keyboard. */
function makeFocusable(element: HTMLElement | null): void {
  if (element) element.tabIndex = 0
}
