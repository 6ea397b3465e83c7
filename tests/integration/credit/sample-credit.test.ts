import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CreditListRow } from '#shared/contract/credit.ts'
import { startApplication, type TestApplication } from '../../support/application.ts'

const PAGE = { offset: 0, limit: 1000 }

describe('credit in the sample', () => {
  let test: TestApplication
  let rows: CreditListRow[]

  beforeAll(async () => {
    test = await startApplication()
    await test.ask('workspace.openSample', {})
    rows = (await test.ask('credit.list', PAGE)).rows
  })
  afterAll(() => test.close())

  it('the twenty largest accounts are rated, some of them again due', () => {
    const largest = rows.filter(({ grade }) => grade !== null && grade !== 'C')
    expect(largest).toHaveLength(20)
    expect(new Set(largest.map(({ quarter }) => quarter))).toEqual(new Set(['2026-Q2', '2026-Q3']))
    expect(rows.find(({ name }) => name === '恒岳重工集团')).toMatchObject({ grade: 'AA', isDue: false })
  })

  it('late payment alone makes a Problem account, and the ones in the pictures pay well enough', async () => {
    const problems = rows.filter(({ valueClass }) => valueClass === 'problem')
    const explained = await Promise.all(
      problems.map(({ accountId }) => test.ask('account.explain', { id: accountId })),
    )
    const rules = explained.map(({ problemRules }) => problemRules)
    expect(rules.filter((fired) => fired.includes('late-payment'))).not.toHaveLength(0)
    expect(rules.filter((fired) => fired.includes('low-collection'))).not.toHaveLength(0)
    expect(rules.filter((fired) => fired.includes('overdue-share'))).not.toHaveLength(0)
    // Thirteen lose money; payment adds three.
    expect(problems).toHaveLength(16)
  })

  it('every account has bills for three years, and open ones add up to what the portfolio shows', async () => {
    const portfolio = await test.ask('invoice.portfolio', {})
    expect(portfolio.accountCount).toBe(186)
    expect(rows.reduce((sum, { open }) => sum + open, 0)).toBe(portfolio.open)
    const [first] = rows
    const { rows: bills } = await test.ask('invoice.listByAccount', {
      accountId: first?.accountId ?? '',
      ...PAGE,
    })
    expect(bills.at(-1)?.issuedOn.slice(0, 4)).toBe('2023')
  })

  it('a finished rating is what its sheet still says', async () => {
    for (const { accountId } of rows.filter(({ grade }) => grade !== null).slice(0, 5)) {
      const sheet = await test.ask('credit.sheet', { accountId })
      if (sheet.decision) expect(sheet.hasChangedSince).toBe(false)
    }
  })
})
