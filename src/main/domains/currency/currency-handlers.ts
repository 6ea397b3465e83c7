import { MainstayError } from '#shared/contract/call-result.ts'
import type { EngineHandlers } from '../../application/ports.ts'
import { readSettings } from '../settings/settings-repository.ts'
import { currencyRateId, listCurrencyRates } from './currency-repository.ts'
import { countCurrencyUses } from './currency-use.ts'

export const currencyHandlers = {
  'currency.listRates': ({ database }) => listCurrencyRates(database),

  'currency.setRate': (context, { currency, budgetRate }) => {
    const { baseCurrency } = readSettings(context.database)
    if (currency === baseCurrency) {
      throw new MainstayError('invalid-input', `${currency} is the workspace's own currency.`, {
        fields: [{ path: 'currency', message: 'own currency' }],
      })
    }
    context.ledger.change(
      { key: 'currency.setRate', values: { currency, rate: budgetRate } },
      ['currency', 'account', 'product', 'model'],
      (writer) => writer.set('currency_rate', currencyRateId(currency), 'rate', { currency, budgetRate }),
    )
    return null
  },

  'currency.removeRate': (context, { currency }) => {
    const { database } = context
    if (!listCurrencyRates(database).some((rate) => rate.currency === currency)) {
      throw new MainstayError('not-found', `${currency} has no rate.`, { currency })
    }
    const count = countCurrencyUses(database, currency)
    if (count > 0) {
      throw new MainstayError('in-use', `${count} amounts are in ${currency}.`, { name: currency, count })
    }
    context.ledger.change({ key: 'currency.removeRate', values: { currency } }, ['currency'], (writer) =>
      writer.remove('currency_rate', currencyRateId(currency)),
    )
    return null
  },
} satisfies EngineHandlers<'currency'>
