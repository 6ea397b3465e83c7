import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CriterionKey } from '#shared/domain/scoring-model.ts'
import { abcClassOf, abcCutoffs } from '../../../src/main/scoring/abc.ts'
import type { AccountInputs } from '../../../src/main/scoring/account-inputs.ts'
import { withFigures } from '../../../src/main/scoring/changed-figures.ts'
import { classifyAccount } from '../../../src/main/scoring/value-classification.ts'
import { ALL_CLASSES, createWhatIf } from '../../../src/main/scoring/what-if.ts'
import { arbitraryModel, FIELD } from './arbitrary-model.ts'
import { accountInputs, arbitraryInputs, context, fullModel } from './scoring-builders.ts'

const prospect = fc
  .record({
    industryInfluence: fc.option(fc.integer({ min: 1, max: 5 })),
    dealPotential: fc.option(fc.integer({ min: 1, max: 5 })),
  })
  .map((levels) =>
    accountInputs({ hasTradedEver: false, prospect: levels, abc: null, sales: 0, firstOrderedOn: null }),
  )

const figure = fc.option(fc.double({ min: -1e5, max: 1e5, noNaN: true }))
const trading = fc
  .tuple(arbitraryInputs, figure, figure, figure, figure)
  .map(([inputs, credit, lifetime, quality, own]) => ({
    ...inputs,
    outputs: { creditScore: credit, lifetimeValue: lifetime, salesQuality: quality },
    fields: own === null ? null : { [FIELD]: own },
  }))
const anyInputs: fc.Arbitrary<AccountInputs> = fc.oneof(
  { weight: 5, arbitrary: trading },
  { weight: 1, arbitrary: prospect },
)

const amountOf = ({ sales }: AccountInputs) => Math.round((sales ?? 0) * 10_000)
const portfolioOf = (accounts: readonly AccountInputs[]) =>
  accounts.map((inputs) => ({ inputs, netSales: amountOf(inputs) }))

/** ABC by the whole portfolio's sales, as the class of everybody needs it. */
function ranked(accounts: readonly AccountInputs[]): AccountInputs[] {
  const cutoffs = abcCutoffs(Float64Array.from(accounts, amountOf).toSorted())
  return accounts.map((inputs) => ({
    ...inputs,
    abc: inputs.hasTradedEver && typeof cutoffs !== 'string' ? abcClassOf(amountOf(inputs), cutoffs) : null,
  }))
}

const expected = (accounts: readonly AccountInputs[], model: Parameters<typeof classifyAccount>[1]) =>
  accounts.map((inputs) => {
    const { valueClass, score } = classifyAccount(inputs, model, context)
    return { valueClass, score }
  })

function read({ classCodes, scores }: { classCodes: Uint8Array; scores: Float64Array }) {
  return [...classCodes].map((code, i) => ({
    valueClass: ALL_CLASSES[code],
    score: Number.isNaN(scores[i]) ? null : scores[i],
  }))
}

describe('the what-if', () => {
  it('gives every account the class and score that classifying it by itself gives, model after model', () => {
    fc.assert(
      fc.property(
        fc.array(anyInputs, { maxLength: 25 }),
        fc.array(arbitraryModel, { minLength: 1, maxLength: 4 }),
        (inputs, models) => {
          const accounts = ranked(inputs)
          const whatIf = createWhatIf(portfolioOf(accounts), context)
          for (const model of models) {
            expect(read(whatIf.classify(model))).toEqual(expected(accounts, model))
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('with one account’s figure exchanged ranks the sales of all of them anew', () => {
    fc.assert(
      fc.property(
        fc.array(trading, { minLength: 6, maxLength: 20 }),
        fc.nat(),
        fc.double({ min: 0, max: 5e7, noNaN: true }),
        (inputs, pick, sales) => {
          const accounts = ranked(inputs)
          const place = pick % accounts.length
          const before = accounts[place]
          if (!before) return
          const changed = withFigures(before, { sales })
          const whole = ranked(accounts.map((account, i) => (i === place ? changed : account)))
          const whatIf = createWhatIf(portfolioOf(accounts), context)
          const model = fullModel()
          expect(read(whatIf.classify(model, new Map([[place, changed]])))).toEqual(expected(whole, model))
          expect(read(whatIf.classify(model))).toEqual(expected(accounts, model))
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('exchanged figures', () => {
  it('change their own criterion and no other', () => {
    const figures: [CriterionKey, number][] = [
      ['sales', 9],
      ['margin', -3],
      ['growth', 44],
      ['collection', 55],
      ['timeliness', 66],
      ['credit-score', 77],
      ['share-of-wallet', 12],
      ['lifetime-value', 99],
      ['sales-quality', 31],
      [FIELD, 5],
    ]
    const before = accountInputs()
    const model = fullModel({
      criteria: figures.map(([key]) => ({ key, weight: 10, anchors: [-200, 0, 40, 80, 120, 200] })),
    })
    for (const [key, value] of figures) {
      const after = withFigures(before, { [key]: value })
      const utilities = (inputs: AccountInputs) => classifyAccount(inputs, model, context).utilities
      const [old, changed] = [utilities(before), utilities(after)]
      const differing = figures.filter(([other]) => old[other] !== changed[other]).map(([other]) => other)
      expect(differing).toEqual([key])
      expect(classifyAccount(withFigures(after, { [key]: null }), model, context).utilities[key]).toBeNull()
    }
  })

  it('keep who judged the influence and why, so that only the level is another', () => {
    const { influence } = withFigures(accountInputs(), { influence: 5 })
    expect(influence).toMatchObject({ level: 5, author: 'Lin', evidence: 'Chairs the standards body' })
    expect(withFigures(accountInputs(), { influence: 80 }).influence?.level).toBe(5)
  })
})
