import type { OperationName } from '#shared/contract/contract.ts'
import type { Noun } from '#shared/contract/events.ts'

type OperationNoun = OperationName extends infer Name
  ? Name extends `${infer Prefix}.${string}`
    ? Prefix
    : never
  : never

const FIGURES = [
  'lifetime',
  'rfm',
  'contribution',
  'quality',
  'segment',
  'account',
  'portfolio',
  'model',
  'product',
  'search',
  'override',
  'publication',
  'wallet',
  'opportunity',
  'invoice',
  'credit',
  'factor',
] as const

/** Which operations show something of a noun, so that a change of it makes their answers stale. */
const OPERATION_NOUNS: Record<Noun, readonly OperationNoun[]> = {
  workspace: [
    'workspace',
    'export',
    'settings',
    'currency',
    ...FIGURES,
    'person',
    'import',
    'history',
    'view',
    'field',
    'invoice',
    'credit',
  ],
  preferences: ['preferences'],
  settings: ['settings', ...FIGURES],
  currency: ['currency', 'settings', ...FIGURES],
  account: [...FIGURES, 'person', 'settings'],
  party: [...FIGURES, 'person'],
  person: ['person', 'account', 'search', 'factor'],
  product: ['product', 'account', 'portfolio', 'search', 'quality', 'segment', 'wallet', 'opportunity'],
  portfolio: ['portfolio', 'account', 'model'],
  model: ['model', 'account', 'portfolio', 'search', 'segment', 'override', 'publication'],
  import: ['import', ...FIGURES, 'settings', 'currency'],
  history: ['history'],
  search: ['search'],
  view: ['view'],
  field: ['field', 'import', 'person', ...FIGURES],
  override: FIGURES,
  publication: ['publication'],
  lifetime: FIGURES,
  invoice: [...FIGURES],
  credit: [...FIGURES, 'credit'],
  factor: ['account', 'factor'],
  wallet: FIGURES,
  opportunity: FIGURES,
  contribution: ['account', 'contribution', 'segment'],
  segment: ['account', 'segment'],
}

/** Operation nouns whose queries are stale after a change of these nouns; history always is. */
export function affectedOperationNouns(nouns: readonly Noun[]): ReadonlySet<string> {
  const affected = new Set<string>(['history'])
  for (const noun of nouns) for (const name of OPERATION_NOUNS[noun]) affected.add(name)
  return affected
}
