import { type AccountRevision, accountRevision, type CompanyFields } from '#shared/contract/account.ts'
import { parseDay } from '../../../components/parse-day.ts'

/** How a field is typed. Revenue is three values that are only true together and has an editor of its own. */
export type FieldKind = 'text' | 'area' | 'day' | 'count' | 'state' | 'revenue'

export interface FieldDefinition {
  field: keyof CompanyFields
  kind: FieldKind
  isRequired?: boolean
  /** Offers the values that occur in other accounts. */
  suggestions?: 'accountManagers' | 'countries' | 'industries'
}

export const FIELD_GROUPS: readonly {
  key: 'identity' | 'contact' | 'business' | 'insight'
  fields: FieldDefinition[]
}[] = [
  {
    key: 'identity',
    fields: [
      { field: 'name', kind: 'text', isRequired: true },
      { field: 'number', kind: 'text', isRequired: true },
      { field: 'legalName', kind: 'text' },
      { field: 'taxId', kind: 'text' },
      { field: 'accountManager', kind: 'text', suggestions: 'accountManagers' },
      { field: 'customerSince', kind: 'day' },
    ],
  },
  {
    key: 'contact',
    fields: [
      { field: 'country', kind: 'text', suggestions: 'countries' },
      { field: 'city', kind: 'text' },
      { field: 'address', kind: 'text' },
      { field: 'phone', kind: 'text' },
      { field: 'website', kind: 'text' },
    ],
  },
  {
    key: 'business',
    fields: [
      { field: 'industry', kind: 'text', suggestions: 'industries' },
      { field: 'revenue', kind: 'revenue' },
      { field: 'headcount', kind: 'count' },
      { field: 'operatingState', kind: 'state' },
      { field: 'creditStanding', kind: 'text' },
    ],
  },
  {
    key: 'insight',
    fields: [
      { field: 'strategy', kind: 'area' },
      { field: 'productLines', kind: 'area' },
      { field: 'growthBottleneck', kind: 'area' },
      { field: 'notes', kind: 'area' },
    ],
  },
]

export type ParsedField =
  | { state: 'ok'; changes: AccountRevision }
  | { state: 'refused'; reason: 'required' | 'day' | 'count' | 'invalid' }

const COUNT = /^\d{1,3}(?:[,\s]\d{3})*$|^\d+$/

/** A typed text as the contract wants it; blank means unknown. */
export function parseField({ field, kind, isRequired }: FieldDefinition, text: string): ParsedField {
  const trimmed = text.trim()
  if (trimmed === '') {
    return isRequired ? { state: 'refused', reason: 'required' } : { state: 'ok', changes: { [field]: null } }
  }
  let value: string | number = trimmed
  if (kind === 'day') {
    const day = parseDay(trimmed)
    if (day === null) return { state: 'refused', reason: 'day' }
    value = day
  }
  if (kind === 'count') {
    if (!COUNT.test(trimmed)) return { state: 'refused', reason: 'count' }
    value = Number(trimmed.replace(/[,\s]/g, ''))
  }
  const parsed = accountRevision.safeParse({ [field]: value })
  return parsed.success ? { state: 'ok', changes: parsed.data } : { state: 'refused', reason: 'invalid' }
}

/** What a field shows while it is edited. */
export function fieldText(company: CompanyFields, field: keyof CompanyFields): string {
  const value = company[field]
  return value === null || typeof value === 'object' ? '' : String(value)
}
