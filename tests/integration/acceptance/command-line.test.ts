import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printedBy, runMainstay } from './run-mainstay.ts'

const ORDERS = [
  'customer;no;order;day;amount',
  'Hengyue;C-1;SO-1;05/03/2026;1.200,50',
  'Hengyue;C-1;SO-2;28/03/2026;-200,50',
  'Nordhaven;C-2;SO-3;01/04/2026;99,00',
  ';;SO-4;02/04/2026;5,00',
].join('\n')

describe('the command line', () => {
  let folder: string
  let place: (name: string) => string
  let importing: string[]

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mainstay-command-line-'))
    place = (name) => join(folder, name)
    writeFileSync(place('orders.csv'), ORDERS)
    const mapping = { customerName: 'customer', customerNumber: 'no', orderNumber: 'order', orderedOn: 'day' }
    writeFileSync(place('mapping.json'), JSON.stringify({ ...mapping, amount: 'amount' }))
    writeFileSync(place('wrong-field.json'), JSON.stringify({ ...mapping, turnover: 'amount' }))
    writeFileSync(place('wrong-column.json'), JSON.stringify({ ...mapping, amount: 'Amount (EUR)' }))
    writeFileSync(place('incomplete.json'), JSON.stringify({ customerName: 'customer' }))
    writeFileSync(place('broken.json'), '{ "customerName": ')
    importing = ['import', '--workspace', place('w.mainstay'), '--kind', 'order-lines', '--file']
    importing.push(place('orders.csv'), '--mapping', place('mapping.json'))
    importing.push('--set', 'decimalSign=,', 'dateOrder=dmy', 'delimiter=;', 'currency=EUR')
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('--help names every command, and nothing at all is answered with it', async () => {
    const help = await runMainstay('--help')
    expect(help.exitCode).toBe(0)
    for (const word of ['import', 'classify', 'call', '--mapping', '--set', '--as-of', 'customerNumber']) {
      expect(help.output).toContain(word)
    }
    expect(await runMainstay()).toMatchObject({ exitCode: 1, output: help.output })
  })

  it('a dry run tells what would happen and leaves nothing behind', async () => {
    expect(await printedBy(...importing, '--dry-run')).toMatchObject({ total: 4, accepted: 3, rejected: 1 })
    expect(existsSync(place('w.mainstay'))).toBe(false)
    expect(existsSync(place('orders-rejected.csv'))).toBe(false)
  })

  it('an import that fails leaves no new workspace behind', async () => {
    const { exitCode } = await runMainstay(...importing.with(8, place('wrong-column.json')))
    expect(exitCode).toBe(1)
    expect(existsSync(place('w.mainstay'))).toBe(false)
  })

  it('a sheet of a workbook is imported as any kind, and counted under its own name', async () => {
    const day = new Date('2026-03-05T00:00:00Z')
    const orders = [
      ['no', 'order', 'day', 'amount'],
      ['C-1', 'SO-1', day, 5],
    ]
    const invoices = [
      ['number', 'no', 'issued', 'due', 'amount'],
      ['F-1', 'C-1', day, day, 1000.25],
      ['F-2', 'C-9', day, day, 1],
    ]
    const sheets = [
      { name: 'Orders', rows: orders },
      { name: '发票', rows: invoices },
    ]
    writeFileSync(place('book.xlsx'), await writeXlsx({ sheets }))
    const run = (kind: string, mapping: object, ...set: string[]) => {
      writeFileSync(place('kind.json'), JSON.stringify(mapping))
      const named = ['--workspace', place('kinds.mainstay'), '--kind', kind, '--file', place('book.xlsx')]
      return printedBy('import', ...named, '--mapping', place('kind.json'), ...set)
    }
    await run('order-lines', {
      customerNumber: 'no',
      orderNumber: 'order',
      orderedOn: 'day',
      amount: 'amount',
    })
    const mapping = {
      invoiceNumber: 'number',
      customerNumber: 'no',
      issuedOn: 'issued',
      dueOn: 'due',
      amount: 'amount',
    }
    expect(await run('invoices', mapping, '--set', 'sheet=发票')).toMatchObject({
      total: 2,
      accepted: 1,
      rejected: 1,
      created: { invoices: 1 },
      problems: [{ code: 'unknown-customer', column: 'no', rowCount: 1 }],
    })
    expect(await run('invoices', mapping, '--set', 'sheet=2')).toMatchObject({ unchanged: 1 })
  })

  it('an import prints its counts and leaves the rejected rows beside the file', async () => {
    const printed = await printedBy(...importing)
    expect(printed).toMatchObject({
      total: 4,
      accepted: 3,
      rejected: 1,
      rejectedFile: place('orders-rejected.csv'),
      created: { accounts: 2, products: 0, orders: 3 },
      updated: { accounts: 0 },
      problems: [{ code: 'missing-customer', rowCount: 1 }],
    })
    expect(printed).toHaveProperty('seconds', expect.any(Number))
    expect(readFileSync(place('orders-rejected.csv'), 'utf8')).toContain('SO-4')
  })

  it('the same import once more makes nothing, and a file under the name of the rejected one stays', async () => {
    writeFileSync(place('orders-rejected.csv'), 'being corrected')
    expect(await printedBy(...importing)).toMatchObject({
      accepted: 3,
      unchanged: 3,
      rejectedFile: place('orders-rejected-2.csv'),
      created: { accounts: 0, products: 0, orders: 0 },
    })
    expect(readFileSync(place('orders-rejected.csv'), 'utf8')).toBe('being corrected')
    expect(await printedBy(...importing)).toMatchObject({ rejectedFile: place('orders-rejected-2.csv') })
  })

  it('a refusal names the field, the setting or the place that is wrong', async () => {
    const complaintOf = async (...args: string[]) => (await runMainstay(...args)).complaint
    expect(await complaintOf(...importing.with(8, place('wrong-field.json')))).toContain('turnover')
    for (const inUse of ['orders.csv', 'w.mainstay', 'mapping.json', 'no-folder/rejected.csv']) {
      expect(await complaintOf(...importing, '--rejected', place(inUse))).toContain('--rejected: ')
    }
    const intoNew = importing.with(2, place('new.mainstay'))
    expect(await complaintOf(...intoNew, '--rejected', place('new.mainstay'))).toContain('--rejected: ')
    const exporting = ['export', '--workspace', place('w.mainstay'), '--file']
    expect(await complaintOf(...exporting, place('w.mainstay'))).toContain('would be lost')
    expect(await complaintOf(...exporting, place('no-folder/scores.xlsx'))).toContain(place('no-folder'))
    writeFileSync(place('undecided.csv'), ORDERS.replace('28/03', '08/03'))
    const undecided = importing.with(6, place('undecided.csv')).toSpliced(-3, 1)
    expect(await complaintOf(...undecided)).toContain('set dateOrder to one of: ymd dmy mdy')
  })

  it('classify prints every account in currency units as of any day', async () => {
    const classify = ['classify', '--workspace', place('w.mainstay'), '--as-of']
    expect(await printedBy(...classify, '2026-03-31')).toMatchObject({
      asOf: '2026-03-31',
      accounts: [{ number: 'C-1', name: 'Hengyue', grossSales: 1200.5, returns: 200.5, netSales: 1000 }],
    })
    expect(await printedBy(...classify, '2026-04-30')).toMatchObject({
      accounts: [{ number: 'C-1' }, { number: 'C-2', netSales: 99, orderCount: 1, recencyDays: 29 }],
    })
  })

  it('call answers one operation of the contract', async () => {
    const settings = await printedBy('call', '--workspace', place('w.mainstay'), 'settings.get')
    expect(settings).toMatchObject({ companyName: 'w', baseCurrency: 'EUR', newestOrderOn: '2026-04-01' })
  })

  const refusals: [what: string, code: string, args: () => string[]][] = [
    ['an unknown command', 'invalid-input', () => ['explode']],
    ['an unknown option', 'invalid-input', () => ['classify', '--workspase', 'x']],
    ['an argument too many', 'invalid-input', () => ['classify', '--workspace', 'w', '2026-03-31']],
    ['a setting that is no pair', 'invalid-input', () => [...importing, 'encoding']],
    ['a missing workspace option', 'invalid-input', () => ['classify']],
    [
      'a workspace that is not there',
      'workspace-missing',
      () => ['classify', '--workspace', place('no.mainstay')],
    ],
    [
      'a folder that is not there',
      'unsafe-location',
      () => importing.with(2, join(folder, 'no', 'such', 'folder', 'w.mainstay')),
    ],
    ['a foreign file', 'workspace-foreign', () => ['classify', '--workspace', place('orders.csv')]],
    ['a file that is not there', 'file-missing', () => importing.with(6, place('no.csv'))],
    ['a mapping that is not there', 'file-missing', () => importing.with(8, place('no.json'))],
    ['a mapping that is no JSON', 'invalid-input', () => importing.with(8, place('broken.json'))],
    ['a mapping with an unknown field', 'invalid-input', () => importing.with(8, place('wrong-field.json'))],
    [
      'a mapping of an unknown column',
      'mapping-unknown-column',
      () => importing.with(8, place('wrong-column.json')),
    ],
    ['a mapping that lacks fields', 'mapping-incomplete', () => importing.with(8, place('incomplete.json'))],
    ['a wrong key of --set', 'invalid-input', () => [...importing, '--set', 'encodng=utf-8']],
    ['a wrong value of --set', 'invalid-input', () => importing.with(-3, 'dateOrder=myd')],
    ['a wrong currency', 'invalid-input', () => importing.with(-1, 'currency=euro')],
    ['a key given twice', 'invalid-input', () => [...importing, '--set', 'currency=USD']],
    ['a wrong kind', 'invalid-input', () => importing.with(4, 'planets')],
    [
      'an unknown operation',
      'unknown-operation',
      () => ['call', '--workspace', place('w.mainstay'), 'account.explode'],
    ],
    [
      'an input that is no JSON',
      'invalid-input',
      () => ['call', '--workspace', place('w.mainstay'), 'account.list', '{'],
    ],
    [
      'a day that does not exist',
      'invalid-input',
      () => ['classify', '--workspace', place('w.mainstay'), '--as-of', '2026-02-30'],
    ],
  ]
  it.each(refusals)('%s ends with exit code 1 and the code %s on standard error', async (_, code, args) => {
    const { exitCode, output, complaint } = await runMainstay(...args())
    expect({ exitCode, output }).toEqual({ exitCode: 1, output: '' })
    expect(JSON.parse(complaint)).toMatchObject({ error: { code, message: expect.any(String) } })
  })
})
