import type { EngineHandlers } from '../../application/ports.ts'
import { accountCommandHandlers } from './account-commands.ts'
import { accountQueryHandlers } from './account-query-handlers.ts'

export const accountHandlers = {
  ...accountQueryHandlers,
  ...accountCommandHandlers,
} satisfies EngineHandlers<'account'>
