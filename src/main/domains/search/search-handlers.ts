import type { EngineHandlers } from '../../application/ports.ts'
import { findEverything } from './search-repository.ts'

export const searchHandlers = {
  'search.find': ({ database }, { text, limit }) => findEverything(database, text, limit),
} satisfies EngineHandlers<'search'>
