import { accountHandlers } from '../domains/account/account-handlers.ts'
import { contributionHandlers } from '../domains/contribution/contribution-handlers.ts'
import { creditHandlers } from '../domains/credit/credit-handlers.ts'
import { currencyHandlers } from '../domains/currency/currency-handlers.ts'
import { exportHandlers } from '../domains/export/export-handlers.ts'
import { factorHandlers } from '../domains/factor/factor-handlers.ts'
import { fieldHandlers } from '../domains/field/field-handlers.ts'
import { historyHandlers } from '../domains/history/history-handlers.ts'
import { importHandlers } from '../domains/import/import-handlers.ts'
import { invoiceHandlers } from '../domains/invoice/invoice-handlers.ts'
import { lifetimeHandlers } from '../domains/lifetime/lifetime-handlers.ts'
import { modelHandlers } from '../domains/model/model-handlers.ts'
import { opportunityHandlers } from '../domains/opportunity/opportunity-handlers.ts'
import { overrideHandlers } from '../domains/override/override-handlers.ts'
import { personHandlers } from '../domains/person/person-handlers.ts'
import { portfolioHandlers } from '../domains/portfolio/portfolio-handlers.ts'
import { productHandlers } from '../domains/product/product-handlers.ts'
import { publicationHandlers } from '../domains/publication/publication-handlers.ts'
import { qualityHandlers } from '../domains/quality/quality-handlers.ts'
import { rfmHandlers } from '../domains/rfm/rfm-handlers.ts'
import { searchHandlers } from '../domains/search/search-handlers.ts'
import { segmentHandlers } from '../domains/segment/segment-handlers.ts'
import { settingsHandlers } from '../domains/settings/settings-handlers.ts'
import { viewHandlers } from '../domains/view/view-handlers.ts'
import { walletHandlers } from '../domains/wallet/wallet-handlers.ts'
import type { EngineHandlers } from './ports.ts'

/** Every engine operation's handler; one missing or too many does not compile. */
export const engineHandlers = {
  ...accountHandlers,
  ...creditHandlers,
  ...currencyHandlers,
  ...factorHandlers,
  ...fieldHandlers,
  ...exportHandlers,
  ...historyHandlers,
  ...importHandlers,
  ...invoiceHandlers,
  ...lifetimeHandlers,
  ...modelHandlers,
  ...overrideHandlers,
  ...opportunityHandlers,
  ...personHandlers,
  ...portfolioHandlers,
  ...productHandlers,
  ...publicationHandlers,
  ...rfmHandlers,
  ...searchHandlers,
  ...settingsHandlers,
  ...viewHandlers,
  ...walletHandlers,
  ...contributionHandlers,
  ...qualityHandlers,
  ...segmentHandlers,
} satisfies EngineHandlers
