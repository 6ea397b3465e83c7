import type { EngineHandlers } from '../../application/ports.ts'
import { classifyAccountsAt } from './classify-portfolio.ts'
import { findOverview } from './portfolio-overview.ts'

export const portfolioHandlers = {
  'portfolio.overview': ({ database }, { asOf }) => findOverview(database, asOf),
  'portfolio.classify': ({ database }, { asOf, windowMonths }) =>
    classifyAccountsAt(database, { asOf, windowMonths }),
} satisfies EngineHandlers<'portfolio'>
