import { z } from 'zod'
import { criterion } from '#shared/domain/scoring-model.ts'
import firm from '../../../../resources/sample/firm.json' with { type: 'json' }

const bilingual = z.strictObject({ zh: z.string(), en: z.string() })
export type Bilingual = z.infer<typeof bilingual>
const pair = z.tuple([z.string(), z.string()])

const namedAccount = z.strictObject({
  name: bilingual,
  number: z.string(),
  city: bilingual,
  country: z.string(),
  industry: z.string(),
  accountManager: z.string(),
  /** Net sales of the last twelve months in ten thousand yuan (万). */
  salesWan: z.number(),
  growthPercent: z.number(),
  marginPercent: z.number(),
  influence: z.int(),
  customerSince: z.int(),
  monthlyWan: z.array(z.number()).length(12).optional(),
  /** Parts of its purchases by category, in the order of the categories; drawn by chance when left out. */
  categoryShares: z.array(z.number()).optional(),
  detail: z
    .strictObject({
      headcount: z.int(),
      revenueYi: z.number(),
      strategy: bilingual,
      growthBottleneck: bilingual,
      creditStanding: z.string(),
      operatingState: z.enum(['growing', 'stable', 'shrinking', 'distressed']),
      taxId: z.string(),
    })
    .optional(),
})
export type NamedAccount = z.infer<typeof namedAccount>

const sampleFirm = z.strictObject({
  company: bilingual,
  currency: z.string(),
  asOf: z.iso.date(),
  seed: z.int(),
  managers: z.array(z.string()),
  /** Sales of the whole firm by month, October to September, in 万: the seasons and the New Year dip. */
  monthlyShape: z.strictObject({
    current: z.array(z.number()).length(12),
    previous: z.array(z.number()).length(12),
  }),
  tradingAccounts: z.int(),
  totalWan: z.number(),
  top38Wan: z.number(),
  model: z.strictObject({ name: bilingual, version: z.int(), criteria: z.array(criterion) }),
  categories: z.array(
    z.strictObject({
      name: bilingual,
      share: z.number(),
      margin: z.number(),
      /** Product code and list price in yuan. */
      products: z.array(z.tuple([z.string(), z.number()])),
    }),
  ),
  channels: z.array(bilingual),
  industries: z.record(z.string(), pair),
  accounts: z.array(namedAccount),
  people: z.record(z.string(), z.array(z.strictObject({ name: bilingual, title: bilingual }))),
  prospects: z.array(
    z.strictObject({
      name: bilingual,
      city: bilingual,
      country: z.string(),
      industry: z.string(),
      industryInfluence: z.int(),
      dealPotential: z.int(),
    }),
  ),
  names: z.strictObject({
    cities: z.array(pair),
    first: z.array(pair),
    second: z.array(pair),
    trades: z.array(z.tuple([z.string(), z.string(), z.string()])),
    surnames: z.array(pair),
    givenNames: z.array(pair),
    titles: z.array(pair),
  }),
})

/** The fictional maker of precision drives, as written down in resources/sample/firm.json. */
export const SAMPLE_FIRM = sampleFirm.parse(firm)
