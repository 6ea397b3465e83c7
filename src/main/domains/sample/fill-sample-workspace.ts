import type { Id } from '#shared/domain/id.ts'
import { AMOUNT_SCALE, amountFromUnits } from '#shared/domain/money.ts'
import type { PartyRole } from '#shared/domain/party.ts'
import type { CommandContext } from '../../application/ports.ts'
import { idToBlob } from '../../database/id-blob.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase, WorkspaceDatabase } from '../../database/workspace-database.ts'
import { WORKSPACE_SETTING_ID } from '../../ledger/create-workspace-file.ts'
import type { ChangeWriter, RegisterValue } from '../../ledger/ledger.ts'
import { stableId } from '../../ledger/stable-id.ts'
import { openOrderBook } from '../order/order-book.ts'
import { createOrderLineWriter } from '../order/order-line-writer.ts'
import { type SampleAccount, sampleAccounts } from './sample-accounts.ts'
import { type Bilingual, SAMPLE_FIRM } from './sample-firm.ts'
import { sampleInvoices } from './sample-invoices.ts'
import { sampleOrders } from './sample-orders.ts'
import { samplePeople, samplePersonKey } from './sample-people.ts'
import { type PricedLine, pricedSampleLines } from './sample-prices.ts'
import { sampleRandom } from './sample-random.ts'
import { writeSampleService } from './sample-service.ts'
import { writeSampleCredit } from './write-sample-credit.ts'
import { writeSampleFactors } from './write-sample-factors.ts'
import { writeSampleFields } from './write-sample-fields.ts'
import { type SampleKeys, writeSampleInvoices } from './write-sample-invoices.ts'
import { writeSampleModels } from './write-sample-models.ts'
import { writeSamplePeriods } from './write-sample-periods.ts'
import { writeSampleWallets } from './write-sample-wallets.ts'

export type SampleLanguage = keyof Bilingual

const YUAN_PER_YI = 100_000_000
const JUDGEMENT_EXPIRES_ON = '2027-03-31'

const idOf = (kind: string, key: string): Id => stableId(`sample-${kind}`, key)

export function isEmptyWorkspace(database: ReadDatabase): boolean {
  return database.get(tables.selectFrom('party').select('key').limit(1)) === undefined
}

/** Fills an empty workspace with the fictional firm: one entry in the history, the same for every run. */
export function fillSampleWorkspace(context: CommandContext, language: SampleLanguage): void {
  const { database, ledger } = context
  const random = sampleRandom(SAMPLE_FIRM.seed)
  const accounts = sampleAccounts(random)
  const lines = pricedSampleLines(sampleOrders(accounts, random), accounts)
  const people = samplePeople(accounts, random)

  database.transaction(() => {
    const change = ledger.open({ key: 'sample.fill', values: { name: SAMPLE_FIRM.company[language] } }, [
      'account',
      'person',
      'product',
      'settings',
      'model',
      'import',
    ])
    change.set('setting', WORKSPACE_SETTING_ID, 'companyName', SAMPLE_FIRM.company[language])
    change.set('setting', WORKSPACE_SETTING_ID, 'asOf', SAMPLE_FIRM.asOf)
    writeProducts(change, language)
    for (const account of accounts) writeAccount(change, account, language)
    writeProspects(change, language)
    for (const one of people) {
      const { person, title, companyNumber } = one
      const id = idOf('person', samplePersonKey(one))
      change.set('party', id, 'kind', 'person')
      change.set('party', id, 'name', person[language])
      const post = idOf('employment', samplePersonKey(one))
      change.set('employment', post, 'core', { personId: id, companyId: idOf('account', companyNumber) })
      change.set('employment', post, 'post', { title: title[language], department: null })
      change.set('employment', post, 'period', { startedOn: null, endedOn: null })
    }
    writeSampleService(change, idOf, accounts, language)
    writeSampleModels(change, idOf, language)
    writeOrders(change, context, lines, language)
    writeSampleWallets(change, lines, language)
    writeSampleFactors(change, people, language)
    const keys: SampleKeys = { language, idOf, keyOf: (table, id) => requiredKey(database, table, id) }
    writeSampleFields(change, accounts, people, keys)
    const payRandom = sampleRandom(SAMPLE_FIRM.seed + 1)
    writeSampleInvoices(change, database, sampleInvoices(accounts, lines, payRandom), keys)
    writeSampleCredit(change, database, accounts, payRandom, keys)
    writeSamplePeriods(change, database, idOf, language)
    change.finish()
    // The sample begins filled: undoing it would leave an empty firm.
    database.run(tables.updateTable('change_group').set({ is_founding: 1 }))
  })
}

function writeRole(change: ChangeWriter, partyId: Id, role: PartyRole): void {
  change.set('party_role', stableId('party-role', partyId, role), 'core', { partyId, role })
}

function writeProducts(change: ChangeWriter, language: SampleLanguage): void {
  for (const category of SAMPLE_FIRM.categories) {
    const categoryId = idOf('category', category.name.en)
    change.set('category', categoryId, 'name', category.name[language])
    for (const [code] of category.products) {
      const id = idOf('product', code)
      change.set('product', id, 'code', code)
      change.set('product', id, 'name', `${category.name[language]} ${code}`)
      change.set('product', id, 'category', categoryId)
    }
  }
}

function judgementOf(level: number, author: string, evidence: Bilingual, language: SampleLanguage) {
  return {
    level,
    evidence: evidence[language],
    author,
    expiresOn: JUDGEMENT_EXPIRES_ON,
  } satisfies RegisterValue
}

const INFLUENCE_EVIDENCE: Record<number, Bilingual> = {
  1: { zh: '区域客户，少有人以它为参照', en: 'Regional customer, rarely a reference for others' },
  2: { zh: '细分市场里有名气', en: 'Known within its niche' },
  3: { zh: '行业协会成员，愿意接待参观', en: 'Member of the trade association, receives visits' },
  4: { zh: '行业前五，同行采购时会打听', en: 'Among the top five, peers ask before they buy' },
  5: { zh: '行业标杆，参与制定标准', en: 'Sets the standard of its industry' },
}
const POTENTIAL_EVIDENCE: Bilingual = {
  zh: '按年用量与扩产计划估算',
  en: 'Estimated from yearly demand and expansion plans',
}

function industryName(key: string, language: SampleLanguage): string | null {
  const names = SAMPLE_FIRM.industries[key]
  return names ? names[language === 'zh' ? 0 : 1] : null
}

function countryName(code: string, language: SampleLanguage): string {
  return new Intl.DisplayNames(language === 'zh' ? 'zh-CN' : 'en', { type: 'region' }).of(code) ?? code
}

function writeAccount(change: ChangeWriter, account: SampleAccount, language: SampleLanguage): void {
  const id = idOf('account', account.number)
  const { detail } = account
  const fields: Record<string, RegisterValue> = {
    kind: 'company',
    number: account.number,
    name: account.name[language],
    city: account.city[language],
    country: countryName(account.country, language),
    industry: industryName(account.industry, language),
    accountManager: account.accountManager,
    customerSince: `${account.customerSince}-01-01`,
    influence: judgementOf(
      account.influence,
      account.accountManager,
      INFLUENCE_EVIDENCE[account.influence] ?? POTENTIAL_EVIDENCE,
      language,
    ),
    ...(detail
      ? {
          headcount: detail.headcount,
          revenue: {
            amount: amountFromUnits(detail.revenueYi * YUAN_PER_YI),
            currency: SAMPLE_FIRM.currency,
            year: 2025,
          },
          strategy: detail.strategy[language],
          growthBottleneck: detail.growthBottleneck[language],
          creditStanding: detail.creditStanding,
          operatingState: detail.operatingState,
          taxId: detail.taxId,
        }
      : {}),
  }
  for (const [register, value] of Object.entries(fields)) change.set('party', id, register, value)
  writeRole(change, id, 'customer')
}

function writeProspects(change: ChangeWriter, language: SampleLanguage): void {
  for (const [index, prospect] of SAMPLE_FIRM.prospects.entries()) {
    const id = idOf('account', prospect.name.en)
    const manager = SAMPLE_FIRM.managers[index % SAMPLE_FIRM.managers.length] ?? ''
    const judged = (level: number) =>
      judgementOf(level, manager, INFLUENCE_EVIDENCE[level] ?? POTENTIAL_EVIDENCE, language)
    change.set('party', id, 'kind', 'company')
    change.set('party', id, 'number', `P-${String(index + 1).padStart(5, '0')}`)
    change.set('party', id, 'name', prospect.name[language])
    change.set('party', id, 'city', prospect.city[language])
    change.set('party', id, 'country', countryName(prospect.country, language))
    change.set('party', id, 'industry', industryName(prospect.industry, language))
    change.set('party', id, 'accountManager', manager)
    change.set('party', id, 'industryInfluence', judged(prospect.industryInfluence))
    change.set(
      'party',
      id,
      'dealPotential',
      judgementOf(prospect.dealPotential, manager, POTENTIAL_EVIDENCE, language),
    )
    writeRole(change, id, 'prospect')
  }
}

function writeOrders(
  change: ChangeWriter,
  { database }: CommandContext,
  lines: readonly PricedLine[],
  language: SampleLanguage,
): void {
  const batchId = idOf('batch', 'orders')
  const keyOf = (table: 'party' | 'product' | 'category' | 'fact_batch', id: Id) =>
    requiredKey(database, table, id)
  // The batch row has to be there before its lines; what it holds is known only after them.
  change.set('fact_batch', batchId, 'state', { withdrawn: false })
  const products = new Map(
    SAMPLE_FIRM.categories.flatMap((category) =>
      category.products.map(([code]) => [
        code,
        {
          productKey: keyOf('product', idOf('product', code)),
          categoryKey: keyOf('category', idOf('category', category.name.en)),
        },
      ]),
    ),
  )
  const accounts = new Map<string, number>()
  const accountKeyOf = (number: string) => {
    const known = accounts.get(number) ?? keyOf('party', idOf('account', number))
    accounts.set(number, known)
    return known
  }
  const book = openOrderBook(database)
  const writer = createOrderLineWriter(database, {
    batchKey: keyOf('fact_batch', batchId),
    book,
    columns: new Set(['product', 'quantity', 'unitPrice', 'cost', 'channel', 'discountPercent']),
  })
  for (const line of lines) {
    const product = products.get(line.productCode)
    if (!product) throw new RangeError(`The sample has no product ${line.productCode}.`)
    const accountKey = accountKeyOf(line.accountNumber)
    writer.write({
      ...product,
      accountKey,
      orderKey: book.keyOf(accountKey, line.orderNumber),
      orderNumber: line.orderNumber,
      orderedOn: line.orderedOn,
      quantity: line.quantity * AMOUNT_SCALE,
      unitPrice: line.unitPrice,
      amount: line.amount,
      baseAmount: line.amount,
      cost: line.cost,
      baseCost: line.cost,
      currency: SAMPLE_FIRM.currency,
      discountPercent: line.discountPercent,
      channel: line.channel[language],
      isReturn: line.amount < 0,
      isSale: line.amount > 0,
    })
  }
  const { sha256, lineCount } = writer.finish()
  change.set('fact_batch', batchId, 'core', {
    kind: 'order-lines',
    fileName: language === 'zh' ? '东澜传动_订单.csv' : 'Donglan_orders.csv',
    sha256,
    rowCount: lineCount,
    importedAt: '2026-10-09T06:32:00.000Z',
    author: SAMPLE_FIRM.managers[0] ?? '',
  })
}

function requiredKey(
  database: WorkspaceDatabase,
  table: 'party' | 'product' | 'category' | 'fact_batch',
  id: Id,
): number {
  const row = database.get(tables.selectFrom(table).select('key').where('id', '=', idToBlob(id)))
  if (!row) throw new RangeError(`The sample's ${table} was not written.`)
  return row.key
}
