import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createImportWorkspace, type ImportWorkspace } from './import-workspace.ts'

const INVOICES = {
  kind: 'invoices',
  mapping: {
    invoiceNumber: '发票号',
    customerNumber: '客户编号',
    issuedOn: '开票日期',
    dueOn: '到期日',
    amount: '金额',
    currency: '币种',
    disputed: '争议',
  },
} as const
const PAYMENTS = {
  kind: 'payments',
  mapping: { invoiceNumber: 'Invoice', paidOn: 'Paid on', amount: 'Amount' },
} as const

const INVOICE_HEAD = '发票号,客户编号,开票日期,到期日,金额,币种,争议\n'
const PAYMENT_HEAD = 'Invoice,Paid on,Amount\n'
const THREE_INVOICES = `${INVOICE_HEAD}F-1,C-1,2026-01-05,2026-02-04,"1,200.50",CNY,否
F-2,C-1,2026-01-20,2026-02-19,800,EUR,是
F-3,C-2,2026-02-01,2026-03-03,-90.005,CNY,
`

let workspace: ImportWorkspace

beforeEach(async () => {
  workspace = createImportWorkspace('CNY')
  workspace.setRate('EUR', 8)
  const orders = workspace.fileOf(
    'orders.csv',
    'no,name,order,date,amount\nC-1,Alpha Ltd,O-1,2026-01-02,10\nC-2,Beta GmbH,O-2,2026-01-03,20\nC-3,Beta AG,O-3,2026-01-03,5\n',
  )
  await workspace.commit(orders, {
    mapping: {
      customerNumber: 'no',
      customerName: 'name',
      orderNumber: 'order',
      orderedOn: 'date',
      amount: 'amount',
    },
  })
})
afterEach(() => workspace.close())

const invoicesOf = () =>
  workspace.database.sqlite
    .prepare(
      `SELECT invoice.number, party.number AS customer, issued_on, due_on, amount, currency, base_amount, is_disputed
       FROM invoice JOIN party ON party.key = invoice.account_key WHERE is_withdrawn = 0 ORDER BY invoice.key`,
    )
    .raw()
    .all()
const paymentCount = () => workspace.sum('SELECT count(*) FROM payment WHERE is_withdrawn = 0')

describe('importing invoices', () => {
  it('keeps every value as it stands in the file, in the workspace currency beside its own', async () => {
    const path = workspace.fileOf('invoices.csv', THREE_INVOICES)
    const check = await workspace.check(path, INVOICES)
    const receipt = await workspace.commit(path, INVOICES)
    expect(check).toMatchObject({ total: 3, accepted: 3, rejected: 0, created: 3, unchanged: 0 })
    expect(receipt).toMatchObject({ ...check, batchId: expect.any(String) })
    expect(receipt).toMatchObject({
      grossSales: 12_005_000 + 64_000_000,
      returns: 900_050,
      firstOrderedOn: '2026-01-05',
    })
    expect(invoicesOf()).toEqual([
      ['F-1', 'C-1', '2026-01-05', '2026-02-04', 12_005_000, 'CNY', 12_005_000, 0],
      ['F-2', 'C-1', '2026-01-20', '2026-02-19', 8_000_000, 'EUR', 64_000_000, 1],
      ['F-3', 'C-2', '2026-02-01', '2026-03-03', -900_050, 'CNY', -900_050, 0],
    ])
  })

  it('names row, column and cause of everything it refuses, and accepts or rejects every row once', async () => {
    const bad: readonly [line: string, column: string, code: string][] = [
      [',C-1,2026-01-05,2026-02-04,1,CNY,', '发票号', 'missing-value'],
      ['F-10,,2026-01-05,2026-02-04,1,CNY,', '客户编号', 'missing-customer'],
      ['F-11,C-9,2026-01-05,2026-02-04,1,CNY,', '客户编号', 'unknown-customer'],
      ['F-12,C-1,2026-13-05,2026-02-04,1,CNY,', '开票日期', 'invalid-date'],
      ['F-13,C-1,2026-01-05,,1,CNY,', '到期日', 'missing-value'],
      ['F-14,C-1,2026-01-05,2026-02-30,1,CNY,', '到期日', 'invalid-date'],
      ['F-15,C-1,2026-01-05,2026-02-04,,CNY,', '金额', 'missing-value'],
      ['F-16,C-1,2026-01-05,2026-02-04,viel,CNY,', '金额', 'invalid-number'],
      ['F-17,C-1,2026-01-05,2026-02-04,1,XQQ,', '币种', 'invalid-currency'],
      ['F-18,C-1,2026-01-05,2026-02-04,1,USD,', '币种', 'unknown-rate'],
      ['F-19,C-1,2026-01-05,2026-02-04,1,CNY,vielleicht', '争议', 'invalid-flag'],
      ['1.23E+17,C-1,2026-01-05,2026-02-04,1,CNY,', '发票号', 'number-in-id'],
      ['F-20,C-1,2026-01-05,2026-02-04,99999999999999,CNY,', '金额', 'number-out-of-range'],
      ['F-1,C-1,2026-01-05,2026-02-04,"1,200.50",CNY,', '发票号', 'repeated-key'],
      ['F-21,C-1,2026-01-05', '到期日', 'too-few-cells'],
      ['F-22,C-1,2026-01-05,2026-02-04,1,CNY,,beyond', 'Column 8', 'too-many-cells'],
    ]
    const path = workspace.fileOf('bad.csv', THREE_INVOICES + bad.map(([line]) => `${line}\n`).join(''))
    const receipt = await workspace.commit(path, INVOICES)
    expect(receipt).toMatchObject({
      total: 3 + bad.length,
      accepted: 3,
      rejected: bad.length,
      created: 3,
    })
    const found = receipt.problems
      .flatMap(({ examples }) => examples)
      .filter(({ code, column }) => code !== 'too-few-cells' || column === '到期日')
      .map(({ row, column, code }) => [row, column, code])
      .sort((one, other) => Number(one[0]) - Number(other[0]))
    expect(found).toEqual(bad.map(([, column, code], at) => [at + 5, column, code]))
    const rejected = readFileSync(workspace.rejectedPath(), 'utf8').split('\r\n')
    expect(rejected).toHaveLength(bad.length + 2)
  })

  it('takes back a corrected file of rejected rows', async () => {
    const path = workspace.fileOf('bad.csv', `${INVOICE_HEAD}F-1,C-9,2026-01-05,2026-02-04,1,CNY,\n`)
    await workspace.commit(path, INVOICES)
    const corrected = readFileSync(workspace.rejectedPath(), 'utf8').replaceAll('C-9', 'C-3')
    const receipt = await workspace.commit(workspace.fileOf('corrected.csv', corrected), INVOICES)
    expect(receipt).toMatchObject({ total: 1, accepted: 1, created: 1 })
  })

  it('leaves a file that stands already as it is, and refuses a number that stands with other values', async () => {
    const path = workspace.fileOf('invoices.csv', THREE_INVOICES)
    await workspace.commit(path, INVOICES)
    const before = workspace.dump()
    expect(await workspace.commit(path, INVOICES)).toMatchObject({
      accepted: 3,
      unchanged: 3,
      created: 0,
      batchId: null,
    })
    const other = workspace.fileOf('other.csv', THREE_INVOICES.replace('800,EUR', '801,EUR'))
    const receipt = await workspace.commit(other, INVOICES)
    expect(receipt).toMatchObject({ accepted: 2, unchanged: 2, rejected: 1 })
    expect(receipt.problems[0]).toMatchObject({
      code: 'stands-differently',
      column: '发票号',
      examples: [{ row: 3, value: 'F-2' }],
    })
    expect(workspace.dump()).toEqual(before)
  })

  it('finds customers by name, and says where a name fits several', async () => {
    const path = workspace.fileOf(
      'names.csv',
      'no,name,on,due,sum\nF-1,Alpha Limited,2026-01-05,2026-02-04,1\nF-2,Beta,2026-01-05,2026-02-04,1\nF-3,Beta AG,2026-01-05,2026-02-04,1\nF-4,Gamma,2026-01-05,2026-02-04,1\n',
    )
    const receipt = await workspace.commit(path, {
      kind: 'invoices',
      mapping: { invoiceNumber: 'no', customerName: 'name', issuedOn: 'on', dueOn: 'due', amount: 'sum' },
    })
    expect(receipt.problems.map(({ code, examples }) => [code, examples[0]?.row])).toEqual([
      ['ambiguous-customer', 3],
      ['unknown-customer', 5],
    ])
    expect(invoicesOf().map((row) => (row as string[]).slice(0, 2))).toEqual([
      ['F-1', 'C-1'],
      ['F-3', 'C-3'],
    ])
  })

  it('restates foreign invoices when the budget rate changes', async () => {
    await workspace.commit(workspace.fileOf('invoices.csv', THREE_INVOICES), INVOICES)
    workspace.setRate('EUR', 7.5)
    expect(workspace.sum("SELECT base_amount FROM invoice WHERE number = 'F-2'")).toBe(60_000_000)
  })
})

describe('importing payments', () => {
  beforeEach(async () => {
    await workspace.commit(workspace.fileOf('invoices.csv', THREE_INVOICES), INVOICES)
  })

  it('takes payments in the currency of their invoice and refuses those of unknown ones', async () => {
    const path = workspace.fileOf(
      'payments.csv',
      `${PAYMENT_HEAD}F-1,2026-02-01,1000\nF-1,2026-02-03,200.50\nF-2,2026-02-18,800\nF-9,2026-02-18,5\nF-1,,5\n`,
    )
    const receipt = await workspace.commit(path, PAYMENTS)
    expect(receipt).toMatchObject({ total: 5, accepted: 3, rejected: 2, created: 3 })
    expect(
      receipt.problems.flatMap(({ examples }) =>
        examples.map(({ row, column, code }) => [row, column, code]),
      ),
    ).toEqual([
      [5, 'Invoice', 'unknown-invoice'],
      [6, 'Paid on', 'missing-value'],
    ])
    expect(workspace.sum("SELECT base_amount FROM payment WHERE invoice_number = 'F-2'")).toBe(64_000_000)
  })

  it('refuses a payment in another currency than its invoice', async () => {
    const path = workspace.fileOf('payments.csv', `${PAYMENT_HEAD}F-2,2026-02-18,800\n`)
    const withSign = workspace.fileOf(
      'currency.csv',
      'Invoice,Paid on,Amount,cur\nF-2,2026-02-18,800,CNY\nF-1,2026-02-18,€5,\n',
    )
    expect(await workspace.check(path, PAYMENTS)).toMatchObject({ accepted: 1 })
    const check = await workspace.check(withSign, {
      ...PAYMENTS,
      mapping: { ...PAYMENTS.mapping, currency: 'cur' },
    })
    expect(check.problems).toMatchObject([{ code: 'payment-currency', rowCount: 2 }])
  })

  it('tells equal payments of one invoice apart by their number', async () => {
    const two = `${PAYMENT_HEAD}F-1,2026-02-01,100\nF-1,2026-02-01,100\n`
    expect(await workspace.commit(workspace.fileOf('two.csv', two), PAYMENTS)).toMatchObject({ created: 2 })
    expect(await workspace.commit(workspace.fileOf('two.csv', two), PAYMENTS)).toMatchObject({
      created: 0,
      unchanged: 2,
    })
    const three = workspace.fileOf('three.csv', `${two}F-1,2026-02-01,100\n`)
    expect(await workspace.commit(three, PAYMENTS)).toMatchObject({ created: 1, unchanged: 2 })
    expect(paymentCount()).toBe(3)
  })
})

describe('taking an import back', () => {
  it('withdraws exactly what it brought, and brings exactly that back', async () => {
    const before = workspace.dump()
    await workspace.commit(workspace.fileOf('invoices.csv', THREE_INVOICES), INVOICES)
    const withInvoices = workspace.dump()
    await workspace.commit(workspace.fileOf('payments.csv', `${PAYMENT_HEAD}F-1,2026-02-01,1000\n`), PAYMENTS)
    const withPayments = workspace.dump()
    workspace.ledger.undo(undefined, false)
    expect(workspace.dump()).toEqual(withInvoices)
    workspace.ledger.undo(undefined, false)
    expect(workspace.dump()).toEqual(before)
    workspace.ledger.redo(undefined, false)
    expect(workspace.dump()).toEqual(withInvoices)
    workspace.ledger.redo(undefined, false)
    expect(workspace.dump()).toEqual(withPayments)
  })

  it('warns before invoices go whose payments were imported since', async () => {
    const { batchId } = await workspace.commit(workspace.fileOf('i.csv', THREE_INVOICES), INVOICES)
    expect(batchId).not.toBeNull()
    const invoices = workspace.database.sqlite
      .prepare<[], Buffer>("SELECT id FROM change_group WHERE label_key = 'import.invoices'")
      .pluck()
      .get()
    await workspace.commit(workspace.fileOf('p.csv', `${PAYMENT_HEAD}F-1,2026-02-01,1000\n`), PAYMENTS)
    const id = invoices?.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
    expect(() => workspace.ledger.undo(id, false)).toThrow(/Changed since/)
  })

  it('never shows an invoice twice, whichever of two imports that carry it comes back', async () => {
    const path = workspace.fileOf('invoices.csv', THREE_INVOICES)
    await workspace.commit(path, INVOICES)
    const first = workspace.dump()
    const undone = workspace.ledger.undo(undefined, false)
    const wider = workspace.fileOf('wider.csv', `${THREE_INVOICES}F-4,C-2,2026-02-01,2026-03-03,7,CNY,\n`)
    await workspace.commit(wider, INVOICES)
    expect(invoicesOf()).toHaveLength(4)
    workspace.ledger.redo(undone.actsOn ?? undefined, true)
    expect(invoicesOf()).toHaveLength(4)
    workspace.ledger.undo(undone.actsOn ?? undefined, true)
    expect(invoicesOf()).toHaveLength(4)
    expect(first.length).toBeGreaterThan(0)
  })

  it('counts payments once that two imports of the same file carry', async () => {
    await workspace.commit(workspace.fileOf('invoices.csv', THREE_INVOICES), INVOICES)
    const path = workspace.fileOf('payments.csv', `${PAYMENT_HEAD}F-1,2026-02-01,1000\n`)
    await workspace.commit(path, PAYMENTS)
    const undone = workspace.ledger.undo(undefined, false)
    await workspace.commit(path, PAYMENTS)
    workspace.ledger.redo(undone.actsOn ?? undefined, true)
    expect(paymentCount()).toBe(1)
    workspace.ledger.undo(undone.actsOn ?? undefined, true)
    expect(paymentCount()).toBe(1)
  })
})
