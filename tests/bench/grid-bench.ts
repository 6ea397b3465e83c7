import { randomBytes } from 'node:crypto'
import { ACCOUNT_SORT_FIELDS, type AccountSortField } from '#shared/contract/account.ts'
import { fieldKeyOf } from '#shared/domain/custom-field.ts'
import { idToBlob } from '../../src/main/database/id-blob.ts'
import { openDatabase } from '../../src/main/database/open-database.ts'
import type { WorkspaceDatabase } from '../../src/main/database/workspace-database.ts'
import { listAccounts } from '../../src/main/domains/account/account-list.ts'
import { customValueId } from '../../src/main/domains/field/custom-values.ts'
import { refreshStanding } from '../../src/main/domains/standing/refresh-standing.ts'
import { createLedger } from '../../src/main/ledger/create-ledger.ts'
import { createWorkspaceFile } from '../../src/main/ledger/create-workspace-file.ts'
import { stableId } from '../../src/main/ledger/stable-id.ts'
import { type BenchRow, ratioRow, seconds } from './bench-table.ts'
import { timeCalls } from './measure.ts'

const ACCOUNTS = 100_000
const PAGE = 100
const WITH_OWN_FIELDS = 20_000
/** Two texts of the firm's own, in which nearly every account has another one. */
const OWN_FIELDS = ['note', 'route'].map((name) => stableId('bench-field', name))
const RUNS = 5
const CITIES = ['济南', '常州', '青岛', '深圳', '杭州', '汕头', '无锡', '沈阳', '太原', '上海']

/** The same sort as bare SQL: the columns the grid reads, one page, no conversion. */
const BARE_COLUMN: Record<AccountSortField, string> = {
  name: 'p.name_pinyin',
  number: 'p.number',
  country: 'p.country',
  city: 'p.city',
  industry: 'p.industry',
  accountManager: 'p.account_manager',
  valueClass: 's.value_class_rank',
  scorePercent: 's.score',
  abc: 's.abc',
  pyramid: 's.pyramid_rank',
  rfmSegment: 's.rfm_segment',
  recencyDays: 's.recency_days',
  orderCount: 's.order_count',
  grossSales: 's.gross',
  returns: 's.returns',
  netSales: 's.net',
  growthPercent: 's.growth',
  marginPercent: 's.margin',
}

function fill(file: string): void {
  createWorkspaceFile(file, { name: 'Grid', baseCurrency: 'CNY' })
  const database = openDatabase(file, { mode: 'writer' })
  const ledger = createLedger(database, {
    author: () => 'Bench',
    now: Date.now,
    randomBytes,
    afterChange: () => {},
  })
  ledger.change({ key: 'import.order-lines', values: {} }, ['account'], (writer) => {
    OWN_FIELDS.forEach((id, position) => {
      writer.set('custom_field', id, 'definition', {
        owner: 'account',
        name: `备注 ${position}`,
        kind: 'text',
        options: [],
        unit: null,
        position,
      })
    })
    for (let index = 0; index < ACCOUNTS; index += 1) {
      const id = stableId('bench-account', String(index))
      writer.set('party', id, 'kind', 'company')
      writer.set('party', id, 'number', `C-${String(index).padStart(6, '0')}`)
      writer.set('party', id, 'name', `客户 ${(index * 7919) % ACCOUNTS}`)
      writer.set('party', id, 'city', CITIES[index % CITIES.length] ?? '')
      writer.set('party_role', stableId('party-role', id, 'customer'), 'core', {
        partyId: id,
        role: 'customer',
      })
      if (index >= WITH_OWN_FIELDS) continue
      OWN_FIELDS.forEach((fieldId, position) => {
        writer.setAll('custom_value', customValueId(id, fieldId), {
          core: { partyId: id, fieldId },
          value: `备注 ${(index * (position === 0 ? 7919 : 31)) % (WITH_OWN_FIELDS / 2)}`,
        })
      })
    }
  })
  refreshStanding(database, 'all')
  // Figures as a trading workspace has them, without the orders behind them.
  database.sqlite.exec(`UPDATE account_standing SET
    net = (account_key * 7919) % 1000003, gross = (account_key * 6007) % 1000003,
    score = ((account_key * 104729) % 10007) / 100.07, growth = ((account_key * 31) % 200) - 100,
    margin = (account_key * 17) % 60, recency_days = (account_key * 13) % 365`)
  database.close()
}

/** A page of the grid sorted by each column at 100,000 accounts against the bare statement; the worst column counts. */
export async function benchGrid(file: string): Promise<BenchRow[]> {
  fill(file)
  const database = openDatabase(file, { mode: 'reader' })
  let worst = { ratio: 0, ours: 0, bare: 0, field: '' }
  for (const field of ACCOUNT_SORT_FIELDS) {
    const statement = database.sqlite.prepare(
      `SELECT p.*, s.* FROM party p LEFT JOIN account_standing s ON s.account_key = p.key
       WHERE p.is_deleted = 0 AND p.kind = 'company' ORDER BY ${BARE_COLUMN[field]} DESC LIMIT ${PAGE} OFFSET 1000`,
    )
    const bare = await timeCalls(RUNS, () => statement.all())
    const ours = await timeCalls(RUNS, () =>
      listAccounts(database, { filter: {}, sort: [{ field, descending: true }], offset: 1000, limit: PAGE }),
    )
    if (ours / bare > worst.ratio) worst = { ratio: ours / bare, ours, bare, field }
  }
  const ownFields = await benchOwnFields(database)
  database.close()
  return [
    ratioRow(
      `grid page of 100,000 accounts, worst column (${worst.field})`,
      worst.ours,
      { name: 'bare SQL', value: worst.bare },
      1.5,
      seconds,
    ),
    ownFields,
  ]
}

/** A first page by two own texts at once; every run asks with another filter, so that none is remembered. */
async function benchOwnFields(database: WorkspaceDatabase): Promise<BenchRow> {
  const [first = '', second = ''] = OWN_FIELDS
  const statement = database.sqlite.prepare(
    `SELECT p.*, s.* FROM party p JOIN account_standing s ON s.account_key = p.key
     LEFT JOIN custom_value a ON a.field_id = ? AND a.party_id = p.id AND a.is_deleted = 0
     LEFT JOIN custom_value b ON b.field_id = ? AND b.party_id = p.id AND b.is_deleted = 0
     WHERE p.is_deleted = 0 AND p.kind = 'company' ORDER BY a.value, b.value LIMIT ${PAGE}`,
  )
  const bare = await timeCalls(RUNS, () => statement.all(idToBlob(first), idToBlob(second)))
  const sort = [first, second].map((id) => ({ field: fieldKeyOf(id), descending: false }))
  let run = 0
  const ours = await timeCalls(RUNS, () => {
    run += 1
    return listAccounts(database, { filter: { minimumNetSales: -run }, sort, offset: 0, limit: PAGE })
  })
  const what = 'grid page of 100,000 accounts by two own text fields'
  return ratioRow(what, ours, { name: 'bare SQL', value: bare }, 2, seconds)
}
