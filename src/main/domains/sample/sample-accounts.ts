import { type Bilingual, type NamedAccount, SAMPLE_FIRM } from './sample-firm.ts'
import type { SampleRandom } from './sample-random.ts'

/** Ranks that carry extra growth, influence or a loss, so that each value class has its believable share. */
const POTENTIAL_EVERY = 11
const STRATEGIC_RANKS = [58, 83, 117]
const PROBLEM_EVERY = 14
const TOP_COUNT = 38
const NAMED_NUMBER_GAP = 200

export interface SampleAccount extends NamedAccount {
  /** Rank by target sales, 1 is the largest. */
  rank: number
}

/** Sales of the unnamed accounts by rank, in 万: a gentle slope to the 38th, then a long tail. */
function unnamedSales(count: number, namedCount: number, namedTotal: number): number[] {
  const upper = TOP_COUNT - namedCount
  const upperTotal = SAMPLE_FIRM.top38Wan - namedTotal
  const lowerTotal = SAMPLE_FIRM.totalWan - SAMPLE_FIRM.top38Wan
  const slope = (length: number, total: number, decay: number) => {
    const weights = Array.from({ length }, (_, index) => Math.exp(-decay * (index / length)))
    const sum = weights.reduce((a, b) => a + b, 0)
    return weights.map((weight) => (total * weight) / sum)
  }
  return [...slope(upper, upperTotal, 0.25), ...slope(count - upper, lowerTotal, 3.4)]
}

function fictionalName(random: SampleRandom, taken: Set<string>): { name: Bilingual; industry: string } {
  const { first, second, trades } = SAMPLE_FIRM.names
  for (;;) {
    const [firstZh, firstEn] = random.pick(first)
    const [secondZh, secondEn] = random.pick(second)
    const [tradeZh, tradeEn, industry] = random.pick(trades)
    const zh = `${firstZh}${secondZh}${tradeZh}`
    if (taken.has(firstZh + secondZh)) continue
    taken.add(firstZh + secondZh)
    return { name: { zh, en: `${firstEn}${secondEn} ${tradeEn}` }, industry }
  }
}

/** A few smaller accounts drift away: less than last year, and silent at the end. */
export const isDriftingAway = (rank: number): boolean => rank > 60 && rank % 17 === 9

/** What sets some of the unnamed accounts apart: fast growth, influence, or selling below cost. */
function characterOf(rank: number, random: SampleRandom) {
  const growth = 5 + random.normal() * 6
  if (STRATEGIC_RANKS.includes(rank)) {
    return { growthPercent: 3 + random.normal() * 2, marginPercent: 36, influence: 5 }
  }
  if (isDriftingAway(rank)) {
    return { growthPercent: -22 - random.next() * 12, marginPercent: 27, influence: 1 }
  }
  if (rank % PROBLEM_EVERY === 3) {
    return { growthPercent: growth - 12, marginPercent: -2 - random.next() * 6, influence: 1 }
  }
  if (rank % POTENTIAL_EVERY === 5) {
    return { growthPercent: 24 + random.next() * 45, marginPercent: 27 + random.normal() * 3, influence: 2 }
  }
  return {
    growthPercent: Math.min(growth, 13),
    marginPercent: 28.5 + random.normal() * 3.5,
    influence: random.pick([1, 1, 2, 2, 3]),
  }
}

/** All trading accounts, largest first: those of firm.json, then as many fictional ones as are missing. */
export function sampleAccounts(random: SampleRandom): SampleAccount[] {
  const { accounts, managers, names, tradingAccounts } = SAMPLE_FIRM
  const namedTotal = accounts.reduce((sum, account) => sum + account.salesWan, 0)
  const sales = unnamedSales(tradingAccounts - accounts.length, accounts.length, namedTotal)
  const taken = new Set(accounts.map((account) => account.name.zh.slice(0, 2)))
  const domestic = managers.filter((manager) => !manager.includes(' '))
  const unnamed = sales.map((salesWan, index): SampleAccount => {
    const rank = accounts.length + index + 1
    const [cityZh, cityEn] = random.pick(names.cities)
    return {
      ...fictionalName(random, taken),
      number: `C-${String(NAMED_NUMBER_GAP + index * 3 + (index % 3)).padStart(5, '0')}`,
      city: { zh: cityZh, en: cityEn },
      country: 'CN',
      accountManager: random.pick(domestic),
      salesWan,
      customerSince: random.integer(2014, 2023),
      ...characterOf(rank, random),
      rank,
    }
  })
  return [...accounts.map((account, index) => ({ ...account, rank: index + 1 })), ...unnamed]
}
