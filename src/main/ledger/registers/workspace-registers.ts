import { fieldOf, json, type RegisterTable, text, toInteger, toJson, toReal, toText } from './register.ts'

export const settingRegisters = {
  noun: 'settings',
  registers: {
    companyName: text('core', 'company_name'),
    baseCurrency: text('core', 'base_currency'),
    asOf: text('core', 'as_of_on'),
    rfmMethod: text('core', 'rfm_method'),
  },
} satisfies RegisterTable

export const currencyRateRegisters = {
  noun: 'currency',
  registers: {
    rate: {
      class: 'core',
      columns: ['currency', 'budget_rate'],
      toColumns: (value) => [toText(fieldOf(value, 'currency')), toReal(fieldOf(value, 'budgetRate'))],
    },
  },
} satisfies RegisterTable

export const scoringModelRegisters = {
  noun: 'model',
  registers: {
    model: {
      class: 'core',
      columns: ['version', 'definition', 'adopted_at', 'adopted_by'],
      toColumns: (value) => [
        toInteger(fieldOf(value, 'version')),
        toJson(fieldOf(value, 'definition')),
        toText(fieldOf(value, 'adoptedAt')),
        toText(fieldOf(value, 'adoptedBy')),
      ],
    },
  },
} satisfies RegisterTable

export const savedViewRegisters = {
  noun: 'view',
  registers: { definition: json('core', 'definition') },
} satisfies RegisterTable

export const importMappingRegisters = {
  noun: 'import',
  registers: {
    mapping: {
      class: 'core',
      columns: ['kind', 'header', 'field', 'unit_factor'],
      toColumns: (value) => [
        toText(fieldOf(value, 'kind')),
        toText(fieldOf(value, 'header')),
        toText(fieldOf(value, 'field')),
        toReal(fieldOf(value, 'unitFactor')),
      ],
    },
  },
} satisfies RegisterTable

export const factBatchRegisters = {
  noun: 'import',
  registers: {
    core: {
      class: 'core',
      columns: ['kind', 'file_name', 'sha256', 'row_count', 'imported_at', 'author'],
      toColumns: (value) => [
        toText(fieldOf(value, 'kind')) ?? '',
        toText(fieldOf(value, 'fileName')) ?? '',
        toText(fieldOf(value, 'sha256')),
        toInteger(fieldOf(value, 'rowCount')) ?? 0,
        toText(fieldOf(value, 'importedAt')),
        toText(fieldOf(value, 'author')),
      ],
    },
    state: {
      class: 'core',
      columns: ['is_withdrawn'],
      toColumns: (value) => [fieldOf(value, 'withdrawn') === true ? 1 : 0],
    },
  },
} satisfies RegisterTable
