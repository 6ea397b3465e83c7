import type { WorkspaceSettings } from '#shared/contract/settings.ts'
import type { Day } from '#shared/domain/calendar.ts'
import { currencyCode } from '#shared/domain/money.ts'
import { rfmMethod } from '#shared/domain/rfm.ts'
import { idToBlob } from '../../database/id-blob.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { WORKSPACE_SETTING_ID } from '../../ledger/create-workspace-file.ts'

export function readSettings(database: ReadDatabase): WorkspaceSettings {
  const row = database.get(
    tables.selectFrom('setting').selectAll().where('id', '=', idToBlob(WORKSPACE_SETTING_ID)),
  )
  return {
    companyName: row?.company_name ?? 'Mainstay',
    baseCurrency: currencyCode.catch('CNY').parse(row?.base_currency),
    asOf: row?.as_of_on ?? null,
    rfmMethod: rfmMethod.catch('bands').parse(row?.rfm_method),
  }
}

/** Day of the newest order line; null before the first import. */
export function newestOrderedOn(database: ReadDatabase): Day | null {
  return (
    database.get(
      tables.selectFrom('order_line').select((builder) => builder.fn.max('ordered_on').as('newest')),
    )?.newest ?? null
  )
}
