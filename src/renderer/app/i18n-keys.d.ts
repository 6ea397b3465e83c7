import 'i18next'
import type account from '../../../resources/locales/zh-CN/account.json'
import type accounts from '../../../resources/locales/zh-CN/accounts.json'
import type analysis from '../../../resources/locales/zh-CN/analysis.json'
import type changes from '../../../resources/locales/zh-CN/changes.json'
import type common from '../../../resources/locales/zh-CN/common.json'
import type contribution from '../../../resources/locales/zh-CN/contribution.json'
import type credit from '../../../resources/locales/zh-CN/credit.json'
import type errors from '../../../resources/locales/zh-CN/errors.json'
import type exporting from '../../../resources/locales/zh-CN/export.json'
import type factor from '../../../resources/locales/zh-CN/factor.json'
import type history from '../../../resources/locales/zh-CN/history.json'
import type importing from '../../../resources/locales/zh-CN/import.json'
import type lifetime from '../../../resources/locales/zh-CN/lifetime.json'
import type model from '../../../resources/locales/zh-CN/model.json'
import type opportunity from '../../../resources/locales/zh-CN/opportunity.json'
import type palette from '../../../resources/locales/zh-CN/palette.json'
import type portfolio from '../../../resources/locales/zh-CN/portfolio.json'
import type quality from '../../../resources/locales/zh-CN/quality.json'
import type rfm from '../../../resources/locales/zh-CN/rfm.json'
import type scoring from '../../../resources/locales/zh-CN/scoring.json'
import type segments from '../../../resources/locales/zh-CN/segments.json'
import type settings from '../../../resources/locales/zh-CN/settings.json'
import type start from '../../../resources/locales/zh-CN/start.json'
import type wallet from '../../../resources/locales/zh-CN/wallet.json'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    returnNull: false
    resources: {
      account: typeof account
      accounts: typeof accounts
      analysis: typeof analysis
      changes: typeof changes
      common: typeof common
      credit: typeof credit
      contribution: typeof contribution
      errors: typeof errors
      export: typeof exporting
      factor: typeof factor
      history: typeof history
      import: typeof importing
      model: typeof model
      opportunity: typeof opportunity
      lifetime: typeof lifetime
      palette: typeof palette
      quality: typeof quality
      portfolio: typeof portfolio
      rfm: typeof rfm
      segments: typeof segments
      scoring: typeof scoring
      settings: typeof settings
      start: typeof start
      wallet: typeof wallet
    }
  }
}
