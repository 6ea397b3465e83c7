import type { EngineHandlers } from '../../application/ports.ts'
import { judgeWeights } from '../../scoring/purchase-factors.ts'
import { factorCommandHandlers } from './factor-commands.ts'
import { readFactorList } from './factor-list.ts'
import { readAccountFactors, readFactorPortfolio } from './factor-portfolio.ts'
import { judgementCommandHandlers } from './judgement-commands.ts'

export const factorHandlers = {
  'factor.list': ({ database }) => readFactorList(database),
  'factor.account': ({ database }, { accountId }) => readAccountFactors(database, accountId),
  'factor.portfolio': ({ database }, input) => readFactorPortfolio(database, input),
  'factor.weigh': ({ database }, { answers }) => {
    const factorIds = readFactorList(database).factors.map(({ id }) => id)
    const judged = judgeWeights(answers, factorIds)
    if (judged.kind === 'undefined') return { weights: null, consistencyRatio: null, isConsistent: true }
    const { kind: _kind, ...weighed } = judged
    return weighed
  },
  ...factorCommandHandlers,
  ...judgementCommandHandlers,
} satisfies EngineHandlers<'factor'>
