import { MainstayError } from '#shared/contract/call-result.ts'
import type { Day } from '#shared/domain/calendar.ts'
import type { ReadSettings, RowErrorCode, RowProblem } from '#shared/domain/import.ts'
import type { Amount, CurrencyCode } from '#shared/domain/money.ts'
import {
  missingOrderLineFields,
  type OrderLineField,
  type OrderLineMapping,
} from '#shared/domain/order-line.ts'
import {
  createCurrencyReader,
  createDateReader,
  createDiscountReader,
  createNumberReader,
  createTextReader,
  type MappedColumn,
  type NumberCell,
} from './cell-readers.ts'
import type { ColumnVerdicts, NumberField } from './column-verdicts.ts'
import {
  type ExactNumber,
  exactFromTenThousandths,
  multiplyExact,
  multiplyTenThousandths,
  toTenThousandths,
} from './exact-number.ts'
import { readCurrency } from './read-currency.ts'
import { createTextStore } from './text-store.ts'

/** One line of an order as the file gives it. A return mirrors a sale: its amount and cost are not positive. */
export interface OrderLine {
  /** 1-based row of the file. */
  row: number
  customerNumber: string | null
  customerName: string | null
  country: string | null
  orderNumber: string
  orderedOn: Day
  productCode: string | null
  productName: string | null
  category: string | null
  /** Ten-thousandths of a piece. */
  quantity: number | null
  /** As written; its sign is not touched. */
  unitPrice: Amount | null
  /** The amount cell, else quantity × unit price × (1 − discount), rounded half away from zero once. */
  amount: Amount
  /** Cost of the line. */
  cost: Amount | null
  /** Ten-thousandths of a percent: 12.5 % is 125 000. */
  discountPercent: number | null
  currency: CurrencyCode
  channel: string | null
  isReturn: boolean
}

export type OrderLineResult = { ok: true; line: OrderLine } | { ok: false; problems: RowProblem[] }
export type OrderLineParser = (cells: readonly string[], row: number) => OrderLineResult

export interface OrderLineParserOptions {
  headers: readonly string[]
  mapping: OrderLineMapping
  settings: ReadSettings
  /** Currencies with a rate. */
  knownCurrencies: ReadonlySet<CurrencyCode>
  /** For rows that name no currency. */
  defaultCurrency: CurrencyCode
  columnVerdicts: ColumnVerdicts
  /** Field → factor for columns in 万 or thousands. */
  unitFactors?: Partial<Record<OrderLineField, number>>
}

const LONGEST_VALUE = 200
const REMEMBERED_TEXTS = 50_000
const PERCENT_DECIMALS = 6
const HUNDRED_PERCENT = 10 ** PERCENT_DECIMALS

/**
 * A function that turns one row of cells into an order line or into everything that is wrong with it. It is made once per
 * file and keeps caches, so it is not to be shared between files. Throws MainstayError: mapping-incomplete,
 * mapping-unknown-column.
 */
export function createOrderLineParser(options: OrderLineParserOptions): OrderLineParser {
  const { settings, columnVerdicts: verdicts, defaultCurrency, knownCurrencies } = options
  const columns = columnsOf(options.headers, options.mapping)
  let problems: RowProblem[] = []
  let row = 0
  let cellCount = 0

  const report = (code: RowErrorCode, column: MappedColumn, value: string): void => {
    if (problems.some((problem) => problem.column === column.header)) return
    problems.push({ row, column: column.header, value: value.slice(0, LONGEST_VALUE), code })
  }
  /** A value that is missing because the row ends before its column is told apart: the row is likely torn. */
  const reportMissing = (code: RowErrorCode, column: MappedColumn): void => {
    if (column.index < cellCount) report(code, column, '')
    else if (!problems.some((problem) => problem.code === 'too-few-cells'))
      report('too-few-cells', column, '')
  }

  const store = createTextStore(REMEMBERED_TEXTS)
  const customerNumberOf = createTextReader(columns.customerNumber, 'customer-id', store, report)
  const customerNameOf = createTextReader(columns.customerName, 'customer-name', store, report)
  const countryOf = createTextReader(columns.country, 'name', store, report)
  const orderNumberOf = createTextReader(columns.orderNumber, 'id', store, report)
  const productCodeOf = createTextReader(columns.productCode, 'id', store, report)
  const productNameOf = createTextReader(columns.productName, 'name', store, report)
  const categoryOf = createTextReader(columns.category, 'name', store, report)
  const channelOf = createTextReader(columns.channel, 'name', store, report)
  const currencyOf = createCurrencyReader(columns.currency, defaultCurrency, report)
  const dateOrder = settings.dateOrder ?? verdicts.dateOrder ?? 'ambiguous'
  const orderedOnOf = createDateReader(columns.orderedOn, dateOrder, verdicts.serials, report)
  const readingOf = (field: NumberField) => ({
    decimalSign: settings.decimalSign ?? verdicts.decimalSigns[field] ?? null,
    factor: options.unitFactors?.[field] ?? 1,
    allowsPercent: false,
  })
  const quantity = createNumberReader(columns.quantity, readingOf('quantity'), report)
  const unitPrice = createNumberReader(columns.unitPrice, readingOf('unitPrice'), report)
  const amountCell = createNumberReader(columns.amount, readingOf('amount'), report)
  const cost = createNumberReader(columns.cost, readingOf('cost'), report)
  const discountOf = createDiscountReader(
    columns.discountPercent,
    { ...readingOf('discountPercent'), isFraction: verdicts.isDiscountFraction },
    report,
  )

  /** The row's currency: its cell, else the sign beside an amount, else the default. */
  const currencyFor = (cells: readonly string[]): CurrencyCode => {
    const named = currencyOf(cells)
    let currency = named ?? defaultCurrency
    if (amountCell.currencyText !== null || unitPrice.currencyText !== null) {
      const column = amountCell.currencyText === null ? columns.unitPrice : columns.amount
      const sign = readCurrency(amountCell.currencyText ?? unitPrice.currencyText ?? '', currency)
      if (named !== null && sign !== named) report('invalid-currency', column, cells[column.index] ?? '')
      currency = sign ?? currency
    }
    if (!knownCurrencies.has(currency)) {
      const column =
        columns.currency.index === -1 ? firstMapped(columns.amount, columns.unitPrice) : columns.currency
      report('unknown-rate', column, currency)
    }
    return currency
  }

  const amountFor = (discountPercent: number | null): Amount => {
    if (amountCell.value !== null) return amountCell.value
    if (quantity.value !== null && unitPrice.value !== null) {
      const computed = lineAmount(quantity, unitPrice, discountPercent ?? 0)
      if (computed === null) report('number-out-of-range', columns.unitPrice, '')
      return computed ?? 0
    }
    const reported = (column: MappedColumn): boolean =>
      problems.some(({ column: name }) => name === column.header)
    if (![columns.amount, columns.quantity, columns.unitPrice].some(reported)) {
      const partial = quantity.value === null ? columns.quantity : columns.unitPrice
      reportMissing('missing-amount', firstMapped(columns.amount, partial))
    }
    return 0
  }

  return (cells, rowNumber) => {
    if (problems.length > 0) problems = []
    row = rowNumber
    cellCount = cells.length
    const customerNumber = customerNumberOf(cells)
    const customerName = customerNameOf(cells)
    if (customerNumber === null && customerName === null) {
      reportMissing('missing-customer', firstMapped(columns.customerNumber, columns.customerName))
    }
    const orderNumber = orderNumberOf(cells)
    if (orderNumber === null) reportMissing('missing-order-number', columns.orderNumber)
    const orderedOn = orderedOnOf(cells)
    if (orderedOn === null) reportMissing('missing-date', columns.orderedOn)
    quantity.read(cells)
    unitPrice.read(cells)
    amountCell.read(cells)
    cost.read(cells)
    const discountPercent = discountOf(cells)
    const currency = currencyFor(cells)
    const amount = amountFor(discountPercent)
    const productCode = productCodeOf(cells)
    const productName = productNameOf(cells)
    const country = countryOf(cells)
    const category = categoryOf(cells)
    const channel = channelOf(cells)
    if (problems.length > 0 || orderNumber === null || orderedOn === null) return { ok: false, problems }
    const isReturn = amount < 0 || (quantity.value !== null && quantity.value < 0)
    const line = {
      row: rowNumber,
      customerNumber,
      customerName,
      country,
      orderNumber,
      orderedOn,
      productCode,
      productName,
      category,
      quantity: quantity.value,
      unitPrice: unitPrice.value,
      amount: isReturn && amount > 0 ? -amount : amount,
      cost: isReturn && cost.value !== null && cost.value > 0 ? -cost.value : cost.value,
      discountPercent,
      currency,
      channel,
      isReturn,
    }
    return { ok: true, line }
  }
}

function columnsOf(
  headers: readonly string[],
  mapping: OrderLineMapping,
): Record<OrderLineField, MappedColumn> {
  const missing = missingOrderLineFields(mapping)
  if (missing.length > 0) {
    throw new MainstayError('mapping-incomplete', 'The mapping lacks required fields.', { missing })
  }
  const columnOf = (field: OrderLineField): MappedColumn => {
    const header = mapping[field]
    const index = header === undefined ? -1 : headers.indexOf(header)
    if (header !== undefined && index === -1) {
      throw new MainstayError('mapping-unknown-column', `The file has no column "${header}".`, {
        field,
        header,
      })
    }
    return { index, header: header ?? '' }
  }
  return {
    customerNumber: columnOf('customerNumber'),
    customerName: columnOf('customerName'),
    country: columnOf('country'),
    orderNumber: columnOf('orderNumber'),
    orderedOn: columnOf('orderedOn'),
    productCode: columnOf('productCode'),
    productName: columnOf('productName'),
    category: columnOf('category'),
    quantity: columnOf('quantity'),
    unitPrice: columnOf('unitPrice'),
    amount: columnOf('amount'),
    cost: columnOf('cost'),
    discountPercent: columnOf('discountPercent'),
    currency: columnOf('currency'),
    channel: columnOf('channel'),
  }
}

function firstMapped(preferred: MappedColumn, other: MappedColumn): MappedColumn {
  return preferred.index === -1 ? other : preferred
}

/** Quantity × unit price × (1 − discount), rounded once; null where the product is too large. */
function lineAmount(quantity: NumberCell, unitPrice: NumberCell, discountPercent: number): Amount | null {
  if (discountPercent === 0 && quantity.exact === null && unitPrice.exact === null) {
    return multiplyTenThousandths(quantity.value ?? 0, unitPrice.value ?? 0)
  }
  const paid = { coefficient: BigInt(HUNDRED_PERCENT - discountPercent), decimals: PERCENT_DECIMALS }
  return toTenThousandths(multiplyExact(multiplyExact(exactOf(quantity), exactOf(unitPrice)), paid))
}

function exactOf(cell: NumberCell): ExactNumber {
  return cell.exact ?? exactFromTenThousandths(cell.value ?? 0)
}
