import {
  QUALITY_PARTS,
  QUALITY_SCALE,
  type QualityPart,
  type QualitySignKind,
} from '#shared/domain/sales-quality.ts'
import {
  type ChannelUse,
  type LinePattern,
  linePatterns,
  type OwnUse,
  ownUses,
  type SoldLines,
} from './sold-line-patterns.ts'

/** A line that stands out from the account's own way of buying: a question, no verdict. */
export interface QualitySign {
  kind: QualitySignKind
  /** Place of the line in what was handed in. */
  line: number
  /** Share of the reference price; null where price is not the point. */
  pricePercent: number | null
  /** Quantity as a multiple of what is usual; null where quantity is not the point. */
  quantityRatio: number | null
  usualChannel: string | null
}

export interface QualityFigure {
  /** Percent: discount given, sent back, of the reference price, of sales on lines with a sign. Null when unknown. */
  value: number | null
  /** 0 to 100; null when unknown. */
  points: number | null
  /** Percent of gross sales it rests on. */
  coveredPercent: number
}

export interface AccountQuality {
  gross: number
  /** Positive: what came back. */
  returns: number
  /** 0 to 100 over the known parts; null where these weigh less than half. */
  score: number | null
  /** Weight of the known parts in percent. */
  coverage: number
  parts: Record<QualityPart, QualityFigure>
  /** Percent of the compared sales that were held against a list price; the rest against the product's median. */
  listPercent: number | null
  signs: QualitySign[]
}

/** A figure on a thin slice of sales says nothing of the account. */
const LEAST_COVERED_PERCENT = 20
/** Weight of the known parts; fewer would call an account good for the one thing that is known of it. */
const LEAST_COVERAGE = 50
const LEAST_PATTERN_LINES = 6
const LEAST_PRODUCT_LINES = 4
const LOW_PRICE_PERCENT = 85
/** And this far below what the account is used to: a negotiated price is its own pattern. */
const OWN_PRICE_SHARE = 0.9
const VOLUME_RATIO = 3
const ONE_OFF_SHARE = 0.2
const USUAL_CHANNEL_SHARE = 0.8
const RARE_CHANNEL_SHARE = 0.1
const CHANNEL_LINE_RATIO = 2

/**
 * How good the sales of each account are, beside how large: discount depth (weighted by sales), return rate, price
 * realisation against the list price or, without one, the product's median over all accounts, and the share of sales
 * on irregular lines. Points run straight between the ends of `QUALITY_SCALE`; parts that are unknown are left out and
 * lower the coverage.
 * Source: Marn, Roegner & Zawada 2004, The Price Advantage (price realisation); the signs are the firm's own rules.
 * @param lines amounts in any one unit, quantities in pieces
 * @param listPrices by product, in that unit per piece; null or zero means none
 */
export function salesQuality(
  lines: SoldLines,
  listPrices: ReadonlyMap<number, number | null>,
): Map<number, AccountQuality> {
  const patterns = linePatterns(lines)
  const results = new Map<number, AccountQuality>()
  for (const [account, pattern] of patterns.accounts) {
    const signs = irregularLines(lines, pattern, patterns, listPrices)
    results.set(account, qualityOf(lines, pattern, signs, patterns, listPrices))
  }
  return results
}

type Patterns = ReturnType<typeof linePatterns>

interface Reference {
  price: number
  isList: boolean
}

function referenceOf(
  product: number | null,
  { products }: Patterns,
  listPrices: ReadonlyMap<number, number | null>,
): Reference | null {
  if (product === null) return null
  const list = listPrices.get(product) ?? 0
  if (list > 0) return { price: list, isList: true }
  const price = products.get(product)?.medianPrice ?? 0
  return price > 0 ? { price, isList: false } : null
}

function qualityOf(
  lines: SoldLines,
  pattern: LinePattern,
  signs: QualitySign[],
  patterns: Patterns,
  listPrices: ReadonlyMap<number, number | null>,
): AccountQuality {
  const { gross, returns } = pattern
  let discounted = 0
  let discount = 0
  let compared = 0
  let comparedList = 0
  let expected = 0
  for (const index of pattern.sales) {
    const amount = lines.amount[index] ?? 0
    const percent = lines.discountPercent[index] ?? null
    if (percent !== null) {
      discounted += amount
      discount += amount * percent
    }
    const quantity = lines.quantity[index] ?? 0
    const reference = referenceOf(lines.product[index] ?? null, patterns, listPrices)
    if (reference && quantity > 0) {
      compared += amount
      expected += quantity * reference.price
      if (reference.isList) comparedList += amount
    }
  }
  const flagged = new Set(signs.map(({ line }) => line))
  const flaggedAmount = [...flagged].reduce((sum, line) => sum + (lines.amount[line] ?? 0), 0)
  const hasPattern = pattern.sales.length >= LEAST_PATTERN_LINES
  const share = (part: number) => (gross > 0 ? (part / gross) * 100 : 0)
  const parts = {
    discount: figure('discount', discounted > 0 ? discount / discounted : null, share(discounted)),
    returns: figure('returns', gross > 0 ? (returns / gross) * 100 : null, share(gross)),
    price: figure('price', expected > 0 ? (compared / expected) * 100 : null, share(compared)),
    regularity: figure('regularity', hasPattern ? share(flaggedAmount) : null, hasPattern ? share(gross) : 0),
  }
  const known = QUALITY_PARTS.filter((part) => parts[part].points !== null)
  const coverage = known.reduce((sum, part) => sum + QUALITY_SCALE[part].weight, 0)
  const points = known.reduce((sum, part) => sum + QUALITY_SCALE[part].weight * (parts[part].points ?? 0), 0)
  return {
    gross,
    returns,
    score: coverage < LEAST_COVERAGE ? null : points / coverage,
    coverage,
    parts,
    listPercent: compared > 0 ? (comparedList / compared) * 100 : null,
    signs,
  }
}

function figure(part: QualityPart, value: number | null, coveredPercent: number): QualityFigure {
  if (value === null || !Number.isFinite(value) || coveredPercent < LEAST_COVERED_PERCENT) {
    return { value: null, points: null, coveredPercent }
  }
  const { none, full } = QUALITY_SCALE[part]
  const points = Math.min(100, Math.max(0, ((value - none) / (full - none)) * 100)) + 0
  return { value, points, coveredPercent }
}

function irregularLines(
  lines: SoldLines,
  pattern: LinePattern,
  patterns: Patterns,
  listPrices: ReadonlyMap<number, number | null>,
): QualitySign[] {
  if (pattern.sales.length < LEAST_PATTERN_LINES) return []
  const usual = usualChannel(pattern.channels)
  const uses = ownUses(lines, pattern)
  const signs: QualitySign[] = []
  for (const line of pattern.sales) {
    const amount = lines.amount[line] ?? 0
    const quantity = lines.quantity[line] ?? 0
    const product = lines.product[line] ?? null
    const channel = lines.channel[line] ?? null
    const own = product === null || quantity <= 0 ? undefined : uses.get(product)
    if (own && product !== null) {
      const reference = referenceOf(product, patterns, listPrices)
      const pricePercent = reference ? (amount / quantity / reference.price) * 100 : null
      const bulk = cheapBulk(own, amount, quantity, pricePercent)
      if (bulk !== null) {
        signs.push({ kind: 'low-price-volume', line, pricePercent, quantityRatio: bulk, usualChannel: null })
      }
      const everybody = patterns.products.get(product)?.medianQuantity ?? 0
      const isOnce = own.lineCount === 1 && amount >= ONE_OFF_SHARE * pattern.gross
      if (isOnce && everybody > 0 && quantity >= VOLUME_RATIO * everybody) {
        const quantityRatio = quantity / everybody
        signs.push({ kind: 'one-off-product', line, pricePercent, quantityRatio, usualChannel: null })
      }
    }
    const isElsewhere =
      usual !== null &&
      channel !== null &&
      channel !== usual &&
      (pattern.channels.shares.get(channel) ?? 0) <= RARE_CHANNEL_SHARE
    if (isElsewhere && amount >= CHANNEL_LINE_RATIO * pattern.medianAmount) {
      const unknown = { pricePercent: null, quantityRatio: null }
      signs.push({ kind: 'unusual-channel', line, ...unknown, usualChannel: usual })
    }
  }
  return signs
}

/** How many times the usual quantity, where the price is low by the reference and by what the account is used to. */
function cheapBulk(
  own: OwnUse,
  amount: number,
  quantity: number,
  pricePercent: number | null,
): number | null {
  if (own.lineCount < LEAST_PRODUCT_LINES || pricePercent === null || pricePercent > LOW_PRICE_PERCENT) {
    return null
  }
  const usual = own.medianQuantity()
  if (usual <= 0 || quantity < VOLUME_RATIO * usual) return null
  return amount / quantity <= OWN_PRICE_SHARE * own.medianPrice() ? quantity / usual : null
}

function usualChannel({ shares }: ChannelUse): string | null {
  for (const [channel, share] of shares) if (share >= USUAL_CHANNEL_SHARE) return channel
  return null
}
