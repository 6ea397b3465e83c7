import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { currencyRateId } from '../../../src/main/domains/currency/currency-repository.ts'
import { customValueId, readNumericValues } from '../../../src/main/domains/field/custom-values.ts'
import { fieldHandlers } from '../../../src/main/domains/field/field-handlers.ts'
import { WORKSPACE_SETTING_ID } from '../../../src/main/ledger/create-workspace-file.ts'
import type { RegisterValue } from '../../../src/main/ledger/ledger.ts'
import { stableId } from '../../../src/main/ledger/stable-id.ts'
import { startApplication, type TestApplication } from '../../support/application.ts'
import { createTestWorkspace } from '../../support/workspace.ts'
import { createImportWorkspace } from '../import/import-workspace.ts'

let test: TestApplication
let accountId: string

beforeEach(async () => {
  test = await startApplication()
  await test.createWorkspace()
  accountId = (await test.ask('account.create', { name: 'Alpha' })).id
})
afterEach(() => test.close())

const cardOf = async () =>
  (await test.ask('field.onCard', { partyId: accountId })).map(({ name, value }) => [name, value])

describe('fields of the firm’s own', () => {
  it('hold a value of their kind and refuse every other', async () => {
    const define = (input: {
      name: string
      kind: 'text' | 'number' | 'money' | 'date' | 'choice'
      options?: string[]
    }) => test.ask('field.define', { owner: 'account', ...input })
    const values = {
      text: ['Note', 'free text', 12],
      number: ['Trucks', -3.25, 'three'],
      money: ['Budget', { amount: 12_345, currency: 'EUR' }, 1],
      date: ['Renewal', '2026-02-28', '2026-02-30'],
      choice: ['Region', 'North', 'East'],
    } as const
    for (const [kind, [name, good, bad]] of Object.entries(values)) {
      const { id: fieldId } = await define({
        name,
        kind: kind as keyof typeof values,
        ...(kind === 'choice' ? { options: ['North', 'South'] } : {}),
      })
      await test.ask('field.setValue', { partyId: accountId, fieldId, value: good })
      const error = await test.refuse('field.setValue', { partyId: accountId, fieldId, value: bad })
      expect(error.code).toBe('invalid-input')
    }
    expect(await cardOf()).toEqual(Object.values(values).map(([name, good]) => [name, good]))
  })

  it('are taken back and brought again as one act each', async () => {
    const { id: fieldId } = await test.ask('field.define', {
      owner: 'account',
      name: 'Trucks',
      kind: 'number',
    })
    await test.ask('field.setValue', { partyId: accountId, fieldId, value: 4 })
    await test.ask('field.setValue', { partyId: accountId, fieldId, value: null })
    expect(await cardOf()).toEqual([['Trucks', null]])
    await test.ask('history.undo', {})
    expect(await cardOf()).toEqual([['Trucks', 4]])
    await test.ask('field.remove', { id: fieldId })
    expect(await cardOf()).toEqual([])
    await test.ask('history.undo', {})
    expect(await cardOf()).toEqual([['Trucks', 4]])
    expect(await test.ask('field.list', {})).toMatchObject([{ name: 'Trucks', valueCount: 1 }])
  })

  it('keep names apart, and options that values have', async () => {
    const choice = { owner: 'account', name: 'Region', kind: 'choice' } as const
    expect((await test.refuse('field.define', { ...choice, options: [] })).code).toBe('invalid-input')
    const { id } = await test.ask('field.define', { ...choice, options: ['North', 'South'] })
    expect((await test.refuse('field.define', { ...choice, kind: 'text' })).code).toBe('duplicate-name')
    await test.ask('field.define', { owner: 'person', name: 'Region', kind: 'text' })
    await test.ask('field.setValue', { partyId: accountId, fieldId: id, value: 'North' })
    expect((await test.refuse('field.revise', { id, changes: { options: ['South'] } })).code).toBe('in-use')
    await test.ask('field.revise', { id, changes: { options: ['North', 'West'] } })
    expect(await test.ask('field.onCard', { partyId: accountId })).toMatchObject([
      { options: ['North', 'West'], value: 'North' },
    ])
  })
})

describe('numeric values', () => {
  it('are numbers as they are and money in units of the workspace’s currency; the rest is left out', () => {
    const workspace = createTestWorkspace()
    const { database, ledger } = workspace
    const [trucks, budget] = ['f1', 'f2'].map((name) => stableId('field', name)) as [string, string]
    const parties = [1, 2, 3].map((number) => stableId('party', String(number)))
    const values: [string, string | undefined, RegisterValue][] = [
      [trucks, parties[0], 2.5],
      [trucks, parties[1], null],
      [trucks, parties[2], 'many'],
      [budget, parties[0], { amount: 15_000, currency: 'EUR' }],
      [budget, parties[1], { amount: 15_000, currency: 'USD' }],
    ]
    ledger.change({ key: 'settings.revise', values: {} }, ['settings'], (writer) => {
      writer.set('setting', WORKSPACE_SETTING_ID, 'baseCurrency', 'CNY')
      writer.set('currency_rate', currencyRateId('EUR'), 'rate', { currency: 'EUR', budgetRate: 8 })
      for (const partyId of parties) writer.set('party', partyId, 'name', partyId)
      for (const [fieldId, partyId = '', value] of values) {
        writer.setAll('custom_value', customValueId(partyId, fieldId), { core: { partyId, fieldId }, value })
      }
    })
    expect([...readNumericValues(database, trucks)]).toEqual([[1, 2.5]])
    expect([...readNumericValues(database, budget)]).toEqual([[1, 12]])
    workspace.close()
  })
})

describe('removing a field', () => {
  it('is refused while the model in force or one to come counts with it, and named by version', () => {
    const workspace = createImportWorkspace('CNY')
    const { ledger, context } = workspace
    const fieldId = stableId('field', 'Trucks')
    const write = (version: number, effectiveOn: string, keys: readonly string[]) =>
      ledger.change({ key: 'model.save', values: {} }, ['model'], (writer) =>
        writer.set('scoring_model', stableId('model', String(version)), 'model', {
          version,
          definition: { effectiveOn, criteria: keys.map((key) => ({ key })) },
          adoptedAt: null,
          adoptedBy: null,
        }),
      )
    const refusal = () => {
      try {
        fieldHandlers['field.remove'](context, { id: fieldId })
        return null
      } catch (error) {
        return error
      }
    }
    ledger.change({ key: 'customField.define', values: {} }, ['field'], (writer) => {
      const definition = {
        owner: 'account',
        name: 'Trucks',
        kind: 'number',
        options: [],
        unit: null,
        position: 1,
      }
      writer.set('custom_field', fieldId, 'definition', definition)
      writer.set('setting', WORKSPACE_SETTING_ID, 'asOf', '2026-06-30')
    })
    write(1, '2026-01-01', [`field:${fieldId}`])
    expect(refusal()).toMatchObject({ code: 'field-in-use', details: { name: 'Trucks', version: 1 } })
    write(2, '2026-12-31', ['sales'])
    expect(refusal()).toMatchObject({ code: 'field-in-use', details: { version: 1 } })
    write(2, '2026-06-30', ['sales'])
    write(3, '2027-01-01', [`field:${fieldId}`])
    expect(refusal()).toMatchObject({ details: { version: 3 } })
    write(3, '2027-01-01', ['sales'])
    expect(refusal()).toBeNull()
    workspace.close()
  })
})
