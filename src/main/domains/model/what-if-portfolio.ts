import { MainstayError } from '#shared/contract/call-result.ts'
import type { FigureChange } from '#shared/contract/model.ts'
import type { Day } from '#shared/domain/calendar.ts'
import type { Id } from '#shared/domain/id.ts'
import type { Amount } from '#shared/domain/money.ts'
import type { CriterionKey, ModelDraft } from '#shared/domain/scoring-model.ts'
import { idToBlob } from '../../database/id-blob.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import {
  type AccountInputs,
  type ClassificationContext,
  classificationContext,
} from '../../scoring/account-inputs.ts'
import { withFigures } from '../../scoring/changed-figures.ts'
import { portfolioInputs } from '../../scoring/classify-portfolio.ts'
import { createWhatIf, type WhatIf } from '../../scoring/what-if.ts'
import { effectiveAsOf } from '../standing/effective-as-of.ts'
import { countedOutputs } from '../standing/model-outputs.ts'
import { gatherPortfolio } from '../standing/portfolio-facts.ts'
import { whileUnchanged } from '../standing/while-unchanged.ts'

/** Every account's inputs over one window at the as-of date, held for one model after another. */
export interface WhatIfPortfolio {
  asOf: Day
  context: ClassificationContext
  /** In one order: keys, inputs and net sales belong together. */
  accountKeys: readonly number[]
  inputs: readonly AccountInputs[]
  netSales: readonly Amount[]
  whatIf: WhatIf
  placeOf: ReadonlyMap<number, number>
}

const remember = whileUnchanged<WhatIfPortfolio>(3)

/** Gathered anew only after a change of the data, for models with these criteria. Errors: no-data before any orders. */
export function openWhatIf(
  database: ReadDatabase,
  windowMonths: number,
  criteria: readonly CriterionKey[],
): WhatIfPortfolio {
  const asOf = effectiveAsOf(database)
  if (asOf === null) throw new MainstayError('no-data', 'A what-if needs orders to look at.')
  const counted = countedOutputs(database, criteria)
  return remember(database, `${asOf} ${windowMonths} ${counted.join(' ')}`, () => {
    const gathered = gatherPortfolio(database, asOf, windowMonths, 'all', counted)
    const context = classificationContext(asOf, gathered.historyFrom)
    const inputs = portfolioInputs(gathered.accounts, windowMonths, gathered)
    const netSales = gathered.accounts.map((account) => account.netSales)
    const accountKeys = gathered.accounts.map(({ accountKey }) => accountKey)
    return {
      asOf,
      context,
      accountKeys,
      inputs,
      netSales,
      whatIf: createWhatIf(
        inputs.map((account, i) => ({ inputs: account, netSales: netSales[i] ?? 0 })),
        context,
      ),
      placeOf: new Map(accountKeys.map((accountKey, place) => [accountKey, place])),
    }
  })
}

export function openFor(database: ReadDatabase, draft: ModelDraft): WhatIfPortfolio {
  return openWhatIf(
    database,
    draft.windowMonths,
    draft.criteria.map(({ key }) => key),
  )
}

/** Where an account stands among the others. Errors: not-found. */
export function requirePlace(database: ReadDatabase, portfolio: WhatIfPortfolio, id: Id): number {
  const key = database.sqlite
    .prepare<[Buffer], number>('SELECT key FROM party WHERE id = ?')
    .pluck()
    .get(idToBlob(id))
  const place = key === undefined ? undefined : portfolio.placeOf.get(key)
  if (place === undefined) {
    throw new MainstayError('not-found', 'There is no such account at the as-of date.', {
      id,
      kind: 'account',
    })
  }
  return place
}

/** The accounts with other figures, by their place. Errors: not-found. */
export function changedInputs(
  database: ReadDatabase,
  portfolio: WhatIfPortfolio,
  changes: readonly FigureChange[],
): Map<number, AccountInputs> {
  const changed = new Map<number, AccountInputs>()
  for (const { accountId, figures } of changes) {
    const place = requirePlace(database, portfolio, accountId)
    const inputs = changed.get(place) ?? portfolio.inputs[place]
    if (inputs) changed.set(place, withFigures(inputs, figures))
  }
  return changed
}
