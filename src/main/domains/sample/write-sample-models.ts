import type { Id } from '#shared/domain/id.ts'
import {
  type Criterion,
  MODEL_DEFAULTS,
  type ModelDraft,
  type ScoringModel,
} from '#shared/domain/scoring-model.ts'
import type { ChangeWriter, RegisterValue } from '../../ledger/ledger.ts'
import { type Bilingual, SAMPLE_FIRM } from './sample-firm.ts'

interface SampleVersion {
  version: number
  effectiveOn: string
  note: Bilingual
  /** Place among the firm's managers. */
  author: number
  criteria: readonly Criterion[]
  strategicBeforeGold: boolean
}

const [SALES, MARGIN, GROWTH, INFLUENCE] = SAMPLE_FIRM.model.criteria
const EARLIER_SALES = [250_000, 800_000, 2_500_000, 7_000_000, 13_000_000, 26_000_000]

function weighed(criterion: Criterion | undefined, weight: number, anchors?: readonly number[]): Criterion[] {
  return criterion ? [{ ...criterion, weight, anchors: [...(anchors ?? criterion.anchors)] }] : []
}

/** Two versions before the one in force: sales counted for more, and influence came later. */
const VERSIONS: readonly SampleVersion[] = [
  {
    version: SAMPLE_FIRM.model.version - 2,
    effectiveOn: '2025-01-01',
    note: {
      zh: '第一版：沿用年会上一直看的三项——销售额、毛利率和增长',
      en: 'First version: sales, margin and growth, as the yearly meeting had always looked at',
    },
    author: 1,
    criteria: [...weighed(SALES, 60, EARLIER_SALES), ...weighed(MARGIN, 25), ...weighed(GROWTH, 15)],
    strategicBeforeGold: false,
  },
  {
    version: SAMPLE_FIRM.model.version - 1,
    effectiveOn: '2026-01-01',
    note: {
      zh: '加入客户影响力；战略客户排在黄金级之前',
      en: 'Customer influence counts; Strategic stands before Gold',
    },
    author: 0,
    criteria: [
      ...weighed(SALES, 50, EARLIER_SALES),
      ...weighed(MARGIN, 20),
      ...weighed(GROWTH, 15),
      ...weighed(INFLUENCE, 15),
    ],
    strategicBeforeGold: true,
  },
  {
    version: SAMPLE_FIRM.model.version,
    effectiveOn: '2026-07-01',
    note: {
      zh: '销售额降到 45，影响力提到 20；销售额锚点随涨价上调',
      en: 'Sales down to 45, influence up to 20; sales anchors raised after the price increase',
    },
    author: 0,
    criteria: SAMPLE_FIRM.model.criteria,
    strategicBeforeGold: true,
  },
]

/** A thought that somebody kept: margin first. */
const SCENARIO = {
  name: { zh: '更看重毛利', en: 'Margin first' },
  createdAt: '2026-09-28T03:20:00.000Z',
  weights: { sales: 30, margin: 35, growth: 15, influence: 20 } as Readonly<Record<string, number>>,
}

function draftOf(
  { effectiveOn, note, criteria, strategicBeforeGold }: SampleVersion,
  language: keyof Bilingual,
) {
  return {
    ...MODEL_DEFAULTS,
    name: SAMPLE_FIRM.model.name[language],
    note: note[language],
    effectiveOn,
    currency: SAMPLE_FIRM.currency,
    windowMonths: 12,
    criteria: [...criteria],
    inactive: ['collection', 'timeliness'],
    thresholds: {
      diamondScore: 80,
      goldScore: 65,
      strategicInfluence: 80,
      potentialGrowth: 80,
      keyOpportunityScore: 60,
    },
    problemMinimumOrders: 3,
    minimumCoverage: 0.7,
    strategicBeforeGold,
    rfm: {
      method: null,
      bands: {
        recencyDays: [30, 60, 90, 180],
        orderCount: [11, 12, 13, 22],
        netSales: [250_000, 580_000, 1_400_000, 3_800_000],
      },
    },
  } satisfies ModelDraft
}

/** The firm's model in three versions, and a scenario beside it. */
export function writeSampleModels(
  change: ChangeWriter,
  idOf: (kind: string, key: string) => Id,
  language: keyof Bilingual,
): void {
  for (const sample of VERSIONS) {
    const definition = { ...draftOf(sample, language), version: sample.version } satisfies ScoringModel
    change.set('scoring_model', idOf('model', String(sample.version)), 'model', {
      version: sample.version,
      definition,
      adoptedAt: `${sample.effectiveOn}T01:00:00.000Z`,
      adoptedBy: SAMPLE_FIRM.managers[sample.author] ?? '',
    })
  }
  const newest = VERSIONS.at(-1)
  if (!newest) return
  const model = draftOf(newest, language)
  const definition: RegisterValue = {
    model: {
      ...model,
      criteria: model.criteria.map((criterion) => ({
        ...criterion,
        weight: SCENARIO.weights[criterion.key] ?? criterion.weight,
      })),
    },
    changes: [],
  }
  change.set('scoring_scenario', idOf('scenario', SCENARIO.name.en), 'scenario', {
    name: SCENARIO.name[language],
    definition,
    createdAt: SCENARIO.createdAt,
    createdBy: SAMPLE_FIRM.managers[0] ?? '',
  })
}
