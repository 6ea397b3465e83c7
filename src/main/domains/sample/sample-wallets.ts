import { roundHalfAway } from '#shared/domain/money.ts'
import type { SpendCompetitor, SpendConfidence } from '#shared/domain/wallet.ts'
import { type Bilingual, SAMPLE_FIRM } from './sample-firm.ts'
import type { SampleLine } from './sample-orders.ts'
import { type SampleRandom, sampleRandom } from './sample-random.ts'

/** What an account of the sample buys of a category in a year; amounts in ten-thousandths of a yuan. */
export interface SampleSpend {
  accountNumber: string
  /** Index into the firm's categories. */
  category: number
  year: number
  amount: number
  low: number | null
  high: number | null
  source: Bilingual
  sourceOn: string
  confidence: SpendConfidence
  competitors: { name: Bilingual; sharePercent: number | null }[]
}

/** Ten thousand yuan in ten-thousandths: nobody knows another firm's spend more exactly. */
const WAN = 10_000 * 10_000

interface HeldShare {
  /** Ours now and a year earlier, in percent. */
  now: number
  before: number
  competitor: SpendCompetitor['name']
  /** Null where only the name is known. */
  competitorPercent: number | null
}

/** The account of the pictures, by category. */
const PICTURED: readonly HeldShare[] = [
  { now: 58, before: 55, competitor: '申川传动', competitorPercent: 27 },
  { now: 44, before: 42, competitor: '德贝克', competitorPercent: 31 },
  { now: 21, before: 26, competitor: 'Lintec Motion', competitorPercent: 52 },
  { now: 12, before: 12, competitor: '自营', competitorPercent: null },
]
const PICTURED_NUMBER = 'C-00012'

/** Names as they are written in either language. */
const COMPETITORS: Record<string, Bilingual> = {
  申川传动: { zh: '申川传动', en: 'Shenchuan Drives' },
  德贝克: { zh: '德贝克', en: 'Debeck' },
  'Lintec Motion': { zh: 'Lintec Motion', en: 'Lintec Motion' },
  自营: { zh: '自营', en: 'In-house' },
}
const USUAL_COMPETITOR = ['申川传动', '德贝克', 'Lintec Motion', '自营'] as const
/** Believable shares of a supplier that is one of two or three, by category. */
const USUAL_SHARE = [
  [42, 66],
  [36, 58],
  [32, 50],
  [38, 70],
] as const

const TOLD = {
  source: { zh: '销售拜访口述', en: 'Told during a visit' },
  confidence: 'low',
  rangePercent: 25,
} as const satisfies { source: Bilingual; confidence: SpendConfidence; rangePercent: number }

const SOURCES: readonly { source: Bilingual; confidence: SpendConfidence; rangePercent: number }[] = [
  {
    source: { zh: '客户年报与采购总监访谈', en: 'Annual report and talk with the head of purchasing' },
    confidence: 'high',
    rangePercent: 6,
  },
  {
    source: { zh: '按设备产量与单台用量估算', en: 'Estimated from machines built and parts per machine' },
    confidence: 'medium',
    rangePercent: 12,
  },
  { source: { zh: '招标公告汇总', en: 'Sum of published tenders' }, confidence: 'medium', rangePercent: 15 },
  TOLD,
]

/** The window and the one before it part into these days of 365, as of 30 September. */
const [DAYS_OF_YEAR, DAYS_OF_YEAR_BEFORE] = [273 / 365, 92 / 365]
const [YEAR, WINDOW_FROM, PRIOR_FROM] = [2026, '2025-10-01', '2024-10-01']
const ACCOUNTS_WITH_THREE_YEARS = 10

type WindowSales = Map<string, { now: number; before: number }>

/** Net sales by account and category in the twelve months to the as-of date, and in those before. */
function windowSales(lines: readonly SampleLine[]): WindowSales {
  const categoryOf = new Map(
    SAMPLE_FIRM.categories.flatMap(({ products }, index) => products.map(([code]) => [code, index] as const)),
  )
  const sums = new Map<string, { now: number; before: number }>()
  for (const { accountNumber, orderedOn, productCode, amount } of lines) {
    if (orderedOn < PRIOR_FROM) continue
    const key = `${accountNumber} ${categoryOf.get(productCode)}`
    const sum = sums.get(key) ?? { now: 0, before: 0 }
    sum[orderedOn >= WINDOW_FROM ? 'now' : 'before'] += amount
    sums.set(key, sum)
  }
  return sums
}

/** Yearly figures whose mix by days gives both windows the wanted shares, newest first. */
function yearlyAmounts(now: number, before: number, withEarlierYear: boolean): number[] {
  // The year before last is known for some: it was smaller by the customer's usual growth.
  const earlier = withEarlierYear ? 0.95 : 1
  const last = before / (DAYS_OF_YEAR + DAYS_OF_YEAR_BEFORE * earlier)
  const current = (now - last * DAYS_OF_YEAR_BEFORE) / DAYS_OF_YEAR
  return withEarlierYear ? [current, last, last * earlier] : [current, last]
}

const inWan = (amount: number) => roundHalfAway(amount / WAN) * WAN

/**
 * Spend of the named accounts, consistent with their orders (our sales over the share that is ours), and
 * what some small ones buy of a category from a competitor alone.
 */
export function sampleSpends(lines: readonly SampleLine[]): SampleSpend[] {
  const random = sampleRandom(SAMPLE_FIRM.seed + 7)
  const sales = windowSales(lines)
  return [...namedSpends(sales, random), ...spendsElsewhere(lines, sales, random)]
}

function namedSpends(sales: WindowSales, random: SampleRandom): SampleSpend[] {
  return SAMPLE_FIRM.accounts.flatMap(({ number }, rank) =>
    SAMPLE_FIRM.categories.flatMap((_, category): SampleSpend[] => {
      const sold = sales.get(`${number} ${category}`)
      const usual = usualShare(category, random)
      const source = random.pick(SOURCES)
      const held = number === PICTURED_NUMBER ? (PICTURED[category] ?? usual) : usual
      // Of the smaller accounts nobody has asked about spares yet.
      if (
        !sold ||
        sold.now <= 0 ||
        sold.before <= 0 ||
        (rank >= ACCOUNTS_WITH_THREE_YEARS && category === 3)
      ) {
        return []
      }
      const amounts = yearlyAmounts(
        (sold.now / held.now) * 100,
        (sold.before / held.before) * 100,
        rank < ACCOUNTS_WITH_THREE_YEARS,
      )
      const range = source.rangePercent / 100
      return amounts.map((amount, index): SampleSpend => {
        const rounded = inWan(Math.max(amount, WAN))
        return {
          accountNumber: number,
          category,
          year: YEAR - index,
          amount: rounded,
          low: inWan(rounded * (1 - range)),
          high: inWan(rounded * (1 + range)),
          source: source.source,
          sourceOn: index === 0 ? '2026-08-20' : `${YEAR - index + 1}-03-15`,
          confidence: index === 0 && source.confidence === 'high' ? 'medium' : source.confidence,
          competitors: [
            {
              name: COMPETITORS[held.competitor] ?? { zh: held.competitor, en: held.competitor },
              sharePercent: held.competitorPercent,
            },
          ],
        }
      })
    }),
  )
}

function usualShare(category: number, random: SampleRandom): HeldShare {
  const [low, high] = USUAL_SHARE[category] ?? [40, 60]
  const now = random.integer(low, high)
  const before = Math.max(low - 4, now + random.integer(-5, 4))
  const competitor = USUAL_COMPETITOR[category] ?? '自营'
  const rest = 100 - Math.max(now, before)
  const competitorPercent = roundHalfAway(rest * random.between(0.4, 0.85))
  return { now, before, competitor, competitorPercent: competitor === '自营' ? null : competitorPercent }
}

/** Every other category that a small account buys nothing of from us. */
function spendsElsewhere(
  lines: readonly SampleLine[],
  sales: WindowSales,
  random: SampleRandom,
): SampleSpend[] {
  const named = new Set(SAMPLE_FIRM.accounts.map(({ number }) => number))
  const small = [...new Set(lines.map(({ accountNumber }) => accountNumber))].filter(
    (number) => !named.has(number),
  )
  return small.sort().flatMap((accountNumber) =>
    SAMPLE_FIRM.categories.flatMap((_, category): SampleSpend[] => {
      const isBought = (sales.get(`${accountNumber} ${category}`)?.now ?? 0) > 0
      const amount = random.integer(18, 120) * WAN
      if (isBought || random.next() < 0.5) return []
      const competitor = USUAL_COMPETITOR[category] ?? '自营'
      const isInHouse = competitor === '自营'
      return [
        {
          accountNumber,
          category,
          year: YEAR,
          amount,
          low: null,
          high: null,
          source: TOLD.source,
          sourceOn: '2026-06-30',
          confidence: TOLD.confidence,
          competitors: [
            {
              name: COMPETITORS[competitor] ?? { zh: competitor, en: competitor },
              sharePercent: isInHouse ? null : 100,
            },
          ],
        },
      ]
    }),
  )
}
