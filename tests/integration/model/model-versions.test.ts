import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { model as modelContract } from '#shared/contract/model.ts'
import { MODEL_DEFAULTS, type ModelDraft, type ScoringModel } from '#shared/domain/scoring-model.ts'
import { customValueId } from '../../../src/main/domains/field/custom-values.ts'
import { modelHandlers } from '../../../src/main/domains/model/model-handlers.ts'
import { findModelInForce } from '../../../src/main/domains/standing/model-in-force.ts'
import { stableId } from '../../../src/main/ledger/stable-id.ts'
import { createTradingWorkspace, type TradingWorkspace } from '../standing/trading-workspace.ts'

let workspace: TradingWorkspace
beforeAll(() => {
  workspace = createTradingWorkspace()
})
afterAll(() => workspace.close())
beforeEach(() => {
  workspace.clear()
  workspace.trade(
    Array.from({ length: 240 }, (_, i) => {
      const [customer, month] = [i % 10, Math.floor(i / 10)]
      const amount = 1000 * (customer + 1) ** 2 + month
      return {
        account: `K${customer}`,
        order: `SO-${i}`,
        orderedOn: `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-28`,
        amount,
        cost: amount * 0.7,
        discountPercent: 5,
      }
    }),
  )
})

const inForce = (): ScoringModel => {
  const adopted = findModelInForce(workspace.database)
  if (!adopted) throw new Error('The orders bring a model.')
  return adopted.model
}

function draftOf(changes: Partial<ModelDraft> = {}): ModelDraft {
  const { version: _, ...draft } = inForce()
  return { ...draft, ...changes }
}

const save = (changes: Partial<ModelDraft>) =>
  modelHandlers['model.save'](workspace.context, { model: draftOf(changes) })
const versions = () =>
  modelHandlers['model.list'](workspace.queries).map(({ version, isInForce, isReadable }) => ({
    version,
    isInForce,
    isReadable,
  }))
const classCounts = () =>
  [...workspace.standings().values()].reduce<Record<string, number>>((counts, { value_class }) => {
    counts[String(value_class)] = (counts[String(value_class)] ?? 0) + 1
    return counts
  }, {})

describe('saving a model', () => {
  it('makes the next version, classifies anew, and undo puts the one before in force with its classes', () => {
    const before = workspace.standings()
    const saved = save({
      name: 'Gold for many',
      thresholds: { ...inForce().thresholds, goldScore: 20 },
    })
    expect(saved.version).toBe(2)
    expect(inForce()).toEqual(saved)
    expect(classCounts().gold).toBeGreaterThan(4)
    expect(modelContract.save.output.parse(saved)).toEqual(saved)

    const after = workspace.standings()
    workspace.ledger.undo(undefined, false)
    expect(inForce().version).toBe(1)
    expect(workspace.standings()).toEqual(before)
    workspace.ledger.redo(undefined, false)
    expect(inForce()).toEqual(saved)
    expect(workspace.standings()).toEqual(after)
  })

  it('never gives a number a second time, not even one whose version was taken back', () => {
    const taken = save({ name: 'Taken back' })
    workspace.ledger.undo(undefined, false)
    const next = save({ name: 'Another' })
    expect([taken.version, next.version]).toEqual([2, 3])
    expect(versions().map(({ version }) => version)).toEqual([3, 1])
    expect(modelHandlers['model.propose'](workspace.queries).version).toBe(4)
  })

  it('never gives the number that a published quarter names', () => {
    workspace.ledger.change({ key: 'publication.publish', values: {} }, ['publication'], (writer) =>
      writer.set('class_publication', stableId('class-publication', '2025-Q1'), 'publication', {
        quarter: '2025-Q1',
        asOf: '2025-03-31',
        modelVersion: 7,
        publishedAt: '2025-04-02T00:00:00.000Z',
        publishedBy: 'Shen',
      }),
    )
    expect(save({}).version).toBe(8)
  })

  it('of one that is not sound names what is wrong and writes nothing', () => {
    const criteria = inForce().criteria.map((criterion) => ({ ...criterion, weight: 10 }))
    expect(() => save({ criteria })).toThrow(
      expect.objectContaining({ code: 'model-weights', details: expect.objectContaining({ sum: 30 }) }),
    )
    expect(() => save({ criteria: [] })).toThrow(expect.objectContaining({ code: 'model-empty' }))
    expect(versions()).toHaveLength(1)
    expect(modelHandlers['model.validate'](workspace.queries, { model: draftOf({ criteria }) })).toEqual({
      problems: [{ code: 'model-weights', criterion: null, values: { sum: 30 } }],
    })
  })

  it('from a later day leaves the classes as they are until that day has come', () => {
    const before = workspace.standings()
    save({ effectiveOn: '2026-01-31', thresholds: { ...inForce().thresholds, goldScore: 20 } })
    expect(versions()).toEqual([
      { version: 2, isInForce: false, isReadable: true },
      { version: 1, isInForce: true, isReadable: true },
    ])
    expect(workspace.standings()).toEqual(before)
    workspace.setAsOf('2026-02-01')
    expect(inForce().version).toBe(2)
  })
})

describe('the model in force', () => {
  it('is the highest version whose day had come, and before any the earliest', () => {
    save({ effectiveOn: '2024-06-30' })
    save({ effectiveOn: '2024-12-31' })
    save({ effectiveOn: '2024-03-31' })
    const at = (day: string) => findModelInForce(workspace.database, day)?.model.version
    expect([at('2024-01-01'), at('2024-03-31'), at('2024-07-01'), at('2025-01-01')]).toEqual([4, 4, 4, 4])
    workspace.ledger.undo(undefined, false)
    expect([at('2024-01-01'), at('2024-06-30'), at('2024-12-31'), at('2025-12-31')]).toEqual([2, 2, 3, 3])
  })
})

describe('a model that a newer Mainstay wrote', () => {
  const writeNewer = () =>
    workspace.ledger.change({ key: 'model.adopt', values: {} }, ['model'], (writer) =>
      writer.set('scoring_model', stableId('scoring-model', '2'), 'model', {
        version: 2,
        definition: { ...JSON.parse(JSON.stringify(inForce())), version: 2, formatVersion: 3, shape: 'new' },
        adoptedAt: '2026-10-02T00:00:00.000Z',
        adoptedBy: 'Shen',
      }),
    )

  it('is listed, named when asked for, and never guessed at: the last readable one stays in force', () => {
    writeNewer()
    expect(versions()).toEqual([
      { version: 2, isInForce: false, isReadable: false },
      { version: 1, isInForce: true, isReadable: true },
    ])
    const newer = expect.objectContaining({ code: 'model-newer' })
    expect(() => modelHandlers['model.get'](workspace.queries, { version: 2 })).toThrow(newer)
    expect(() => modelHandlers['model.export'](workspace.queries, { version: 2 })).toThrow(newer)
    expect(save({}).version).toBe(3)
  })

  it('is refused as a text too', () => {
    const { text } = modelHandlers['model.export'](workspace.queries, { version: 1 })
    const later = text.replace('"formatVersion": 2', '"formatVersion": 7')
    expect(() => modelHandlers['model.import'](workspace.queries, { text: later })).toThrow(
      expect.objectContaining({ code: 'model-newer', details: { formatVersion: 7 } }),
    )
  })
})

describe('a model as text', () => {
  it('comes back as it went, and a text that holds none is told apart', () => {
    const { text, fileName } = modelHandlers['model.export'](workspace.queries, { version: 1 })
    expect(fileName).toBe('model-v1.json')
    expect(modelHandlers['model.import'](workspace.queries, { text })).toEqual({
      model: draftOf(),
      problems: [],
    })
    for (const other of ['', '{}', 'null', text.slice(0, 200), text.replace('"sales"', '"revenue"')]) {
      expect(() => modelHandlers['model.import'](workspace.queries, { text: other })).toThrow(
        expect.objectContaining({ code: 'file-unreadable' }),
      )
    }
  })

  it('with a field of another workspace says that the field is not there', () => {
    const field = 'field:6c1d9f3e-6f0a-4c35-9f9d-7b8c3f1d2a10' as const
    const { text } = modelHandlers['model.export'](workspace.queries, { version: 1 })
    const foreign = text.replace('"margin"', `"${field}"`)
    expect(modelHandlers['model.import'](workspace.queries, { text: foreign }).problems).toEqual([
      { code: 'model-field-missing', criterion: field, values: {} },
    ])
  })
})

describe('a criterion of the firm’s own', () => {
  const fieldId = '6c1d9f3e-6f0a-4c35-9f9d-7b8c3f1d2a10'
  const key = `field:${fieldId}` as const
  const define = () =>
    workspace.ledger.change({ key: 'model.adopt', values: {} }, ['field'], (writer) =>
      writer.set('custom_field', fieldId, 'definition', {
        owner: 'account',
        name: 'Machines',
        kind: 'number',
        options: null,
        unit: '台',
        position: 1,
      }),
    )
  const criteria = () => [
    ...inForce().criteria.map((criterion) => ({ ...criterion, weight: criterion.weight / 2 })),
    { key, weight: 50, anchors: [0, 1, 2, 3, 4, 5] },
  ]

  it('may be chosen by its name and unit while it is there', () => {
    define()
    expect(modelHandlers['model.listCriteria'](workspace.queries)).toContainEqual({
      key,
      name: 'Machines',
      unit: 'number',
      unitLabel: '台',
    })
    expect(save({ criteria: criteria() }).version).toBe(2)
  })

  it('that is removed while the model counts it is named as the model’s problem, and no class turns NaN', () => {
    define()
    save({ criteria: criteria(), minimumCoverage: 0.4 })
    workspace.ledger.change({ key: 'model.adopt', values: {} }, ['field'], (writer) =>
      writer.remove('custom_field', fieldId),
    )
    expect(modelHandlers['model.current'](workspace.queries).problems).toEqual([
      { code: 'model-field-missing', criterion: key, values: {} },
    ])
    expect(() => save({ criteria: criteria() })).toThrow(
      expect.objectContaining({ code: 'model-field-missing' }),
    )
    for (const { score } of workspace.standings().values()) expect(Number.isFinite(score)).toBe(true)
  })
})

it('classes with their own names are told to every screen', () => {
  const classes = {
    ...MODEL_DEFAULTS.classes,
    diamond: { isUsed: true, name: '战略大客户', letter: 'S' },
    strategic: { isUsed: false, name: null, letter: null },
  }
  save({ classes })
  expect(modelHandlers['model.listClasses'](workspace.queries)).toEqual(classes)
})

describe('what other parts know', () => {
  const fieldId = '6c1d9f3e-6f0a-4c35-9f9d-7b8c3f1d2a10'
  const key = `field:${fieldId}` as const
  const enter = (number: string, value: number) =>
    workspace.ledger.change({ key: 'model.adopt', values: {} }, ['field'], (writer) =>
      writer.setAll('custom_value', customValueId(workspace.idOf(number), fieldId), {
        core: { partyId: workspace.idOf(number), fieldId },
        value,
      }),
    )
  const scoreOf = (number: string) => workspace.standings().get(number)?.score

  it('the value of an own field counts as soon as it is entered, and its undo takes it back', () => {
    workspace.ledger.change({ key: 'model.adopt', values: {} }, ['field'], (writer) =>
      writer.set('custom_field', fieldId, 'definition', {
        owner: 'account',
        name: 'Machines',
        kind: 'number',
        options: null,
        unit: null,
        position: 1,
      }),
    )
    for (let i = 0; i < 10; i++) enter(`K${i}`, 0)
    save({ criteria: [{ key, weight: 100, anchors: [0, 10, 20, 30, 40, 50] }] })
    expect(scoreOf('K4')).toBe(0)
    enter('K4', 25)
    expect([scoreOf('K3'), scoreOf('K4')]).toEqual([0, 50])
    workspace.ledger.undo(undefined, false)
    expect(scoreOf('K4')).toBe(0)
  })

  it('the quality of sales counts once a model asks for it', () => {
    const criteria = [{ key: 'sales-quality' as const, weight: 100, anchors: [0, 20, 40, 60, 80, 100] }]
    const model = draftOf({ criteria })
    const figures = modelHandlers['model.figures'](workspace.queries, {
      accountId: workspace.idOf('K4'),
      model,
    })
    save({ criteria })
    expect(figures[0]?.input).not.toBeNull()
    expect(scoreOf('K4')).toBeCloseTo(figures[0]?.input ?? Number.NaN, 6)
  })
})
