import fc from 'fast-check'
import { addDays, type Day } from '#shared/domain/calendar.ts'
import type { TradeLine } from './trading-workspace.ts'

export const FIRST_DAY: Day = '2023-11-20'
const DAYS = 900

export const tradeDay = fc.integer({ min: 0, max: DAYS }).map((days) => addDays(FIRST_DAY, days))

const NUMBERS = ['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7', 'K8'] as const
export const accountNumber = fc.constantFrom(...NUMBERS)

interface Order {
  account: string
  orderedOn: Day
  amount: number
  cost: number | null
  category: string | null
  /** Goes back on a later day, under the same order number. */
  goesBack: { days: number; share: number } | null
}

const order: fc.Arbitrary<Order> = fc.record({
  account: accountNumber,
  orderedOn: tradeDay,
  amount: fc.integer({ min: 1, max: 40_000 }),
  cost: fc.option(fc.integer({ min: 0, max: 50_000 })),
  category: fc.option(fc.constantFrom('Gears', 'Rails')),
  goesBack: fc.option(
    fc.record({ days: fc.integer({ min: 0, max: 200 }), share: fc.constantFrom(0.5, 1, 1.5) }),
  ),
})

/** Lines of whole orders; some come back in part, in full or in excess, and not always soon. */
export const tradeLines: fc.Arbitrary<TradeLine[]> = fc
  .array(order, { minLength: 1, maxLength: 80, size: 'max' })
  .map((orders) =>
    orders.flatMap(({ account, orderedOn, amount, cost, category, goesBack }, i): TradeLine[] => {
      const line = {
        account,
        order: `SO-${i}`,
        ...(category ? { category } : {}),
      }
      const sold = { ...line, orderedOn, amount, ...(cost === null ? {} : { cost }) }
      if (!goesBack) return [sold]
      return [
        sold,
        { ...line, orderedOn: addDays(orderedOn, goesBack.days), amount: -amount * goesBack.share },
      ]
    }),
  )
