import { accountHandlers } from '../domains/account/account-handlers.ts'
import { currencyHandlers } from '../domains/currency/currency-handlers.ts'
import { historyHandlers } from '../domains/history/history-handlers.ts'
import { importHandlers } from '../domains/import/import-handlers.ts'
import { modelHandlers } from '../domains/model/model-handlers.ts'
import { overrideHandlers } from '../domains/override/override-handlers.ts'
import { personHandlers } from '../domains/person/person-handlers.ts'
import { portfolioHandlers } from '../domains/portfolio/portfolio-handlers.ts'
import { productHandlers } from '../domains/product/product-handlers.ts'
import { searchHandlers } from '../domains/search/search-handlers.ts'
import { settingsHandlers } from '../domains/settings/settings-handlers.ts'
import { viewHandlers } from '../domains/view/view-handlers.ts'
import type { EngineHandlers } from './ports.ts'

/** Every engine operation's handler; one missing or too many does not compile. */
export const engineHandlers = {
  ...accountHandlers,
  ...currencyHandlers,
  ...historyHandlers,
  ...importHandlers,
  ...modelHandlers,
  ...overrideHandlers,
  ...personHandlers,
  ...portfolioHandlers,
  ...productHandlers,
  ...searchHandlers,
  ...settingsHandlers,
  ...viewHandlers,
} satisfies EngineHandlers
