import { z } from 'zod'
import {
  closeReason,
  opportunityOutcome,
  opportunityStage,
  PURCHASE_SCENARIOS,
} from '#shared/domain/opportunity.ts'
import { whiteSpaceState } from '#shared/domain/wallet.ts'
import sample from '../../../../resources/sample/opportunities.json' with { type: 'json' }

const bilingual = z.strictObject({ zh: z.string(), en: z.string() })
/** Customer number, or the prospect's English name. */
const account = z.string()
/** Index into the firm's categories. */
const category = z.int()
/** Ten thousand yuan; null where nobody has put a figure to it. */
const wan = z.number().nullable()

const sampleOpportunity = z.strictObject({
  account,
  name: bilingual,
  category,
  valueWan: wan,
  stage: opportunityStage,
  openedOn: z.iso.date(),
  expectedCloseOn: z.iso.date(),
  scenario: z.enum(PURCHASE_SCENARIOS),
  competitor: bilingual.nullable(),
  closed: z
    .strictObject({ result: opportunityOutcome, on: z.iso.date(), reasons: z.array(closeReason).min(1) })
    .optional(),
})
export type SampleOpportunity = z.infer<typeof sampleOpportunity>

const sampleCell = z.strictObject({
  account,
  category,
  state: whiteSpaceState,
  potentialWan: wan,
  competitor: bilingual.nullable(),
  nextStep: bilingual,
  /** English name of the opportunity that was opened from it. */
  opportunity: z.string().optional(),
})

/** What the sample's firm works on, has won and lost, and what was noted of white space. */
export const { opportunities: SAMPLE_OPPORTUNITIES, cells: SAMPLE_CELLS } = z
  .strictObject({ opportunities: z.array(sampleOpportunity), cells: z.array(sampleCell) })
  .parse(sample)
