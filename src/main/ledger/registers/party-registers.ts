import { coreName } from '../core-name.ts'
import { pinyinOf } from '../pinyin.ts'
import {
  fieldOf,
  integer,
  json,
  type Register,
  type RegisterTable,
  reference,
  text,
  toInteger,
  toReference,
  toText,
} from './register.ts'

const kind: Register = {
  class: 'core',
  columns: ['kind'],
  toColumns: (value) => [toText(value) ?? 'company'],
}

const name: Register = {
  class: 'core',
  columns: ['name', 'name_pinyin', 'name_initials', 'name_core'],
  toColumns: (value) => {
    const shown = toText(value) ?? ''
    const { full, initials } = pinyinOf(shown)
    return [shown, full, initials, coreName(shown)]
  },
}

const revenue: Register = {
  class: 'commercial',
  columns: ['revenue_amount', 'revenue_currency', 'revenue_year'],
  toColumns: (value) => [
    toInteger(fieldOf(value, 'amount')),
    toText(fieldOf(value, 'currency')),
    toInteger(fieldOf(value, 'year')),
  ],
}

export const partyRegisters = {
  noun: 'party',
  registers: {
    kind,
    number: text('core', 'number'),
    name,
    mergedInto: reference('core', 'merged_into'),
    legalName: text('core', 'legal_name'),
    taxId: text('core', 'tax_id'),
    country: text('core', 'country'),
    city: text('core', 'city'),
    address: text('contact-personal', 'address'),
    phone: text('contact-personal', 'phone'),
    website: text('core', 'website'),
    industry: text('core', 'industry'),
    accountManager: text('core', 'account_manager'),
    customerSince: text('commercial', 'customer_since_on'),
    headcount: integer('commercial', 'headcount'),
    revenue,
    strategy: text('commercial', 'strategy'),
    productLines: text('commercial', 'product_lines'),
    growthBottleneck: text('commercial', 'growth_bottleneck'),
    creditStanding: text('credit', 'credit_standing'),
    operatingState: text('credit', 'operating_state'),
    notes: text('internal', 'notes'),
    gender: text('contact-personal', 'gender'),
    birthday: text('contact-personal', 'birthday_on'),
    mobile: text('contact-personal', 'mobile'),
    email: text('contact-personal', 'email'),
    interests: text('contact-personal', 'interests'),
    source: text('contact-personal', 'source'),
    consent: text('contact-personal', 'consent'),
    influence: json('internal', 'influence'),
    industryInfluence: json('internal', 'industry_influence'),
    dealPotential: json('internal', 'deal_potential'),
    segment: text('core', 'segment'),
    litigation: json('credit', 'litigation'),
  },
} satisfies RegisterTable

export const partyRoleRegisters = {
  noun: 'party',
  registers: {
    core: {
      class: 'core',
      columns: ['party_id', 'role'],
      toColumns: (value) => [toReference(fieldOf(value, 'partyId')), toText(fieldOf(value, 'role')) ?? ''],
    },
  },
} satisfies RegisterTable

export const employmentRegisters = {
  noun: 'person',
  registers: {
    core: {
      class: 'core',
      columns: ['person_id', 'company_id'],
      toColumns: (value) => [
        toReference(fieldOf(value, 'personId')),
        toReference(fieldOf(value, 'companyId')),
      ],
    },
    post: {
      class: 'contact-personal',
      columns: ['title', 'department'],
      toColumns: (value) => [toText(fieldOf(value, 'title')), toText(fieldOf(value, 'department'))],
    },
    period: {
      class: 'contact-personal',
      columns: ['started_on', 'ended_on'],
      toColumns: (value) => [toText(fieldOf(value, 'startedOn')), toText(fieldOf(value, 'endedOn'))],
    },
  },
} satisfies RegisterTable
