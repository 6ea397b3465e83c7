import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { model as modelContract, robustnessResult } from '#shared/contract/model.ts'
import type { ModelDraft, ScoringModel } from '#shared/domain/scoring-model.ts'
import type { JobControl } from '../../../src/main/application/ports.ts'
import { modelHandlers } from '../../../src/main/domains/model/model-handlers.ts'
import { findModelInForce } from '../../../src/main/domains/standing/model-in-force.ts'
import { createTradingWorkspace, type TradingWorkspace } from '../standing/trading-workspace.ts'

let workspace: TradingWorkspace
beforeAll(() => {
  workspace = createTradingWorkspace()
})
afterAll(() => workspace.close())
beforeEach(() => {
  workspace.clear()
  workspace.addAccount('P1', ['prospect'])
  workspace.trade(
    Array.from({ length: 30 * 24 }, (_, i) => {
      const [customer, month] = [i % 30, Math.floor(i / 30)]
      const amount = 500 * (customer + 1) ** 2 * (1 + (month >= 12 ? (customer % 7) / 10 - 0.2 : 0))
      return {
        account: `K${customer}`,
        order: `SO-${i}`,
        orderedOn: `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-28`,
        amount,
        cost: amount * (0.55 + (customer % 5) / 12),
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
const weighted = (...weights: number[]): ModelDraft =>
  draftOf({ criteria: inForce().criteria.map((criterion, i) => ({ ...criterion, weight: weights[i] ?? 0 })) })
const preview = (model: ModelDraft, options: object = {}) =>
  modelHandlers['model.preview'](workspace.queries, modelContract.preview.input.parse({ model, ...options }))
const classes = () =>
  new Map([...workspace.standings()].map(([number, { value_class }]) => [number, value_class]))

describe('a preview', () => {
  it('names exactly those who would move, with the classes they really get once the draft is saved', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 30, max: 90 }),
        (one, two, goldScore) => {
          const draft = {
            ...weighted(one, two, 100 - one - two),
            thresholds: { ...inForce().thresholds, goldScore, diamondScore: 95 },
          }
          const before = classes()
          const shown = preview(draft)
          expect(modelContract.preview.output.parse(shown)).toEqual(shown)
          modelHandlers['model.save'](workspace.context, { model: draft })
          const after = classes()
          workspace.ledger.undo(undefined, false)

          const moved = [...after].filter(([number, valueClass]) => before.get(number) !== valueClass)
          expect(shown.moves.map(({ number, from, to }) => [number, from, to]).sort()).toEqual(
            moved.map(([number, valueClass]) => [number, before.get(number), valueClass]).sort(),
          )
          expect(shown.movedCount).toBe(moved.length)
          expect(shown.upCount + shown.downCount).toBe(shown.movedCount)
          for (const side of ['before', 'after'] as const) {
            const sum = shown.classes.reduce((total, entry) => total + entry[side].count, 0)
            expect(sum).toBe(shown.accountCount)
          }
          const scored = (side: 'before' | 'after' | 'moved') =>
            shown.scoreBins.reduce((total, bin) => total + bin[side], 0)
          expect(scored('moved')).toBe(shown.moves.filter(({ scoreAfter }) => scoreAfter !== null).length)
          expect([scored('before'), scored('after')]).toEqual([30, 30])
          for (const { valueClass, after: sum } of shown.classes) {
            const holders = [...after.values()].filter((held) => held === valueClass)
            expect(sum.count).toBe(holders.length)
          }
        },
      ),
      { numRuns: 25 },
    )
  })

  it('of the model in force moves nobody', () => {
    expect(preview(draftOf())).toMatchObject({ movedCount: 0, moves: [], problems: [] })
  })

  it('answers while a slider has left the weights at 90 points, and says so', () => {
    const shown = preview(weighted(50, 30, 10))
    expect(shown.problems).toEqual([{ code: 'model-weights', criterion: null, values: { sum: 90 } }])
    expect(shown.accountCount).toBe(31)
  })

  it('counts other figures for one account and leaves the books alone', () => {
    const before = classes()
    const shown = preview(draftOf(), {
      changes: [{ accountId: workspace.idOf('K3'), figures: { sales: 90_000_000, margin: 60, growth: 80 } }],
    })
    expect(shown.moves.find(({ number }) => number === 'K3')).toMatchObject({ to: 'diamond', isUp: true })
    expect(classes()).toEqual(before)
    expect(preview(draftOf()).movedCount).toBe(0)
    expect(() => preview(draftOf(), { changes: [{ accountId: randomUUID(), figures: {} }] })).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    )
  })

  it('sees orders that came after the last look', () => {
    const holder = () => preview(draftOf()).classes.reduce((sum, { after }) => sum + after.netSales, 0)
    const before = holder()
    workspace.trade([{ account: 'K1', order: 'late', orderedOn: '2025-12-20', amount: 1234 }])
    expect(holder() - before).toBe(12_340_000)
  })

  it('keeps a class that somebody set by hand, whatever the draft computes', () => {
    const before = preview({ ...draftOf(), thresholds: { ...inForce().thresholds, goldScore: 0 } })
    const mover = before.moves[0]
    if (!mover) throw new Error('Everybody is Gold from 0 points on.')
    workspace.ledger.change({ key: 'override.set', values: {} }, ['override'], (writer) =>
      writer.setAll('class_override', randomUUID(), {
        core: { partyId: mover.id },
        override: {
          valueClass: 'problem',
          reason: 'Contract in dispute',
          author: 'Lin',
          setOn: '2025-01-01',
          expiresOn: '2027-01-01',
        },
      }),
    )
    const after = preview({ ...draftOf(), thresholds: { ...inForce().thresholds, goldScore: 0 } })
    expect(after.moves.map(({ id }) => id)).not.toContain(mover.id)
    expect(after.movedCount).toBe(before.movedCount - 1)
  })
})

describe('scenarios', () => {
  it('are kept under a name, compared side by side with a version, changed, removed and brought back by undo', () => {
    const model = weighted(80, 10, 10)
    const changes = [{ accountId: workspace.idOf('K5'), figures: { sales: 1 } }]
    const { id } = modelHandlers['model.saveScenario'](workspace.context, {
      name: 'Sales above all',
      model,
      changes,
    })
    const [saved] = modelHandlers['model.listScenarios'](workspace.queries)
    expect(saved).toMatchObject({
      id,
      name: 'Sales above all',
      createdBy: 'Lin',
      content: { model, changes },
    })

    const compared = modelHandlers['model.compare'](workspace.queries, {
      before: { kind: 'version', version: 1 },
      after: { kind: 'scenario', id },
      limit: 200,
    })
    expect(modelContract.compare.output.parse(compared)).toEqual(compared)
    const { problems: _, ...shown } = preview(model, { changes })
    expect(compared).toEqual({ ...shown, beforeModel: draftOf(), afterModel: model })

    modelHandlers['model.saveScenario'](workspace.context, { id, name: 'Renamed', model, changes: [] })
    expect(modelHandlers['model.listScenarios'](workspace.queries)).toMatchObject([
      { id, name: 'Renamed', content: { changes: [] } },
    ])
    modelHandlers['model.removeScenario'](workspace.context, { id })
    expect(modelHandlers['model.listScenarios'](workspace.queries)).toEqual([])
    expect(() => modelHandlers['model.removeScenario'](workspace.context, { id })).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    )
    workspace.ledger.undo(undefined, false)
    expect(modelHandlers['model.listScenarios'](workspace.queries)).toMatchObject([{ name: 'Renamed' }])
  })
})

describe('for experts', () => {
  it('comparisons become weights that add up to 100, and what contradicts itself is said', () => {
    const weigh = (matrix: (number | null)[][]) =>
      modelHandlers['model.weighByComparison'](workspace.queries, { matrix })
    const sound = weigh([
      [1, 3, 5],
      [1 / 3, 1, 3],
      [1 / 5, 1 / 3, 1],
    ])
    // Saaty 1980: .6370 .2583 .1047, λmax 3.0385, CR .0332.
    expect(sound.weights).toEqual([63.7, 25.8, 10.5])
    expect(sound.consistencyRatio?.toFixed(4)).toBe('0.0332')
    expect(sound.isConsistent).toBe(true)
    const circular = weigh([
      [1, 5, 1 / 5],
      [1 / 5, 1, 5],
      [5, 1 / 5, 1],
    ])
    expect(circular.isConsistent).toBe(false)
    expect(() => weigh([[1, 2]])).toThrow(
      expect.objectContaining({ code: 'invalid-input', details: { reason: 'not-square' } }),
    )
  })

  it('discriminating power adds up to 100 over the model’s criteria', () => {
    const { accountCount, criteria } = modelHandlers['model.discriminate'](workspace.queries, {})
    expect(accountCount).toBe(30)
    expect(criteria.map(({ key }) => key)).toEqual(inForce().criteria.map(({ key }) => key))
    expect(criteria.reduce((sum, { powerPercent }) => sum + (powerPercent ?? Number.NaN), 0)).toBeCloseTo(
      100,
      6,
    )
  })

  it('the second opinion ranks every account twice, those it sees most differently first', () => {
    const opinion = modelHandlers['model.secondOpinion'](workspace.queries, { limit: 200 })
    expect(modelContract.secondOpinion.output.parse(opinion)).toEqual(opinion)
    expect(opinion.accounts).toHaveLength(30)
    expect(opinion.rankCorrelation).toBeGreaterThan(0.5)
    const gaps = opinion.accounts.map((account) => Math.abs(account.rankByScore - account.rankByCloseness))
    expect(gaps).toEqual([...gaps].sort((one, other) => other - one))
    const [one] = opinion.accounts
    if (!one) return
    const single = modelHandlers['model.secondOpinion'](workspace.queries, { accountId: one.id, limit: 1 })
    expect(single.accounts).toEqual([one])
  })

  it('a criterion is described by the accounts that traded, the prospect left out', () => {
    const described = modelHandlers['model.describeCriterion'](workspace.queries, { key: 'sales' })
    expect(modelContract.describeCriterion.output.parse(described)).toEqual(described)
    expect(described).toMatchObject({ knownCount: 30, accountCount: 30 })
    expect(described.sample[0]).toBe(described.minimum)
    expect(described.sample.at(-1)).toBe(described.maximum)
    expect(described.proposedAnchors).toEqual(inForce().criteria[0]?.anchors)
  })
})

it('robustness is drawn for all accounts in steps that let others in, and stops when it is told to', async () => {
  const jobs: ((control: JobControl) => Promise<unknown>)[] = []
  const startJob = (_kind: string, work: (control: JobControl) => Promise<unknown>) => {
    jobs.push(work)
    return randomUUID()
  }
  modelHandlers['model.startRobustness']({ ...workspace.queries, startJob }, { draws: 100 })
  const [work] = jobs
  if (!work) throw new Error('The job was not started.')
  let steps = 0
  const result = robustnessResult.parse(
    await work({
      checkpoint: async () => {
        steps += 1
      },
    }),
  )
  expect(steps).toBeGreaterThan(0)
  expect(result).toMatchObject({ draws: 100, seed: 20_251_228, accountCount: 30 })
  expect(result.accounts.map(({ sharePercent }) => sharePercent)).toEqual(
    result.accounts.map(({ sharePercent }) => sharePercent).sort((one, other) => one - other),
  )
  const stopped = work({
    checkpoint: async () => {
      throw new Error('cancelled')
    },
  })
  await expect(stopped).rejects.toThrow('cancelled')
})
