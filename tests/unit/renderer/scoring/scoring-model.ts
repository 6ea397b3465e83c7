import { MODEL_DEFAULTS, type ScoringModel } from '../../../../src/shared/domain/scoring-model.ts'

export const MODEL: ScoringModel = {
  ...MODEL_DEFAULTS,
  version: 1,
  name: 'first',
  effectiveOn: '2026-09-30',
  currency: 'CNY',
  windowMonths: 12,
  criteria: [
    { key: 'sales', weight: 60, anchors: [10, 20, 30, 40, 50, 60] },
    { key: 'growth', weight: 40, anchors: [-20, -10, 0, 10, 20, 30] },
  ],
  inactive: ['margin', 'collection', 'timeliness', 'influence'],
  thresholds: {
    diamondScore: 80,
    goldScore: 65,
    strategicInfluence: 80,
    potentialGrowth: 80,
    keyOpportunityScore: 60,
  },
  problemMinimumOrders: 3,
  minimumCoverage: 0.7,
  strategicBeforeGold: false,
}
