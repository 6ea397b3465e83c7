import { median } from './quantile.ts'

/** Order lines of a window, column by column: a million of them as rows would cost several times the room. */
export interface SoldLines {
  readonly account: readonly number[]
  readonly product: readonly (number | null)[]
  /** Pieces; null when unknown. */
  readonly quantity: readonly (number | null)[]
  /** Negative for returns. */
  readonly amount: readonly number[]
  readonly discountPercent: readonly (number | null)[]
  readonly channel: readonly (string | null)[]
  readonly isReturn: readonly boolean[]
}

export interface ChannelUse {
  /** Share of the sales whose channel is known, by channel. */
  shares: ReadonlyMap<string, number>
}

/** How one account buys. */
export interface LinePattern {
  gross: number
  /** Positive: what came back. */
  returns: number
  /** Places of the lines that are sales above zero. */
  sales: number[]
  medianAmount: number
  channels: ChannelUse
}

export interface ProductPattern {
  /** Null where too few lines or accounts stand behind it. */
  medianPrice: number | null
  medianQuantity: number | null
}

export interface LinePatterns {
  accounts: Map<number, LinePattern>
  products: Map<number, ProductPattern>
}

/** What one account is used to with one product. */
export interface OwnUse {
  lineCount: number
  medianQuantity(): number
  medianPrice(): number
}

/** A median of one buyer would hold the buyer against himself. */
const LEAST_PRODUCT_LINES = 3
const LEAST_PRODUCT_ACCOUNTS = 2

function medianOf(values: readonly number[]): number {
  return median(values) ?? 0
}

/** What is usual for each account, each product, and each account with a product. */
export function linePatterns(lines: SoldLines): LinePatterns {
  const accounts = new Map<number, LinePattern>()
  const channelSums = new Map<number, Map<string, number>>()
  const byProduct = new Map<number, number[]>()
  for (let index = 0; index < lines.account.length; index += 1) {
    const account = lines.account[index] ?? 0
    const amount = lines.amount[index] ?? 0
    let pattern = accounts.get(account)
    if (!pattern) {
      pattern = { gross: 0, returns: 0, sales: [], medianAmount: 0, channels: { shares: new Map() } }
      accounts.set(account, pattern)
    }
    if (lines.isReturn[index]) {
      pattern.returns -= amount
      continue
    }
    pattern.gross += amount
    if (amount <= 0) continue
    pattern.sales.push(index)
    const channel = lines.channel[index] ?? null
    if (channel !== null) {
      const sums = channelSums.get(account) ?? new Map<string, number>()
      channelSums.set(account, sums)
      sums.set(channel, (sums.get(channel) ?? 0) + amount)
    }
    const product = lines.product[index] ?? null
    if (product === null || (lines.quantity[index] ?? 0) <= 0) continue
    put(byProduct, product, index)
  }
  for (const [account, pattern] of accounts) {
    pattern.medianAmount = medianOf(pattern.sales.map((index) => lines.amount[index] ?? 0))
    const sums = channelSums.get(account)
    if (!sums) continue
    const total = [...sums.values()].reduce((sum, value) => sum + value, 0)
    pattern.channels = {
      shares: new Map([...sums].map(([channel, value]) => [channel, total > 0 ? value / total : 0])),
    }
  }
  return { accounts, products: productPatterns(lines, byProduct) }
}

/** The account's use of every product it has a quantity of; medians are taken when asked for. */
export function ownUses(lines: SoldLines, { sales }: LinePattern): Map<number, OwnUse> {
  const places = new Map<number, number[]>()
  for (const index of sales) {
    const product = lines.product[index] ?? null
    if (product !== null && (lines.quantity[index] ?? 0) > 0) put(places, product, index)
  }
  const uses = new Map<number, OwnUse>()
  for (const [product, own] of places) {
    uses.set(product, {
      lineCount: own.length,
      medianQuantity: () => medianOf(own.map((index) => lines.quantity[index] ?? 0)),
      medianPrice: () => medianOf(own.map((index) => priceOf(lines, index))),
    })
  }
  return uses
}

/** Of a line whose quantity is above zero. */
const priceOf = (lines: SoldLines, index: number) => (lines.amount[index] ?? 0) / (lines.quantity[index] ?? 1)

function put(lists: Map<number, number[]>, key: number, index: number): void {
  const list = lists.get(key)
  if (list) list.push(index)
  else lists.set(key, [index])
}

function productPatterns(lines: SoldLines, byProduct: Map<number, number[]>): Map<number, ProductPattern> {
  const products = new Map<number, ProductPattern>()
  for (const [product, places] of byProduct) {
    const buyers = new Set(places.map((index) => lines.account[index]))
    const isCommon = places.length >= LEAST_PRODUCT_LINES && buyers.size >= LEAST_PRODUCT_ACCOUNTS
    products.set(product, {
      medianPrice: isCommon ? medianOf(places.map((index) => priceOf(lines, index))) : null,
      medianQuantity: isCommon ? medianOf(places.map((index) => lines.quantity[index] ?? 0)) : null,
    })
  }
  return products
}
