import { addMonths } from '#shared/domain/calendar.ts'
import type { ModelDraft, ScoringModel } from '#shared/domain/scoring-model.ts'
import { openDatabase } from '../../src/main/database/open-database.ts'
import type { ReadDatabase } from '../../src/main/database/workspace-database.ts'
import { compareModels } from '../../src/main/domains/model/compare-models.ts'
import { drawRobustness } from '../../src/main/domains/model/robustness-job.ts'
import { openFor } from '../../src/main/domains/model/what-if-portfolio.ts'
import { classifyAt } from '../../src/main/domains/standing/classify-at.ts'
import { findModelInForce } from '../../src/main/domains/standing/model-in-force.ts'
import { utilitiesOf } from '../../src/main/scoring/value-score.ts'
import { type BenchRow, limitRow, ratioRow, seconds } from './bench-table.ts'
import { AS_OF } from './generated-orders.ts'
import { timeCalls } from './measure.ts'

const RUNS = 21
const PERIODS = 36
const MOST_MOVES = 200

/** Another weight each time, so that no answer can be remembered. */
function createDrafts({ version: _, ...model }: ScoringModel): () => ModelDraft {
  let moved = 0
  return () => {
    moved = (moved + 1) % 40
    const [first, second, ...others] = model.criteria
    if (!first || !second) return model
    return {
      ...model,
      criteria: [
        { ...first, weight: first.weight - moved / 10 },
        { ...second, weight: second.weight + moved / 10 },
        ...others,
      ],
    }
  }
}

/** One pass over the accounts as a plain program would write it: weighted sum, class by two thresholds, compare. */
function createPlainPass(database: ReadDatabase, model: ScoringModel): (draft: ModelDraft) => number {
  const { inputs, asOf } = openFor(database, model)
  const accounts = inputs.map((account) => {
    const utilities = utilitiesOf(account, model, asOf)
    return { utilities: model.criteria.map(({ key }) => utilities[key] ?? 0), held: 0 }
  })
  return ({ criteria, thresholds }) => {
    let moved = 0
    for (const account of accounts) {
      let score = 0
      for (let i = 0; i < criteria.length; i++) {
        score += ((criteria[i]?.weight ?? 0) * (account.utilities[i] ?? 0)) / 100
      }
      const held = score >= thresholds.diamondScore ? 2 : score >= thresholds.goldScore ? 1 : 0
      if (held !== account.held) moved += 1
      account.held = held
    }
    return moved
  }
}

/** What-if, rescoring and robustness over the accounts of an imported workspace. */
export async function benchWhatIf(workspace: string): Promise<BenchRow[]> {
  const database = openDatabase(workspace, { mode: 'reader' })
  try {
    const model = findModelInForce(database)?.model
    if (!model) throw new Error('The import brings a model.')
    const nextDraft = createDrafts(model)
    const pass = createPlainPass(database, model)
    const plain = await timeCalls(RUNS, () => pass(nextDraft()))
    const ours = await timeCalls(RUNS, () =>
      compareModels(database, { model, changes: [] }, { model: nextDraft(), changes: [] }, MOST_MOVES),
    )
    const rescoring = await timeCalls(1, () => {
      for (let back = 0; back < PERIODS; back++) classifyAt(database, addMonths(AS_OF, -back))
    })
    const { version: _, ...draft } = model
    const robustness = await timeCalls(3, () =>
      drawRobustness(
        database,
        openFor(database, draft),
        draft,
        { draws: 1000, seed: 7 },
        { checkpoint: async () => {} },
      ),
    )
    return [
      ratioRow(
        'What-if, 10,000 accounts: who moves, by class and name',
        ours,
        { name: 'one plain pass', value: plain },
        50,
      ),
      limitRow('What-if, 10,000 accounts: answer', ours, 0.1, seconds),
      limitRow(`Rescoring 10,000 accounts for ${PERIODS} months`, rescoring, 10, seconds),
      limitRow('Robustness, 10,000 accounts × 1,000 draws', robustness, 2, seconds),
    ]
  } finally {
    database.close()
  }
}
