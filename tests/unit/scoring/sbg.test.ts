import { expect, it } from 'vitest'
import { fitSbg, sbgSurvival } from '../../../src/main/scoring/sbg.ts'

/** Fader & Hardie 2007, table 1: share of a cohort of a thousand left after each year. */
const highEnd = [1, 0.869, 0.743, 0.653, 0.593, 0.551, 0.517, 0.491].map((share) => share * 1000)
const regular = [1, 0.631, 0.468, 0.382, 0.326, 0.289, 0.262, 0.241].map((share) => share * 1000)

function printed(survivors: number[]): string[] {
  const result = fitSbg(survivors)
  if (result.kind === 'not-fitted') throw new Error(result.reason)
  return [result.alpha.toFixed(3), result.beta.toFixed(3), result.logLikelihood.toFixed(2)]
}

it('Fader & Hardie 2007: High-End .668 3.806 LL -1611.16, Regular .704 1.182 LL -1680.27', () => {
  expect(printed(highEnd)).toEqual(['0.668', '3.806', '-1611.16'])
  expect(printed(regular)).toEqual(['0.704', '1.182', '-1680.27'])
})

it('Fader & Hardie 2007: Regular, first four years .764 1.296', () => {
  expect(printed(regular.slice(0, 5)).slice(0, 2)).toEqual(['0.764', '1.296'])
})

it('projects a curve that only falls', () => {
  const curve = sbgSurvival({ alpha: 0.704, beta: 1.182 }, 12)
  expect(curve).toHaveLength(13)
  expect(curve[1]?.toFixed(3)).toBe('0.627')
  expect(curve.every((share, at) => at === 0 || share < (curve[at - 1] ?? 0))).toBe(true)
})

it('refuses a cohort that grows, that loses nobody, or that is too short to tell', () => {
  expect(fitSbg([100, 90])).toEqual({ kind: 'not-fitted', reason: 'too-short' })
  expect(fitSbg([100, 90, 95])).toEqual({ kind: 'not-fitted', reason: 'not-descending' })
  expect(fitSbg([100, 100, 100])).toEqual({ kind: 'not-fitted', reason: 'no-losses' })
  expect(fitSbg([100, Number.NaN, 50])).toEqual({ kind: 'not-fitted', reason: 'not-descending' })
})
