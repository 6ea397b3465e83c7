import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { addDays } from '#shared/domain/calendar.ts'
import { seededRandom } from '../../src/main/scoring/seeded-random.ts'

export const HEADERS = [
  'order_number',
  'ordered_on',
  'customer_number',
  'customer_name',
  'country',
  'product_code',
  'product_name',
  'category',
  'quantity',
  'unit_price',
] as const

export const MAPPING = {
  orderNumber: 'order_number',
  orderedOn: 'ordered_on',
  customerNumber: 'customer_number',
  customerName: 'customer_name',
  country: 'country',
  productCode: 'product_code',
  productName: 'product_name',
  category: 'category',
  quantity: 'quantity',
  unitPrice: 'unit_price',
} as const

const DAYS = 1095
const FIRST_DAY = '2023-10-01'
export const AS_OF = '2026-09-29'
const PRODUCTS = 2000
const CATEGORIES = 12
const LINES_PER_ORDER = 4

/** Order lines by day, as an ERP exports them: skewed customers, returns, names with commas and Chinese. */
export async function writeOrders(path: string, lines: number, accounts: number): Promise<void> {
  const random = seededRandom(42)
  const file = createWriteStream(path)
  let chunk = `${HEADERS.join(',')}\n`
  for (let line = 0; line < lines; ) {
    const day = addDays(FIRST_DAY, Math.floor((line / lines) * DAYS))
    // A square skews towards the first accounts, as real customer bases are.
    const account = Math.floor(random() ** 2 * accounts)
    const order = `SO-${String(line).padStart(8, '0')}`
    const size = Math.min(lines - line, 1 + Math.floor(random() * (2 * LINES_PER_ORDER - 1)))
    for (let index = 0; index < size; index += 1, line += 1) {
      const product = Math.floor(random() * PRODUCTS)
      const quantity = random() < 0.02 ? -1 : 1 + Math.floor(random() * 40)
      const price = (1 + product / 10 + random()).toFixed(2)
      chunk += `${order},${day},C-${account},"客户 ${account}, 有限公司",中国,P-${product},产品 ${product},类别 ${product % CATEGORIES},${quantity},${price}\n`
    }
    if (chunk.length > 1_000_000) {
      if (!file.write(chunk)) await once(file, 'drain')
      chunk = ''
    }
  }
  file.end(chunk)
  await once(file, 'finish')
}
