import type { RobustnessResult } from '#shared/contract/model.ts'
import type { ModelDraft } from '#shared/domain/scoring-model.ts'
import type { JobControl } from '../../application/ports.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { type AccountRobustness, robustnessReader } from '../../scoring/portfolio-robustness.ts'
import { namesOfAccounts } from './account-names.ts'
import type { WhatIfPortfolio } from './what-if-portfolio.ts'

/** Accounts between two looks at waiting messages: a few milliseconds of work. */
const STEP = 200
const MOST_NAMED = 200
const FIRM_SHARE = 0.9

/** Class robustness of every account that has a score, in steps that let other calls in. */
export async function drawRobustness(
  database: ReadDatabase,
  { inputs, accountKeys, context }: WhatIfPortfolio,
  draft: ModelDraft,
  { draws, seed }: { draws: number; seed: number },
  { checkpoint }: JobControl,
): Promise<RobustnessResult> {
  const read = robustnessReader({ version: 1, ...draft }, context, { draws, seed })
  const found: (AccountRobustness & { accountKey: number })[] = []
  for (const [place, account] of inputs.entries()) {
    if (place % STEP === 0) await checkpoint({ done: place, total: inputs.length, rows: place })
    const robustness = read(account)
    if (robustness) found.push({ ...robustness, accountKey: accountKeys[place] ?? 0 })
  }
  const least = found
    .toSorted((one, other) => one.share - other.share || one.accountKey - other.accountKey)
    .slice(0, MOST_NAMED)
  const nameOf = namesOfAccounts(
    database,
    least.map(({ accountKey }) => accountKey),
  )
  return {
    draws,
    seed,
    accountCount: found.length,
    meanPercent:
      found.length > 0 ? (found.reduce((sum, { share }) => sum + share, 0) / found.length) * 100 : null,
    firmCount: found.filter(({ share }) => share >= FIRM_SHARE).length,
    accounts: least.map(({ accountKey, valueClass, share, otherClass }) => ({
      ...nameOf(accountKey),
      valueClass,
      sharePercent: share * 100,
      otherClass,
    })),
  }
}
