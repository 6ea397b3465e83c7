import { z } from 'zod'
import { id } from '../domain/id.ts'
import { accountFilter, accountSort } from './account.ts'
import { command, query } from './define.ts'

/** A saved view of the accounts grid; it lives in the workspace. */
export const savedView = z.strictObject({
  id,
  name: z.string().trim().min(1).max(80),
  filter: accountFilter,
  sort: z.array(accountSort).max(3),
  /** Column keys in order; those left out are hidden. */
  columns: z.array(z.string()).max(60),
  isPinned: z.boolean(),
})
export type SavedView = z.infer<typeof savedView>

export const view = {
  list: query({ input: z.strictObject({}), output: z.array(savedView) }),
  create: command({ input: savedView.omit({ id: true }), output: z.strictObject({ id }) }),
  revise: command({
    input: z.strictObject({ id, changes: savedView.omit({ id: true }).partial() }),
    output: z.null(),
  }),
  remove: command({ input: z.strictObject({ id }), output: z.null() }),
}
