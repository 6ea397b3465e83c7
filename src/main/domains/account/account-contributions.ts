import type { AccountContributions } from '#shared/contract/account-score.ts'
import type { Id } from '#shared/domain/id.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { portfolioInputs } from '../../scoring/classify-portfolio.ts'
import { contributionsAgainst, medianUtilities, nextClassOf } from '../../scoring/explanation.ts'
import { roundToDecimals } from '../../scoring/readable-number.ts'
import { type Utilities, utilitiesOf } from '../../scoring/value-score.ts'
import { gatherPortfolio } from '../standing/portfolio-facts.ts'
import { whileUnchanged } from '../standing/while-unchanged.ts'
import { classifyForExplanation, type ExplainedAccount } from './account-explanation.ts'

/**
 * Contribution of each criterion to the distance from the next class's line, or from the portfolio's median.
 * Null without a score, and where there is no class above by score.
 */
export function compareAccount(
  database: ReadDatabase,
  { id, against }: { id: Id; against: AccountContributions['against'] },
): AccountContributions | null {
  const explained = classifyForExplanation(database, { id })
  const { classification, inputs } = explained.current
  const { score, utilities } = classification
  // A prospect's score is half each of its two levels and has no criteria to compare.
  if (score === null || !inputs.hasTradedEver) return null
  const next = nextClassOf(classification, inputs.abc, explained.model)
  if (against === 'next-class' && !next) return null
  const median = against === 'median' ? readMedian(database, explained) : null
  const reference = median?.utilities ?? next?.threshold ?? 0
  const found = contributionsAgainst(reference, classification, explained.model)
  if (!found) return null
  return {
    against,
    valueClass: median ? null : (next?.valueClass ?? null),
    accountCount: median?.accountCount ?? null,
    scorePercent: roundToDecimals(score, 2),
    referenceScore: found.referenceScore,
    difference: found.difference,
    items: found.byCriterion.map(({ key, points }) => {
      const utility = utilities[key] ?? 0
      return {
        criterion: key,
        points,
        utility,
        referenceUtility: typeof reference === 'number' ? reference : (reference[key] ?? utility),
      }
    }),
  }
}

interface Median {
  utilities: Utilities
  accountCount: number
}

const remember = whileUnchanged<Median>(4)

/** Of all accounts that traded by the day; read once for as long as nothing is written. */
function readMedian(database: ReadDatabase, { asOf, model }: ExplainedAccount): Median {
  return remember(database, `${asOf} ${model.version}`, () => {
    const gathered = gatherPortfolio(database, asOf, model.windowMonths)
    const traded = portfolioInputs(gathered.accounts, model.windowMonths, gathered).filter(
      (account) => account.hasTradedEver,
    )
    return {
      utilities: medianUtilities(
        traded.map((account) => utilitiesOf(account, model, asOf)),
        model,
      ),
      accountCount: traded.length,
    }
  })
}
