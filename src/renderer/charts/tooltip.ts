import type { Colours } from '../components/theme/colours.ts'

export interface TooltipLine {
  name: string
  value: string
  colour?: string
}

function element(tag: string, style: string, text?: string): HTMLElement {
  const created = document.createElement(tag)
  created.style.cssText = style
  if (text !== undefined) created.textContent = text
  return created
}

/** A tooltip as nodes, since text is never taken for markup: a heading and lines of name and value. */
export function tooltipContent(title: string, lines: readonly TooltipLine[]): HTMLElement {
  const box = element('div', 'display:grid;gap:4px')
  if (title) box.append(element('strong', '', title))
  for (const { name, value, colour } of lines) {
    const line = element('div', 'display:flex;align-items:center;gap:8px')
    if (colour) line.append(element('span', `width:8px;height:8px;border-radius:2px;background:${colour}`))
    line.append(element('span', 'flex:1', name))
    line.append(element('strong', 'font-variant-numeric:tabular-nums', value))
    box.append(line)
  }
  return box
}

interface PointParams {
  name?: string
  axisValueLabel?: string
  seriesName?: string
  value?: unknown
  color?: unknown
}

const shownValue = (value: unknown): string =>
  Array.isArray(value) ? String(value.at(-1) ?? '') : String(value ?? '')

/** What a tooltip shows where the chart does not say otherwise. */
export function defaultTooltip(params: PointParams | PointParams[]): HTMLElement {
  const points = Array.isArray(params) ? params : [params]
  const [first] = points
  return tooltipContent(
    first?.axisValueLabel ?? first?.name ?? '',
    points.map(({ seriesName, value, color }) => ({
      name: seriesName ?? '',
      value: shownValue(value),
      ...(typeof color === 'string' ? { colour: color } : {}),
    })),
  )
}

export function tooltipStyle(colours: Colours): Record<string, unknown> {
  return {
    backgroundColor: colours.raised,
    borderColor: colours.inputBorder,
    borderWidth: 1,
    padding: [8, 12],
    textStyle: { color: colours.text, fontSize: 14 },
    extraCssText: 'box-shadow:var(--ms-shadow);border-radius:8px',
    confine: true,
    transitionDuration: 0,
    formatter: defaultTooltip,
  }
}
