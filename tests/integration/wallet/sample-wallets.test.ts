import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AccountRow } from '#shared/contract/account.ts'
import { startApplication, type TestApplication } from '../../support/application.ts'

/** Picture of the account page: category, our share, the competitor and its share. */
const PICTURED: [
  category: string,
  sharePercent: number,
  competitor: string,
  competitorPercent: number | null,
][] = [
  ['精密减速机', 58, '申川传动', 27],
  ['伺服联轴器', 44, '德贝克', 31],
  ['直线模组', 21, 'Lintec Motion', 52],
  ['备件与服务', 12, '自营', null],
]

describe('wallets and opportunities of the sample', () => {
  let test: TestApplication
  let rows: AccountRow[]

  beforeAll(async () => {
    test = await startApplication()
    await test.ask('workspace.openSample', {})
    rows = (await test.ask('account.list', { filter: {}, sort: [], offset: 0, limit: 1000 })).rows
  })
  afterAll(() => test.close())

  it('the pictured account has the pictured shares, held against the pictured competitors', async () => {
    const accountId = rows.find(({ name }) => name === '恒岳重工集团')?.id ?? ''
    const { categories, total } = await test.ask('wallet.account', { accountId })
    for (const [name, sharePercent, competitor, competitorPercent] of PICTURED) {
      const category = categories.find((each) => each.category === name)
      const share = category?.current.share
      expect(share?.kind === 'share' ? Math.round(share.percent) : share, name).toBe(sharePercent)
      expect(category?.competitors[0], name).toMatchObject({
        name: competitor,
        sharePercent: competitorPercent,
      })
      expect(category?.current.isCarried, name).toBe(false)
    }
    expect(total.decomposition?.change).toBe(
      (total.decomposition?.customerGrowth ?? 0) + (total.decomposition?.shareChange ?? 0),
    )
  })

  it('spend of about 25 key accounts is known, and no part exceeds its whole', async () => {
    const { bubbles, unknownCount } = await test.ask('wallet.map', {})
    expect(bubbles.length).toBeGreaterThanOrEqual(25)
    expect(bubbles.length + unknownCount).toBe(rows.length)
    expect(bubbles.filter(({ isOver }) => isOver)).toEqual([])
    expect(bubbles.filter(({ openAmount }) => openAmount === null)).toEqual([])
  })

  it('moves no account by its wallet: the pictured classes stay', async () => {
    const explained = await Promise.all(
      rows
        .filter(({ valueClass }) => valueClass === 'potential')
        .map(({ id }) => test.ask('account.explain', { id })),
    )
    expect(explained.filter(({ decidedBy }) => decidedBy === 'potential-wallet')).toEqual([])
  })

  it('has about thirty opportunities, prospects’ and closed ones among them, and white space of every kind', async () => {
    const all = await test.ask('opportunity.list', { filter: {}, offset: 0, limit: 100 })
    expect(all.total).toBeGreaterThanOrEqual(30)
    expect(all.won.count).toBeGreaterThan(2)
    expect(all.lost.count).toBeGreaterThan(2)
    expect(all.rows.filter(({ outcome }) => outcome).every(({ outcome }) => outcome?.reasons.length)).toBe(
      true,
    )
    expect(all.rows.some(({ fromWhiteSpace }) => fromWhiteSpace)).toBe(true)
    const { rows: prospects } = await test.ask('opportunity.listProspects', {})
    expect(prospects.filter(({ openCount }) => openCount > 0).length).toBeGreaterThanOrEqual(4)
    const { counts } = await test.ask('wallet.whiteSpace', { filter: {}, offset: 0, limit: 500 })
    for (const [kind, count] of Object.entries(counts)) expect(count, kind).toBeGreaterThan(0)
  })
})
