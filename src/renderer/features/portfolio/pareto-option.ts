import type { ChartOption } from '../../charts/register.ts'
import { equalityLine, type ShareDrawing, shareAxes, shareCurve } from './share-axes.ts'

interface CurvePoint {
  accounts: number
  sales: number
}

export interface ParetoDrawing extends ShareDrawing {
  /** Marked points with their words. */
  points: readonly (CurvePoint & { text: string })[]
  /** Lines from this point down to both axes. */
  guide: CurvePoint
}

/** Percent of the accounts from which on a label has no room to its right. */
const FAR_RIGHT = 55

/** The curve of shares, its marked points and the line on which all accounts would be equal. */
export function paretoOption(drawing: ParetoDrawing): ChartOption {
  const { points, guide, colours } = drawing
  return {
    ...shareAxes(drawing, 0),
    series: [
      {
        ...shareCurve(drawing),
        markLine: {
          silent: true,
          symbol: 'none',
          label: { show: false },
          lineStyle: { color: colours.strongBorder, type: 'solid', width: 1 },
          data: [
            [{ coord: [guide.accounts, 0] }, { coord: [guide.accounts, guide.sales] }],
            [{ coord: [0, guide.sales] }, { coord: [guide.accounts, guide.sales] }],
          ],
        },
        markPoint: {
          symbol: 'circle',
          symbolSize: 8,
          silent: true,
          itemStyle: { color: colours.body, borderColor: colours.data, borderWidth: 2 },
          data: points.map(({ accounts, sales, text }, index) => ({
            name: text,
            coord: [accounts, sales],
            label: {
              formatter: text,
              ...(accounts > FAR_RIGHT
                ? { position: 'bottom', align: 'center', offset: [18, 8] }
                : { position: 'right', align: 'left', distance: 6, offset: [0, 8 + 4 * index] }),
              fontSize: 14,
              color: colours.text,
              backgroundColor: colours.body,
              padding: [0, 4],
            },
          })),
        },
      },
      equalityLine(drawing, [78, 58]),
    ],
  }
}
