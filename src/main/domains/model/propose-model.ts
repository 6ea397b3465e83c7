import { MainstayError } from '#shared/contract/call-result.ts'
import type { ScoringModel } from '#shared/domain/scoring-model.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { portfolioInputs, rfmCustomers } from '../../scoring/classify-portfolio.ts'
import { proposeRfmBands } from '../../scoring/rfm.ts'
import { criteriaWithData, proposeStarterModel } from '../../scoring/starter-model.ts'
import { readSettings } from '../settings/settings-repository.ts'
import { DEFAULT_WINDOW_MONTHS } from '../standing/classify-at.ts'
import { effectiveAsOf } from '../standing/effective-as-of.ts'
import { findModelInForce } from '../standing/model-in-force.ts'
import { gatherPortfolio } from '../standing/portfolio-facts.ts'
import { nextVersion } from './model-versions.ts'

/**
 * The next version of the model, from the firm's own figures at the as-of date; undefined while nobody
 * bought in the window. Without a name it is called by that date. What is not read off the figures it
 * takes over from the model in force.
 */
export function findProposal(database: ReadDatabase, name?: string): ScoringModel | undefined {
  const asOf = effectiveAsOf(database)
  if (asOf === null) return undefined
  const current = findModelInForce(database)?.model
  const windowMonths = current?.windowMonths ?? DEFAULT_WINDOW_MONTHS
  const gathered = gatherPortfolio(database, asOf, windowMonths)
  const accounts = portfolioInputs(gathered.accounts, windowMonths, gathered)
  const available = criteriaWithData(accounts, asOf)
  if (available.length === 0) return undefined
  const proposal = proposeStarterModel({
    name: name ?? asOf,
    currency: readSettings(database).baseCurrency,
    asOf,
    accounts,
    available,
    windowMonths,
    version: nextVersion(database),
    rfmBands: proposeRfmBands(rfmCustomers(gathered.accounts, asOf)),
  })
  if (!current) return proposal
  const { problemRules, ruleLimits, classes, hysteresis, publicationPeriod } = current
  return { ...proposal, problemRules, ruleLimits, classes, hysteresis, publicationPeriod }
}

/** Errors: no-data. */
export function proposeModel(database: ReadDatabase, name?: string): ScoringModel {
  const proposal = findProposal(database, name)
  if (!proposal)
    throw new MainstayError('no-data', 'A model needs orders in the window before the as-of date.')
  return proposal
}
