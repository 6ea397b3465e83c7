import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, rollingWindow } from '#shared/domain/calendar.ts'
import { shareGrowth } from '../../../src/main/scoring/share-growth.ts'
import {
  splitWallet,
  walletByRank,
  walletIn,
  walletShare,
} from '../../../src/main/scoring/share-of-wallet.ts'

const spend = (year: number, amount: number, low: number | null = null, high: number | null = null) => ({
  year,
  amount,
  low,
  high,
})

/** The last day of the twelve months from a day: of those from 29 February the 28th. */
function dayBeforeAnniversary(from: string): string {
  const anniversary = `${Number(from.slice(0, 4)) + 1}${from.slice(4)}`
  return from.endsWith('02-29') ? `${anniversary.slice(0, 8)}28` : addDays(anniversary, -1)
}

describe('the wallet of a period', () => {
  it('is the year’s figure for a whole calendar year, with its range', () => {
    expect(walletIn([spend(2026, 1000, 800, 1300)], { from: '2026-01-01', to: '2026-12-31' })).toMatchObject({
      amount: 1000,
      low: 800,
      high: 1300,
      isCarried: false,
    })
  })

  it('takes each year by its months where the period lies in two', () => {
    const wallet = walletIn([spend(2025, 36_500), spend(2026, 73_000)], {
      from: '2025-10-01',
      to: '2026-09-30',
    })
    expect(wallet?.parts.map(({ months }) => months)).toEqual([3, 9])
    expect(wallet?.amount).toBe(36_500 / 4 + (73_000 * 3) / 4)
  })

  it('takes a broken month by its days, in the length of that month', () => {
    expect(walletIn([spend(2026, 12_000)], { from: '2026-04-16', to: '2026-06-30' })?.amount).toBe(2500)
    expect(walletIn([spend(2026, 12_000)], { from: '2026-02-08', to: '2026-02-21' })?.amount).toBe(500)
  })

  it('counts a February once, whether it has 28 days or 29', () => {
    const february = (to: string) => walletIn([spend(2024, 36_600)], { from: '2024-02-01', to })?.amount
    expect([february('2024-02-28'), february('2024-02-29')]).toEqual([3050, 3050])
  })

  it('of any twelve months is one year of a constant spend, so that no leap year looks like growth', () => {
    const amount = fc.oneof(
      fc.integer({ min: 0, max: 1000 }),
      fc.integer({ min: 0, max: 2 ** 52 }),
      fc.constant(1_000_000_0000),
    )
    // Two leap years, and 2100, which is none.
    const day = fc.oneof(
      fc.integer({ min: 0, max: 8 * 366 }).map((days) => addDays('2022-12-31', days)),
      fc.integer({ min: 0, max: 800 }).map((days) => addDays('2098-12-31', days)),
    )
    fc.assert(
      fc.property(day, amount, (asOf, yearly) => {
        const years = [-2, -1, 0].map((past) => spend(Number(asOf.slice(0, 4)) + past, yearly))
        expect(walletIn(years, rollingWindow(asOf, 12))?.amount).toBe(yearly)
      }),
    )
    for (let from = '2023-01-01'; from < '2029-01-01'; from = addDays(from, 1)) {
      const to = dayBeforeAnniversary(from)
      const wallet = walletIn(
        [2022, 2024, 2026, 2028].map((year) => spend(year, 9_999_991)),
        { from, to },
      )
      expect(wallet?.amount, `${from} to ${to}`).toBe(9_999_991)
    }
  })

  it('of one recorded year states no growth of the customer, whichever windows it is carried to', () => {
    const day = fc.integer({ min: 0, max: 365 }).map((days) => addDays('2024-01-01', days))
    fc.assert(
      fc.property(day, (asOf) => {
        const [after, before] = [asOf, addMonths(asOf, -12)].map((end) =>
          walletIn([spend(2023, 12_345_678)], rollingWindow(end, 12)),
        )
        const sales = { before: 1_000_000, after: 1_200_000 }
        const figures = shareGrowth(
          { sales: sales.before, wallet: before?.amount ?? null },
          { sales: sales.after, wallet: after?.amount ?? null },
          'whole',
        )
        expect(figures.walletGrowth).toMatchObject({ kind: 'percent', percent: 0 })
        expect(figures.decomposition).toEqual({ change: 200_000, fromWallet: 0, fromShare: 200_000 })
        expect(figures.evolutionIndex).toBe((sales.after / sales.before) * 100)
      }),
    )
  })

  it('lets a neighbouring year stand in, the earlier one first, and says so', () => {
    const period = { from: '2025-10-01', to: '2026-09-30' }
    expect(walletIn([spend(2025, 36_500)], period)).toMatchObject({ amount: 36_500, isCarried: true })
    expect(walletIn([spend(2026, 36_500)], period)).toMatchObject({ amount: 36_500, isCarried: true })
    const between = walletIn([spend(2023, 100), spend(2025, 900)], { from: '2024-01-01', to: '2024-12-31' })
    expect(between?.amount).toBe(100)
  })

  it('is unknown where a year has no figure near it, never a part of the truth', () => {
    expect(walletIn([], { from: '2026-01-01', to: '2026-12-31' })).toBeNull()
    expect(walletIn([spend(2024, 10)], { from: '2025-10-01', to: '2026-09-30' })).toBeNull()
    expect(walletIn([spend(2026, 10)], { from: '2026-12-31', to: '2026-01-01' })?.amount ?? 0).toBeLessThan(
      10,
    )
  })

  it('of two periods that join is the sum of theirs, up to the rounding', () => {
    const day = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2024-03-01', days))
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 1, max: 300 }),
        (from, one, two) => {
          const spends = [2023, 2024, 2025, 2026, 2027].map((year) => spend(year, year * 365_000))
          const [middle, to] = [addDays(from, one), addDays(from, one + two)]
          const whole = walletIn(spends, { from, to })?.amount ?? Number.NaN
          const first = walletIn(spends, { from, to: middle })?.amount ?? Number.NaN
          const second = walletIn(spends, { from: addDays(middle, 1), to })?.amount ?? Number.NaN
          expect(Math.abs(whole - first - second)).toBeLessThanOrEqual(2)
        },
      ),
    )
  })
})

describe('the share of a wallet', () => {
  it('comes with the range of the spend: the larger the wallet, the smaller the share', () => {
    expect(walletShare(500, { amount: 1000, low: 800, high: 2000 })).toEqual({
      kind: 'share',
      percent: 50,
      lowPercent: 25,
      highPercent: 62.5,
      isOver: false,
    })
  })

  it('above 100 % is flagged, not clipped', () => {
    expect(walletShare(1500, { amount: 1000, low: 1000, high: 1000 })).toMatchObject({
      percent: 150,
      isOver: true,
    })
  })

  it('says why there is none instead of dividing by nothing', () => {
    const nothing = { amount: 0, low: 0, high: 0 }
    expect(walletShare(5, null)).toEqual({ kind: 'unknown', reason: 'no-spend' })
    expect(walletShare(0, nothing)).toEqual({ kind: 'unknown', reason: 'nothing-bought' })
    expect(walletShare(5, nothing)).toEqual({ kind: 'unknown', reason: 'sales-without-spend' })
    expect(walletShare(-5, { amount: 10, low: 10, high: 10 })).toEqual({
      kind: 'unknown',
      reason: 'negative-sales',
    })
    expect(walletShare(5, { amount: 10, low: 0, high: 20 })).toMatchObject({ highPercent: null })
  })
})

describe('who holds the wallet', () => {
  // Picture of the account page: 精密减速机 58 % ours, 27 % the competitor, ¥1,150 万 open.
  it('leaves open what neither we nor a named competitor hold', () => {
    const split = splitWallet(4447, 7667, [{ name: '申川传动', sharePercent: 27 }])
    expect(split.isOverfull).toBe(false)
    expect(Math.round((split.openAmount ?? 0) / 10)).toBe(115)
  })

  it('puts unknown shares last and leaves their part open', () => {
    const split = splitWallet(120, 1000, [
      { name: 'in-house', sharePercent: null },
      { name: 'Lintec', sharePercent: 52 },
    ])
    expect(split.competitors.map(({ name, amount }) => [name, amount])).toEqual([
      ['Lintec', 520],
      ['in-house', null],
    ])
    expect(split.openAmount).toBe(360)
  })

  it('flags parts that exceed the whole, but not the rounding of whole percents', () => {
    expect(splitWallet(600, 1000, [{ name: 'A', sharePercent: 60 }])).toMatchObject({
      isOverfull: true,
      openAmount: null,
    })
    expect(splitWallet(585, 1000, [{ name: 'A', sharePercent: 42 }])).toMatchObject({
      isOverfull: false,
      openAmount: 0,
    })
  })
})

describe('the wallet that a rank suggests', () => {
  // Keiningham et al. 2015: with three brands .5, .3333, .1667.
  it('is our sales over the share of the Wallet Allocation Rule', () => {
    expect([1, 2, 3].map((rank) => walletByRank(100, rank, 3))).toEqual([200, 300, 600])
    expect(walletByRank(100, 1.5, 3)).toBe(240)
  })

  it('is unknown without sales or for a rank beyond the suppliers', () => {
    expect(walletByRank(0, 1, 3)).toBeNull()
    expect(walletByRank(100, 4, 3)).toBeNull()
    expect(walletByRank(100, 0, 3)).toBeNull()
  })
})

it('change of sales is exactly the customer’s growth and our change of share, whatever the figures', () => {
  const amount = fc.integer({ min: 0, max: 10 ** 13 })
  const wallet = fc.integer({ min: 10 ** 11, max: 10 ** 13 })
  fc.assert(
    fc.property(amount, wallet, amount, wallet, (sales0, wallet0, sales1, wallet1) => {
      const { decomposition } = shareGrowth(
        { sales: sales0, wallet: wallet0 },
        { sales: sales1, wallet: wallet1 },
        'whole',
      )
      expect(decomposition).not.toBeNull()
      expect((decomposition?.fromWallet ?? 0) + (decomposition?.fromShare ?? 0)).toBe(sales1 - sales0)
    }),
  )
})
