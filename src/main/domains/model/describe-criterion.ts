import type { z } from 'zod'
import { MainstayError } from '#shared/contract/call-result.ts'
import type { model as modelContract } from '#shared/contract/model.ts'
import type { Id } from '#shared/domain/id.ts'
import { type CriterionKey, isFieldCriterion, type ModelDraft } from '#shared/domain/scoring-model.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { criterionInput } from '../../scoring/account-inputs.ts'
import { anchorPercentiles, defaultAnchors, proposeAnchors } from '../../scoring/anchors.ts'
import { sortedAscending } from '../../scoring/quantile.ts'
import { utilityOf } from '../../scoring/utility.ts'
import { effectiveAsOf } from '../standing/effective-as-of.ts'
import { numericFieldKeys } from './criterion-choices.ts'
import { openFor, openWhatIf, requirePlace } from './what-if-portfolio.ts'

type Description = z.infer<typeof modelContract.describeCriterion.output>
type Figures = z.infer<typeof modelContract.figures.output>

const MOST_SAMPLED = 200

/** How the accounts that traded spread over one criterion, and anchors proposed from it. Errors: not-found. */
export function describeCriterion(
  database: ReadDatabase,
  key: CriterionKey,
  windowMonths: number,
): Description {
  if (isFieldCriterion(key) && !numericFieldKeys(database).has(key)) {
    throw new MainstayError('not-found', 'There is no such number or money field.', { key })
  }
  if (effectiveAsOf(database) === null) return { ...NOBODY, proposedAnchors: [...defaultAnchors(key)] }
  const { inputs, context } = openWhatIf(database, windowMonths, [key])
  const trading = inputs.filter(({ hasTradedEver }) => hasTradedEver)
  const values = trading
    .map((account) => criterionInput(key, account, context.asOf))
    .filter((value) => value !== null)
  const ascending = sortedAscending(values)
  const step = Math.max(1, (ascending.length - 1) / (MOST_SAMPLED - 1))
  const sample = Array.from(
    { length: Math.min(ascending.length, MOST_SAMPLED) },
    (_, i) => ascending[Math.min(Math.round(i * step), ascending.length - 1)] ?? 0,
  )
  return {
    knownCount: values.length,
    accountCount: trading.length,
    minimum: ascending[0] ?? null,
    maximum: ascending.at(-1) ?? null,
    percentiles: anchorPercentiles(values),
    sample,
    proposedAnchors: proposeAnchors(values, key),
  }
}

const NOBODY = {
  knownCount: 0,
  accountCount: 0,
  minimum: null,
  maximum: null,
  percentiles: null,
  sample: [],
}

/** One account's figures for the criteria of a draft. Errors: not-found; no-data. */
export function figuresOf(database: ReadDatabase, accountId: Id, draft: ModelDraft): Figures {
  const portfolio = openFor(database, draft)
  const inputs = portfolio.inputs[requirePlace(database, portfolio, accountId)]
  return draft.criteria.map(({ key, anchors }) => {
    const input = inputs ? criterionInput(key, inputs, portfolio.asOf) : null
    return { key, input, utility: input === null ? null : utilityOf(input, anchors) }
  })
}
