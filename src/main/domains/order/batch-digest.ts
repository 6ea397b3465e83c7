import { createHash } from 'node:crypto'
import type { Id } from '#shared/domain/id.ts'
import { createDayTable } from './day-number.ts'
import type { LineContent } from './line-identity.ts'

/** What the digest has to know about rows it names: their ids outside this file. */
export interface IdsByKey {
  accountId(accountKey: number): Id
  productId(productKey: number): Id
}

export interface BatchDigest {
  /** `order` numbers the batch's orders from 0 in the order of their first rows. */
  add(
    order: number,
    accountKey: number,
    orderNumber: string,
    productKey: number | null,
    line: LineContent,
  ): void
  /** SHA-256 in hex. */
  finish(): string
}

/** Figures per row: order, day, product, quantity, unit price, amount, currency, cost, discount, channel. */
const ROW_WIDTH = 10
const ROWS_HELD = 1000
const TEXT_HELD = 65_536
const UNKNOWN = -1
/** Adding 0 turns −0, which the database does not keep, into 0. */
const known = (figure: number | null): number => (figure === null ? Number.NaN : figure + 0)

/**
 * SHA-256 that names a batch's rows the same way on every machine: over the hash of its definitions and the hash of its
 * rows. Definitions are lines of UTF-8 in the order of first use: `a` account id, `o` account and number of an order,
 * `p` product id, `c` currency, `h` channel, texts as JSON. A row is ten little-endian doubles: what it refers to as
 * ordinals from 0 among the definitions of that kind (−1 for none), its day as 20 240 305, unknown figures as NaN.
 */
export function createBatchDigest(ids: IdsByKey): BatchDigest {
  const definitions = createHash('sha256')
  const rows = createHash('sha256')
  const days = createDayTable()
  const accounts = new Map<number, number>()
  let orderCount = 0
  const products = new Map<number, number>()
  const currencies = new Map<string, number>()
  const channels = new Map<string, number>()
  const figures = new Float64Array(ROW_WIDTH * ROWS_HELD)
  const bytes = new Uint8Array(figures.buffer)
  let length = 0
  let text = ''
  let latestCurrency = ''
  let currencyOrdinal = UNKNOWN

  const write = (line: string) => {
    text += `${line}\n`
    if (text.length < TEXT_HELD) return
    definitions.update(text)
    text = ''
  }
  const define = <Key>(known: Map<Key, number>, key: Key, line: string): number => {
    known.set(key, known.size)
    write(line)
    return known.size - 1
  }
  const writeRows = () => {
    rows.update(bytes.subarray(0, length * Float64Array.BYTES_PER_ELEMENT))
    length = 0
  }

  return {
    add(order, accountKey, orderNumber, productKey, line) {
      if (order === orderCount) {
        orderCount += 1
        const account =
          accounts.get(accountKey) ?? define(accounts, accountKey, `a\t${ids.accountId(accountKey)}`)
        write(`o\t${account}\t${JSON.stringify(orderNumber)}`)
      }
      const { currency, channel } = line
      if (currency !== latestCurrency) {
        latestCurrency = currency
        currencyOrdinal = currencies.get(currency) ?? define(currencies, currency, `c\t${currency}`)
      }
      figures[length] = order
      figures[length + 1] = days.numbers[days.slotOf(line.orderedOn)] ?? 0
      figures[length + 2] =
        productKey === null
          ? UNKNOWN
          : (products.get(productKey) ?? define(products, productKey, `p\t${ids.productId(productKey)}`))
      figures[length + 3] = known(line.quantity)
      figures[length + 4] = known(line.unitPrice)
      figures[length + 5] = known(line.amount)
      figures[length + 6] = currencyOrdinal
      figures[length + 7] = known(line.cost)
      figures[length + 8] = known(line.discountPercent)
      figures[length + 9] =
        channel === null
          ? UNKNOWN
          : (channels.get(channel) ?? define(channels, channel, `h\t${JSON.stringify(channel)}`))
      length += ROW_WIDTH
      if (length === figures.length) writeRows()
    },
    finish() {
      writeRows()
      definitions.update(text)
      return createHash('sha256').update(definitions.digest()).update(rows.digest()).digest('hex')
    },
  }
}
