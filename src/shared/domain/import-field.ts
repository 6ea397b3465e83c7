import { z } from 'zod'
import type { ImportKind, RecordKind } from './import-kind.ts'
import { ORDER_LINE_FIELDS, type OrderLineField } from './order-line.ts'

/** How a cell of a field is read. */
export type FieldReading =
  | 'customer-number'
  | 'customer-name'
  | 'id'
  | 'text'
  | 'day'
  | 'amount'
  | 'count'
  | 'percent'
  | 'year'
  | 'currency'
  | 'flag'
  | 'role'
  | 'stage'
  | 'outcome'
  | 'reason'
  | 'confidence'

/** Fields of each record kind in the order they are offered. */
export const RECORD_FIELDS = {
  invoices: {
    invoiceNumber: 'id',
    customerNumber: 'customer-number',
    customerName: 'customer-name',
    issuedOn: 'day',
    dueOn: 'day',
    amount: 'amount',
    currency: 'currency',
    disputed: 'flag',
  },
  payments: {
    invoiceNumber: 'id',
    paidOn: 'day',
    amount: 'amount',
    currency: 'currency',
  },
  products: {
    productCode: 'id',
    productName: 'text',
    category: 'text',
    listPrice: 'amount',
    currency: 'currency',
  },
  parties: {
    customerNumber: 'customer-number',
    customerName: 'customer-name',
    legalName: 'text',
    role: 'role',
    country: 'text',
    city: 'text',
    address: 'text',
    industry: 'text',
    segment: 'text',
    accountManager: 'text',
    phone: 'text',
    website: 'text',
    taxId: 'id',
    customerSince: 'day',
    headcount: 'count',
  },
  opportunities: {
    number: 'id',
    customerNumber: 'customer-number',
    customerName: 'customer-name',
    name: 'text',
    category: 'text',
    value: 'amount',
    currency: 'currency',
    stage: 'stage',
    probabilityPercent: 'percent',
    expectedCloseOn: 'day',
    outcome: 'outcome',
    closedOn: 'day',
    reason: 'reason',
    competitor: 'text',
    owner: 'text',
  },
  'customer-spend': {
    customerNumber: 'customer-number',
    customerName: 'customer-name',
    category: 'text',
    year: 'year',
    amount: 'amount',
    currency: 'currency',
    source: 'text',
    sourceOn: 'day',
    confidence: 'confidence',
    competitor: 'text',
    competitorSharePercent: 'percent',
  },
} as const satisfies Record<RecordKind, Readonly<Record<string, FieldReading>>>

type FieldsOf<Kind extends RecordKind> = keyof (typeof RECORD_FIELDS)[Kind]
export type RecordField = { [Kind in RecordKind]: FieldsOf<Kind> }[RecordKind]

/** A field the firm defined itself: `custom:` and its id, or from a script its name. */
export const CUSTOM_FIELD_PREFIX = 'custom:'
export type CustomFieldName = `custom:${string}`
export type ImportField = OrderLineField | RecordField | CustomFieldName

const RECORD_FIELD_NAMES = [
  ...new Set(Object.values(RECORD_FIELDS).flatMap((fields) => Object.keys(fields))),
] as RecordField[]

const customField = z.templateLiteral(['custom:', z.string().min(1).max(120)])
/** Every field of every kind; which ones a kind has is `fieldsOfKind`. */
export const importField = z.union([z.enum([...ORDER_LINE_FIELDS, ...RECORD_FIELD_NAMES]), customField])

/** Field → header of the column it is read from. */
export const importMapping = z.partialRecord(importField, z.string())
export type ImportMapping = z.infer<typeof importMapping>

export const isCustomField = (field: string): field is CustomFieldName =>
  field.startsWith(CUSTOM_FIELD_PREFIX)

/** The built-in fields a column of such a file can be mapped to, in the order they are offered. */
export function fieldsOfKind(kind: ImportKind): readonly (OrderLineField | RecordField)[] {
  return kind === 'order-lines' ? ORDER_LINE_FIELDS : (Object.keys(RECORD_FIELDS[kind]) as RecordField[])
}

/** What a row of the kind cannot do without; of each set one is enough. */
const REQUIRED: Readonly<Record<RecordKind, readonly (readonly RecordField[])[]>> = {
  invoices: [['invoiceNumber'], ['customerNumber', 'customerName'], ['issuedOn'], ['dueOn'], ['amount']],
  payments: [['invoiceNumber'], ['paidOn'], ['amount']],
  products: [['productCode', 'productName']],
  parties: [['customerNumber', 'customerName']],
  opportunities: [['number'], ['customerNumber', 'customerName'], ['name']],
  'customer-spend': [['customerNumber', 'customerName'], ['category'], ['year'], ['amount']],
}

export const requiredFields = (kind: RecordKind): readonly (readonly RecordField[])[] => REQUIRED[kind]

/** What a record mapping lacks before rows can be read; each entry is a set of fields of which one is enough. */
export function missingRecordFields(kind: RecordKind, mapping: ImportMapping): RecordField[][] {
  return REQUIRED[kind]
    .filter((alternatives) => !alternatives.some((field) => mapping[field]))
    .map((alternatives) => [...alternatives])
}

/** Whether a built-in field of the kind holds calendar days. */
export function isDayFieldOf(kind: ImportKind, field: ImportField): boolean {
  if (kind === 'order-lines') return field === 'orderedOn'
  const readings: Readonly<Record<string, FieldReading>> = RECORD_FIELDS[kind]
  return Object.hasOwn(readings, field) && readings[field] === 'day'
}
