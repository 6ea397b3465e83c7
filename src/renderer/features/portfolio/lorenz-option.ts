import type { ChartOption } from '../../charts/register.ts'
import { equalityLine, type ShareDrawing, shareAxes, shareCurve } from './share-axes.ts'

/**
 * The curve from the smallest account up, under the diagonal; the area between them is tinted: its size is
 * the Gini coefficient.
 */
export function lorenzOption(drawing: ShareDrawing): ChartOption {
  const { colours } = drawing
  return {
    ...shareAxes(drawing, 1),
    series: [
      { ...equalityLine(drawing, [26, 50]), areaStyle: { color: colours.dataSoft, opacity: 1 } },
      { ...shareCurve(drawing), areaStyle: { color: colours.body, opacity: 1 } },
    ],
  }
}
