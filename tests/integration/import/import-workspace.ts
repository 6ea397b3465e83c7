import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { MainstayError } from '#shared/contract/call-result.ts'
import { type ImportCheck, type ImportReceipt, importRequest } from '#shared/contract/import.ts'
import type { ReadSettings } from '#shared/domain/import.ts'
import type { ImportMapping } from '#shared/domain/import-field.ts'
import type { ImportKind } from '#shared/domain/import-kind.ts'
import type { CommandContext, JobControl } from '../../../src/main/application/ports.ts'
import { dumpWorkspace } from '../../../src/main/database/dump.ts'
import { currencyRateId } from '../../../src/main/domains/currency/currency-repository.ts'
import { checkImport } from '../../../src/main/domains/import/check-import.ts'
import { commitImport } from '../../../src/main/domains/import/commit-import.ts'
import { checkRecords, commitRecords } from '../../../src/main/domains/import/commit-records.ts'
import { planImport } from '../../../src/main/domains/import/import-plan.ts'
import { planRecords } from '../../../src/main/domains/import/record-plan.ts'
import { applyInvoiceBatches } from '../../../src/main/domains/invoice/invoice-batches.ts'
import { restateInvoices } from '../../../src/main/domains/invoice/restate-invoices.ts'
import { applyBatchState } from '../../../src/main/domains/order/order-batches.ts'
import { recategoriseProducts, restateCurrency } from '../../../src/main/domains/order/rebuild-aggregates.ts'
import { createLedger } from '../../../src/main/ledger/create-ledger.ts'
import { WORKSPACE_SETTING_ID } from '../../../src/main/ledger/create-workspace-file.ts'
import type { Ledger, MaterialisedChange } from '../../../src/main/ledger/ledger.ts'
import { createTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

export interface FileRequest {
  /** Order lines where it is left out. */
  kind?: ImportKind
  mapping: ImportMapping
  settings?: ReadSettings
  currency?: string
  unitFactors?: Record<string, number>
  language?: 'en' | 'zh-CN' | 'zh-TW'
}

export interface ImportWorkspace extends TestWorkspace {
  context: CommandContext
  ledger: Ledger
  /** Writes text to a file of the test's own folder. */
  fileOf(name: string, content: string | Uint8Array): string
  check(path: string, request: FileRequest): Promise<ImportCheck>
  commit(
    path: string,
    request: FileRequest,
    control?: JobControl,
    as?: CommandContext,
  ): Promise<ImportReceipt>
  /** Where the last import's file of rejected rows is, or would be. */
  rejectedPath(): string
  setRate(currency: string, budgetRate: number): void
  /** What the workspace shows, as text lines. */
  dump(): string[]
  sum(sql: string): number
}

const NOW = Date.UTC(2026, 10, 21, 9, 0, 0)

/** An empty workspace with its log, in which effects on facts run as they do in the application. */
export function createImportWorkspace(baseCurrency = 'GBP'): ImportWorkspace {
  const workspace = createTestWorkspace()
  const { database } = workspace
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-import-'))
  let downloads = 0

  const rowsOf = (changes: readonly MaterialisedChange[], table: string, register?: string) => [
    ...new Set(
      changes
        .filter((change) => change.table === table && (!register || change.register === register))
        .map(({ rowId }) => rowId),
    ),
  ]
  const ledger = createLedger(database, {
    author: () => 'Test Author',
    now: () => NOW,
    randomBytes,
    afterChange(changes) {
      applyBatchState(database, rowsOf(changes, 'fact_batch'))
      recategoriseProducts(database, rowsOf(changes, 'product', 'category'))
      restateCurrency(database, rowsOf(changes, 'currency_rate'))
      applyInvoiceBatches(database, rowsOf(changes, 'fact_batch'))
      restateInvoices(database, rowsOf(changes, 'currency_rate'))
    },
  })
  const refuse = (): never => {
    throw new MainstayError('busy', 'Jobs are started by the test itself.')
  }
  const context: CommandContext = {
    database,
    ledger,
    author: 'Test Author',
    files: {
      pathOf: (token) => ({ path: token, name: basename(token) }),
      scratchFolder: folder,
      prepareDownload(name) {
        downloads += 1
        const path = join(folder, `download-${downloads}`)
        return { path, finish: () => ({ token: path, name, bytes: statSync(path).size }) }
      },
    },
    startJob: refuse,
    changed: () => {},
    now: () => NOW,
  }
  const idle: JobControl = { checkpoint: async () => {} }
  const requestOf = (path: string, { settings = {}, kind = 'order-lines', ...request }: FileRequest) =>
    importRequest.parse({ ...request, settings, fileToken: path, kind })

  ledger.change({ key: 'settings.revise', values: {} }, ['settings'], (writer) => {
    writer.set('setting', WORKSPACE_SETTING_ID, 'baseCurrency', baseCurrency)
  })

  return {
    ...workspace,
    context,
    ledger,
    fileOf(name, content) {
      const path = join(folder, name)
      writeFileSync(path, content)
      return path
    },
    async check(path, given) {
      const request = requestOf(path, given)
      const { kind } = request
      return kind === 'order-lines'
        ? checkImport(database, await planImport(context, request), idle)
        : checkRecords(database, await planRecords(context, kind, request), idle)
    },
    async commit(path, given, control = idle, as = context) {
      const request = requestOf(path, given)
      const { kind } = request
      return kind === 'order-lines'
        ? commitImport(as, await planImport(context, request), control)
        : commitRecords(as, await planRecords(context, kind, request), control)
    },
    rejectedPath: () => join(folder, `download-${downloads}`),
    setRate(currency, budgetRate) {
      ledger.change({ key: 'currency.setRate', values: {} }, ['currency'], (writer) => {
        writer.set('currency_rate', currencyRateId(currency), 'rate', { currency, budgetRate })
      })
    },
    dump: () => dumpWorkspace(database, { lines: true }).lines,
    sum: (sql) => database.sqlite.prepare<[], number>(sql).pluck().get() ?? 0,
    close() {
      workspace.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
