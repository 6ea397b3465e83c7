import { z } from 'zod'
import { accountContribution, whaleCurve } from '../../scoring/contribution.ts'
import { salesQuality } from '../../scoring/sales-quality.ts'
import { count, figure, figures, notNegative, type PublishedModel, publish } from './published-model.ts'

const line = z.object({
  account: count,
  product: count.nullish(),
  quantity: figure.nullish(),
  amount: figure,
  discountPercent: figure.nullish(),
  channel: z.string().nullish(),
})

export const CONTRIBUTION_MODELS: readonly PublishedModel[] = [
  publish({
    name: 'contribution',
    summary: 'Gross margin less cost to serve of one account; each activity’s cost is rounded to a whole',
    input:
      '{ gross, returns?: 0, costedNet?, cost: number | null, activities: [{ rate: number | null, quantity: number | null }] } — costedNet is the net sales whose cost is known, all of them if not given; null is unknown',
    output:
      '{ grossMargin, marginCoverage, activityCosts, costToServe, costCoverage, contribution }, null where unknown',
    source: 'Kaplan & Narayanan 2001',
    schema: z.strictObject({
      gross: figure,
      returns: notNegative.default(0),
      costedNet: figure.optional(),
      cost: figure.nullable(),
      activities: z.array(z.object({ rate: figure.nullable(), quantity: figure.nullable() })).max(1000),
    }),
    example: { gross: 1000, cost: 700, activities: [{ rate: 40, quantity: 3 }] },
    answer: ({ gross, returns, costedNet, cost, activities }) =>
      accountContribution({
        gross,
        returns,
        costedNet: cost === null ? 0 : (costedNet ?? gross - returns),
        cost: cost ?? 0,
        hasCost: cost !== null,
        activities,
      }),
  }),
  publish({
    name: 'whale-curve',
    summary: 'Contributions summed from the best account to the worst, with the peak above the total',
    input: '{ contributions: number[] }',
    output:
      '{ points: [{ count, cumulative, percent }], total, peak, costing: { count, amount } }; percent is null unless the total is above 0',
    source: 'Kaplan & Narayanan 2001; Kaplan & Cooper 1998',
    schema: z.strictObject({ contributions: figures.max(100_000) }),
    example: { contributions: [400, 300, 200, 100, 50, 0, 0, 0, -100, -150] },
    answer: ({ contributions }) => whaleCurve(contributions),
  }),
  publish({
    name: 'sales-quality',
    summary:
      'Discount depth, returns, price realisation and irregular lines of each account, as a score of 100',
    input:
      '{ lines: [{ account, product?, quantity?, amount, discountPercent?, channel? }], listPrices?: { product: price } } — an amount below 0 came back',
    output:
      '{ accounts: [{ account, score, coverage, gross, returns, parts, listPercent, signs }] }; signs name the place of their line',
    source: 'Marn, Roegner & Zawada 2004; the signs are rules of the firm',
    schema: z.strictObject({
      lines: z.array(line).max(1_000_000),
      listPrices: z.record(z.string().regex(/^\d+$/), figure).default({}),
    }),
    example: {
      lines: [
        { account: 1, product: 7, quantity: 10, amount: 900, discountPercent: 10 },
        { account: 1, product: 7, quantity: -1, amount: -90 },
      ],
      listPrices: { 7: 100 },
    },
    answer({ lines, listPrices }) {
      const prices = new Map(Object.entries(listPrices).map(([product, price]) => [Number(product), price]))
      const sold = {
        account: lines.map(({ account }) => account),
        product: lines.map(({ product }) => product ?? null),
        quantity: lines.map(({ quantity }) => quantity ?? null),
        amount: lines.map(({ amount }) => amount),
        discountPercent: lines.map(({ discountPercent }) => discountPercent ?? null),
        channel: lines.map(({ channel }) => channel ?? null),
        isReturn: lines.map(({ amount }) => amount < 0),
      }
      const accounts = [...salesQuality(sold, prices)]
      return { accounts: accounts.map(([account, quality]) => ({ account, ...quality })) }
    },
  }),
]
