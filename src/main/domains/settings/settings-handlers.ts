import { MainstayError } from '#shared/contract/call-result.ts'
import type { EngineHandlers } from '../../application/ports.ts'
import { WORKSPACE_SETTING_ID } from '../../ledger/create-workspace-file.ts'
import { definedEntries } from '../party/defined-entries.ts'
import { newestOrderedOn, readSettings } from './settings-repository.ts'

export const settingsHandlers = {
  'settings.get': ({ database }) => {
    const settings = readSettings(database)
    const newest = newestOrderedOn(database)
    return { ...settings, effectiveAsOf: settings.asOf ?? newest, newestOrderOn: newest }
  },

  'settings.revise': (context, changes) => {
    const before = readSettings(context.database)
    const isNewCurrency = changes.baseCurrency !== undefined && changes.baseCurrency !== before.baseCurrency
    if (isNewCurrency && newestOrderedOn(context.database) !== null) {
      throw new MainstayError('in-use', 'The base currency is fixed once there are orders.', {
        name: before.baseCurrency,
      })
    }
    context.ledger.change(
      { key: 'settings.revise', values: {} },
      ['settings', 'account', 'model', 'currency'],
      (writer) => {
        for (const [register, value] of definedEntries(changes)) {
          writer.set('setting', WORKSPACE_SETTING_ID, register, value)
        }
      },
    )
    return null
  },
} satisfies EngineHandlers<'settings'>
