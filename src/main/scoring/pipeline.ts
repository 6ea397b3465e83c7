import { roundHalfAway } from '#shared/domain/money.ts'
import { OPPORTUNITY_STAGES, type OpportunityStage, STAGE_PROBABILITIES } from '#shared/domain/opportunity.ts'

/** An open opportunity; the value in one unit throughout, null while nobody has estimated it. */
export interface PipelineItem {
  stage: OpportunityStage
  value: number | null
  /** Its own estimate in percent; null takes the stage's. */
  probabilityPercent: number | null
}

export interface StageSum {
  stage: OpportunityStage
  count: number
  value: number
  /** Sum of value × probability. */
  weighted: number
  /** How many have no value and add nothing. */
  unvalued: number
}

export function probabilityOf({ stage, probabilityPercent }: Omit<PipelineItem, 'value'>): number {
  return probabilityPercent ?? STAGE_PROBABILITIES[stage]
}

/** Value × probability, rounded to whole units; null without a value. */
export function weightedValue(item: PipelineItem): number | null {
  return item.value === null ? null : roundHalfAway((item.value * probabilityOf(item)) / 100)
}

/** What is open in each stage, in the order of the stages, empty ones included. */
export function pipelineOf(items: readonly PipelineItem[]): StageSum[] {
  const sums = new Map(
    OPPORTUNITY_STAGES.map((stage): [OpportunityStage, StageSum] => [
      stage,
      { stage, count: 0, value: 0, weighted: 0, unvalued: 0 },
    ]),
  )
  for (const item of items) {
    const sum = sums.get(item.stage)
    if (!sum) continue
    sum.count += 1
    sum.value += item.value ?? 0
    sum.weighted += weightedValue(item) ?? 0
    if (item.value === null) sum.unvalued += 1
  }
  return [...sums.values()]
}
