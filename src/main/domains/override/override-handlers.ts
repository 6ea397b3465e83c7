import type { EngineHandlers } from '../../application/ports.ts'
import { endOverride, setOverride } from './override-commands.ts'
import { listClassOverrides } from './override-ledger.ts'

export const overrideHandlers = {
  'override.list': ({ database }, input) => listClassOverrides(database, input),
  'override.set': (context, input) => setOverride(context, input),
  'override.end': (context, input) => endOverride(context, input),
} satisfies EngineHandlers<'override'>
