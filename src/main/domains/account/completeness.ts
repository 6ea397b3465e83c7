import type { AccountDetail, CompanyFields } from '#shared/contract/account.ts'

type Judged = keyof AccountDetail['judgements']

export interface KnownFacts {
  company: CompanyFields
  /** Judgements that are there and have not expired. */
  judged: ReadonlySet<Judged>
  hasPeople: boolean
  hasTraded: boolean
}

/** What an account manager should know of any company, by how much it helps to decide what to do next. */
const COMPANY_WEIGHTS: readonly (readonly [keyof CompanyFields, number])[] = [
  ['accountManager', 10],
  ['strategy', 9],
  ['industry', 8],
  ['revenue', 8],
  ['growthBottleneck', 7],
  ['creditStanding', 7],
  ['productLines', 6],
  ['operatingState', 5],
  ['headcount', 4],
  ['legalName', 3],
  ['taxId', 3],
  ['city', 3],
  ['phone', 3],
  ['country', 2],
  ['address', 2],
  ['website', 1],
]
const PEOPLE_WEIGHT = 12

/** The judgements that a class waits for: of a customer its influence, of a prospect what it promises. */
const JUDGEMENT_WEIGHTS: Record<'customer' | 'prospect', readonly (readonly [Judged, number])[]> = {
  customer: [['influence', 20]],
  prospect: [
    ['industryInfluence', 15],
    ['dealPotential', 15],
  ],
}

/**
 * How much of what one should know of an account is known, in percent of the weights, and what is
 * missing, the most valuable question first.
 */
export function completenessOf({
  company,
  judged,
  hasPeople,
  hasTraded,
}: KnownFacts): Pick<AccountDetail, 'completenessPercent' | 'missing'> {
  const items = [
    ...JUDGEMENT_WEIGHTS[hasTraded ? 'customer' : 'prospect'].map(([field, weight]) => ({
      field,
      isKnown: judged.has(field),
      weight,
    })),
    { field: 'people', isKnown: hasPeople, weight: PEOPLE_WEIGHT },
    ...COMPANY_WEIGHTS.map(([field, weight]) => ({ field, isKnown: isFilled(company[field]), weight })),
  ]
  const total = items.reduce((sum, item) => sum + item.weight, 0)
  const known = items.reduce((sum, item) => sum + (item.isKnown ? item.weight : 0), 0)
  return {
    completenessPercent: (known / total) * 100,
    missing: items
      .filter((item) => !item.isKnown)
      .sort((a, b) => b.weight - a.weight)
      .map((item) => ({ ...item, weight: (item.weight / total) * 100 })),
  }
}

/** Zero is known; an empty text is not. */
function isFilled(value: unknown): boolean {
  return typeof value === 'string' ? value.trim() !== '' : value !== null
}
