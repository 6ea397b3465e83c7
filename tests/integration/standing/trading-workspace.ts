import { randomUUID } from 'node:crypto'
import type { AccountRevision } from '#shared/contract/account.ts'
import type { Day } from '#shared/domain/calendar.ts'
import type { Id } from '#shared/domain/id.ts'
import type { PartyRole } from '#shared/domain/party.ts'
import { applyEffects } from '../../../src/main/application/effects.ts'
import type { CommandContext, QueryContext } from '../../../src/main/application/ports.ts'
import { idToBlob } from '../../../src/main/database/id-blob.ts'
import { accountHandlers } from '../../../src/main/domains/account/account-handlers.ts'
import { adoptStarterModelIfNone } from '../../../src/main/domains/model/starter-model-adoption.ts'
import { noteCounted } from '../../../src/main/domains/order/counted-categories.ts'
import { openOrderBook } from '../../../src/main/domains/order/order-book.ts'
import { createOrderLineWriter, OPTIONAL_COLUMNS } from '../../../src/main/domains/order/order-line-writer.ts'
import { WORKSPACE_SETTING_ID } from '../../../src/main/ledger/create-workspace-file.ts'
import { stableId } from '../../../src/main/ledger/stable-id.ts'
import { createTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

/** An order line as a test writes it down; amounts in currency units, negative for a return. */
export interface TradeLine {
  account: string
  order: string
  orderedOn: Day
  amount: number
  cost?: number
  category?: string
  discountPercent?: number
}

export interface TradingWorkspace extends TestWorkspace {
  context: CommandContext
  queries: QueryContext
  /** A company under a number; its id is the same in every workspace. */
  addAccount(number: string, roles?: readonly PartyRole[], fields?: Record<string, string>): Id
  revise(number: string, changes: AccountRevision): void
  remove(...numbers: string[]): void
  idOf(number: string): Id
  keyOf(number: string): number
  /** Imports lines as one batch and one entry; customers they name come with them. Returns the entry. */
  trade(lines: readonly TradeLine[], options?: { adoptModel?: boolean }): Id
  setAsOf(day: Day | null): void
  /** Every standing as stored, by customer number. */
  standings(): Map<string, Record<string, unknown>>
  clear(): void
}

export const NOW = Date.UTC(2026, 9, 1)

export const accountId = (number: string): Id => stableId('customer-number', number)

/** A workspace on a real file in which effects on standings run as they do in the application. */
export function createTradingWorkspace(): TradingWorkspace {
  const workspace: TestWorkspace = createTestWorkspace({
    author: () => 'Lin',
    now: () => NOW,
    afterChange: (changes) => applyEffects(workspace.database, changes),
  })
  const { database, ledger } = workspace
  const { sqlite } = database
  // Hundreds of small transactions of a property need not reach the disk.
  sqlite.pragma('synchronous = OFF')
  const refuse = (): never => {
    throw new Error('These tests start no job and hand out no file.')
  }
  const files = { pathOf: refuse, scratchFolder: '', prepareDownload: refuse }
  const queries: QueryContext = { database, files, startJob: refuse }
  const context: CommandContext = {
    ...queries,
    database,
    ledger,
    author: 'Lin',
    changed: () => {},
    now: () => NOW,
  }
  const keyIn = (table: string, id: Id) =>
    sqlite.prepare<[Buffer], number>(`SELECT key FROM ${table} WHERE id = ?`).pluck().get(idToBlob(id)) ?? 0

  const begin = () => {
    ledger.change({ key: 'settings.revise', values: {} }, ['settings'], (writer) => {
      writer.set('setting', WORKSPACE_SETTING_ID, 'baseCurrency', 'CNY')
    })
  }
  begin()

  return {
    ...workspace,
    context,
    queries,
    addAccount(number, roles = ['customer'], fields = {}) {
      const id = accountId(number)
      ledger.change({ key: 'account.create', values: {} }, ['account'], (writer) => {
        writer.setAll('party', id, { kind: 'company', number, name: number, ...fields })
        for (const role of roles) {
          writer.set('party_role', stableId('party-role', id, role), 'core', { partyId: id, role })
        }
      })
      return id
    },
    revise(number, changes) {
      accountHandlers['account.revise'](context, { ids: [accountId(number)], changes })
    },
    remove(...numbers) {
      accountHandlers['account.remove'](context, { ids: numbers.map(accountId) })
    },
    idOf: accountId,
    keyOf: (number) => keyIn('party', accountId(number)),
    trade(lines, { adoptModel = true } = {}) {
      return database.transaction(() => {
        const change = ledger.open({ key: 'import.order-lines', values: {} }, ['import', 'account'])
        for (const number of new Set(lines.map((line) => line.account))) {
          const id = accountId(number)
          if (keyIn('party', id) > 0) continue
          change.setAll('party', id, { kind: 'company', number, name: number })
          change.set('party_role', stableId('party-role', id, 'customer'), 'core', {
            partyId: id,
            role: 'customer',
          })
        }
        for (const name of new Set(lines.flatMap(({ category }) => (category ? [category] : [])))) {
          const category = stableId('category', name)
          const product = stableId('product', name)
          if (keyIn('product', product) > 0) continue
          change.set('category', category, 'name', name)
          change.setAll('product', product, { code: name, name, category })
          noteCounted(sqlite, [keyIn('product', product)])
        }
        const batchId = randomUUID()
        change.setAll('fact_batch', batchId, {
          core: {
            kind: 'order-lines',
            fileName: 'orders.csv',
            sha256: null,
            rowCount: lines.length,
            importedAt: new Date(NOW).toISOString(),
            author: 'Lin',
          },
          state: { withdrawn: false },
        })
        const book = openOrderBook(database)
        const writer = createOrderLineWriter(database, {
          batchKey: keyIn('fact_batch', batchId),
          book,
          columns: new Set(OPTIONAL_COLUMNS),
        })
        const known = new Map<string, number>()
        const keyOnce = (table: string, id: Id) => {
          const key = known.get(id) ?? keyIn(table, id)
          known.set(id, key)
          return key
        }
        const idOnce = new Map(
          [...new Set(lines.map((line) => line.account))].map((number) => [number, accountId(number)]),
        )
        for (const { account, order, orderedOn, amount, cost, category, discountPercent } of lines) {
          const accountKey = keyOnce('party', idOnce.get(account) ?? '')
          const scaled = Math.round(amount * 10_000)
          const scaledCost = cost === undefined ? null : Math.round(cost * 10_000)
          writer.write({
            accountKey,
            orderKey: book.keyOf(accountKey, order),
            orderNumber: order,
            productKey: category ? keyOnce('product', stableId('product', category)) : null,
            categoryKey: category ? keyOnce('category', stableId('category', category)) : 0,
            orderedOn,
            quantity: null,
            unitPrice: null,
            amount: scaled,
            currency: 'CNY',
            baseAmount: scaled,
            cost: scaledCost,
            baseCost: scaledCost,
            discountPercent: discountPercent === undefined ? null : Math.round(discountPercent * 10_000),
            channel: null,
            isReturn: scaled < 0,
            isSale: scaled > 0,
          })
        }
        const { sha256 } = writer.finish()
        sqlite.prepare('UPDATE fact_batch SET sha256 = ? WHERE id = ?').run(sha256, idToBlob(batchId))
        if (adoptModel) adoptStarterModelIfNone(database, change, { author: 'Lin', now: NOW })
        return change.finish().id
      })
    },
    setAsOf(day) {
      ledger.change({ key: 'settings.revise', values: {} }, ['settings'], (writer) => {
        writer.set('setting', WORKSPACE_SETTING_ID, 'asOf', day)
      })
    },
    standings() {
      const rows = sqlite
        .prepare<[], Record<string, unknown> & { number: string }>(
          'SELECT party.number, standing.* FROM account_standing AS standing JOIN party ON party.key = account_key',
        )
        .all()
      return new Map(rows.map(({ number, account_key: _key, ...row }) => [number, row]))
    },
    clear() {
      sqlite.pragma('foreign_keys = OFF')
      const names = sqlite
        .prepare<[], string>(
          "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'party_search%' AND name NOT LIKE 'sqlite%'",
        )
        .pluck()
        .all()
      sqlite.exec(`BEGIN; ${names.map((name) => `DELETE FROM ${name};`).join(' ')} COMMIT;
        INSERT INTO party_search (party_search) VALUES ('delete-all');
        DROP TABLE IF EXISTS temp.counted_category`)
      sqlite.pragma('foreign_keys = ON')
      begin()
    },
  }
}
