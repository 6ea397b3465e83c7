import fc from 'fast-check'
import { expect, it } from 'vitest'
import { classifyAbc, rankByValue } from '../../../src/main/scoring/abc.ts'

/** Published ABC table, desk33.com/d-8765. */
const PUBLISHED = [75149.86, 41909.53, 33777.31, 29113.01, 20571.49, 10446.04, 5390.59]
const items = (values: readonly number[]) => values.map((value, i) => ({ id: `c${i}`, value }))

// The printed column adds up shares that are already rounded: 69.71, where the exact figure is 69.716.
it('reproduces the shares of the desk33 table and its printed cumulative percentages', () => {
  const ranking = rankByValue(items(PUBLISHED))
  expect(ranking.reduce((sum, item) => sum + item.value, 0)).toBeCloseTo(216357.83, 2)
  let sumOfRounded = 0
  const printed = ranking.map((item) => {
    sumOfRounded += Number(((item.share ?? 0) * 100).toFixed(2))
    expect(Math.abs((item.cumulativeShare ?? 0) * 100 - sumOfRounded)).toBeLessThan(0.01)
    return sumOfRounded.toFixed(2)
  })
  expect(printed).toEqual(['34.73', '54.10', '69.71', '83.17', '92.68', '97.51', '100.00'])
})

it('classifies the desk33 table by the share before the item', () => {
  const result = classifyAbc(items(PUBLISHED))
  expect(result.kind === 'classified' && [...result.classes.values()].join('')).toBe('AAAABBC')
})

it('puts one customer with 85 % of sales in A, where the share after it would leave A empty', () => {
  const result = classifyAbc(items([85, 5, 4, 3, 2, 1]))
  expect(result.kind === 'classified' && [...result.classes.values()].join('')).toBe('ABBBCC')
})

it('gives equal values the better class when they straddle a cut, whatever their order', () => {
  const result = classifyAbc(items([10, 60, 10, 10, 10]))
  expect(result.kind === 'classified' && [...result.classes.values()].join('')).toBe('AAAAA')
})

it('starts B exactly where 80 % is reached, without binary residue moving it', () => {
  const result = classifyAbc(items([0.5, 0.2, 0.1, 0.09, 0.06, 0.05]))
  expect(result.kind === 'classified' && [...result.classes.values()].join('')).toBe('AAABBC')
  const shifted = classifyAbc(items([0.6, 0.2, 0.1, 0.05, 0.04, 0.01]))
  expect(shifted.kind === 'classified' && [...shifted.classes.values()].join('')).toBe('AABBCC')
})

it('keeps net returners out of the total and lists them', () => {
  const result = classifyAbc([...items([50, 20, 10, 10, 5, 5]), { id: 'returner', value: -40 }])
  expect(result).toMatchObject({ kind: 'classified', total: 100, negative: ['returner'] })
  expect(result.kind === 'classified' && result.classes.get('returner')).toBe('C')
})

it('makes customers without sales C and does not list them as returners', () => {
  const result = classifyAbc([...items([50, 20, 10, 10, 10]), { id: 'idle', value: 0 }])
  expect(result).toMatchObject({ kind: 'classified', negative: [] })
  expect(result.kind === 'classified' && result.classes.get('idle')).toBe('C')
})

it('says that ABC is undefined without positive sales instead of dividing by zero', () => {
  expect(classifyAbc(items([0, -5, 0, 0, 0, 0]))).toMatchObject({
    kind: 'undefined',
    reason: 'no-positive-total',
  })
  expect(classifyAbc([])).toEqual({ kind: 'undefined', reason: 'no-positive-total', ranking: [] })
})

it('ranks fewer than five customers without classes, ties by id', () => {
  const result = classifyAbc([
    { id: 'b', value: 5 },
    { id: 'a', value: 5 },
    { id: 'c', value: 10 },
    { id: 'd', value: 0 },
    { id: 'e', value: -1 },
  ])
  expect(result).toMatchObject({ kind: 'undefined', reason: 'too-few' })
  expect(
    result.kind === 'undefined' && result.ranking.map(({ id, rank, share }) => [id, rank, share]),
  ).toEqual([
    ['c', 1, 0.5],
    ['a', 2, 0.25],
    ['b', 3, 0.25],
    ['d', 4, 0],
    ['e', 5, null],
  ])
})

it('parts the total among the classes, in order of value, equal values alike', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 300 }), { maxLength: 60 }), (values) => {
      const input = items(values)
      const result = classifyAbc(input)
      if (result.kind === 'undefined') return
      const sums = { A: 0, B: 0, C: 0 }
      for (const item of input) {
        const abc = result.classes.get(item.id)
        if (abc && item.value > 0) sums[abc] += item.value
      }
      expect(sums.A + sums.B + sums.C).toBe(result.total)
      expect(result.classes.size).toBe(input.length)
      const ranked = input.toSorted((x, y) => y.value - x.value)
      ranked.forEach((item, i) => {
        const better = ranked[i - 1]
        if (!better) return
        const [own, above] = [result.classes.get(item.id) ?? '', result.classes.get(better.id) ?? '']
        expect(own >= above).toBe(true)
        if (better.value === item.value) expect(own).toBe(above)
      })
    }),
  )
})

it('does not depend on the order of the accounts', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 300 }), { minLength: 5, maxLength: 30 }), (values) => {
      const input = items(values)
      const [result, reversed] = [classifyAbc(input), classifyAbc(input.toReversed())]
      if (result.kind !== 'classified' || reversed.kind !== 'classified') return
      for (const { id } of input) expect(reversed.classes.get(id)).toBe(result.classes.get(id))
    }),
  )
})
