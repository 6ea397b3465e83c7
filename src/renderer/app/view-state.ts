import { z } from 'zod'
import { accountFilter, accountSort } from '#shared/contract/account.ts'
import { id } from '#shared/domain/id.ts'

/** The state of each view that belongs into its address; what does not parse is left out. */
export const startSearch = z.object({
  act: z.enum(['create', 'open', 'sample']).optional().catch(undefined),
})

export const portfolioSearch = z.object({ tab: z.string().optional().catch(undefined) })

export const accountsSearch = z.object({
  /** Saved view it starts from. */
  view: id.optional().catch(undefined),
  filter: accountFilter.optional().catch(undefined),
  sort: z.array(accountSort).max(3).optional().catch(undefined),
  columns: z.array(z.string()).max(60).optional().catch(undefined),
  /** Account shown in the drawer. */
  preview: id.optional().catch(undefined),
})

export const accountSearch = z.object({
  tab: z.string().optional().catch(undefined),
  /** Explained figure or order line filter the drawer shows. */
  detail: z.string().optional().catch(undefined),
})

export const importSearch = z.object({
  step: z.enum(['file', 'mapping', 'problems', 'write']).optional().catch(undefined),
  /** Token and name of a file dropped elsewhere. */
  file: z.string().optional().catch(undefined),
  fileName: z.string().optional().catch(undefined),
})

export const scoringSearch = z.object({
  tab: z.string().optional().catch(undefined),
  account: id.optional().catch(undefined),
})

export const analysisSearch = z.object({
  tab: z.string().optional().catch(undefined),
  /** Account a view is narrowed to or explains. */
  account: id.optional().catch(undefined),
  /** What the drawer shows. */
  detail: z.string().optional().catch(undefined),
})

export const historySearch = z.object({
  /** Only the changes of one row. */
  row: id.optional().catch(undefined),
})
