import { describe, expect, it } from 'vitest'
import {
  chooseField,
  mapColumns,
  NO_CHOICES,
} from '../../../../src/renderer/features/import/column-choices.ts'
import {
  checkKey,
  gapsOf,
  importRequestOf,
  openReadings,
  reachableStep,
  withSettings,
} from '../../../../src/renderer/features/import/import-request.ts'
import type { ImportSession } from '../../../../src/renderer/features/import/import-session.ts'
import { importRequest } from '../../../../src/shared/contract/import.ts'
import { inspectLines } from './inspected-file.ts'

const SESSION: ImportSession = {
  workspaceId: 'w',
  file: { token: 'token-of-the-file', name: 'orders.csv' },
  kind: null,
  settings: {},
  choices: NO_CHOICES,
  currency: null,
  checks: new Map(),
  undecided: null,
  commitJobId: null,
  isReceiptSeen: false,
  isSetAside: false,
  focusHeader: null,
}
const OPEN_LINES = [
  'Customer ID;Invoice;Invoice Date;Net Amount',
  'K1;R-1;09/01/2025;2.644',
  'K2;R-2;12/06/2025;8.541',
]
const CLOSED = { dateOrder: false, decimalSign: false }

describe('what stands between the mapping and a check', () => {
  it('asks for the order of dates and the decimal sign that the file leaves open', () => {
    const inspection = inspectLines(OPEN_LINES)
    const columns = mapColumns(inspection.columns, NO_CHOICES)
    expect(gapsOf('order-lines', columns, openReadings(inspection, columns, {}, null))).toEqual([
      'dateOrder',
      'decimalSign',
    ])
  })

  it('asks no more once both are said', () => {
    const settings = { dateOrder: 'dmy', decimalSign: ',' } as const
    const inspection = inspectLines(OPEN_LINES, settings)
    const columns = mapColumns(inspection.columns, NO_CHOICES)
    expect(gapsOf('order-lines', columns, openReadings(inspection, columns, settings, null))).toEqual([])
  })

  it('asks for what a check could not decide of a column that was mapped by hand', () => {
    const inspection = inspectLines(['客户编码,单据号,一,金额', 'C-1,SO-1,01/02/2025,12.5'])
    const proposed = mapColumns(inspection.columns, NO_CHOICES)
    const columns = mapColumns(inspection.columns, chooseField(NO_CHOICES, proposed, '一', 'orderedOn'))
    const open = openReadings(
      { kind: 'order-lines', dateOrder: null, decimalSign: '.' },
      columns,
      {},
      'dateOrder',
    )
    expect(open.dateOrder).toBe(true)
  })

  it('names every missing field, a set of alternatives once', () => {
    const { columns } = inspectLines(['foo,bar', 'a,b'])
    expect(gapsOf('order-lines', mapColumns(columns, NO_CHOICES), CLOSED)).toEqual([
      'customerNumber',
      'orderNumber',
      'orderedOn',
      'amount',
    ])
  })
})

describe('the request', () => {
  const { columns } = inspectLines(['客户编码,单据号,签约日期,含税额(万)', 'C-1,SO-1,2026-01-02,12.5'])
  const request = importRequestOf(
    'order-lines',
    { ...SESSION, currency: 'EUR' },
    mapColumns(columns, NO_CHOICES),
    'zh-TW',
  )

  it('is one the contract takes', () => {
    expect(importRequest.parse(request)).toEqual({
      fileToken: 'token-of-the-file',
      kind: 'order-lines',
      mapping: {
        customerNumber: '客户编码',
        orderNumber: '单据号',
        orderedOn: '签约日期',
        amount: '含税额(万)',
      },
      settings: {},
      unitFactors: { amount: 10_000 },
      currency: 'EUR',
      language: 'zh-TW',
    })
  })

  it('is checked once for the same reading, in whatever language and order it is written', () => {
    const { mapping } = request
    const reordered = { ...request, mapping: Object.fromEntries(Object.entries(mapping).reverse()) }
    expect(checkKey({ ...reordered, language: 'en' }, 'r1')).toBe(checkKey(request, 'r1'))
  })

  it('is checked again for another reading, another mapping and a workspace that changed', () => {
    const keys = [
      checkKey(request, 'r1'),
      checkKey(withSettings(request, { dateOrder: 'dmy' }), 'r1'),
      checkKey({ ...request, mapping: { ...request.mapping, channel: '含税额(万)' } }, 'r1'),
      checkKey({ ...request, unitFactors: {} }, 'r1'),
      checkKey(request, 'r2'),
    ]
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('the step that is shown', () => {
  it('is the first one without a file', () => {
    expect(reachableStep('problems', null)).toBe('file')
  })

  it('is not the writing before it was asked for', () => {
    expect(reachableStep('write', SESSION)).toBe('mapping')
    expect(reachableStep(undefined, SESSION)).toBe('mapping')
  })

  it('does not go back behind a writing that has begun', () => {
    expect(reachableStep('mapping', { ...SESSION, commitJobId: 'job' })).toBe('write')
  })
})
