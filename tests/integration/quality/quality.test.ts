import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { QUALITY_PARTS } from '#shared/domain/sales-quality.ts'
import { startApplication, type TestApplication } from '../../support/application.ts'

let test: TestApplication
beforeAll(async () => {
  test = await startApplication()
  await test.ask('workspace.openSample', {})
})
afterAll(() => test.close())

const list = (kind: 'all' | 'weak' | 'signs') =>
  test.ask('quality.list', {
    kind,
    sort: { field: 'scorePercent', descending: false },
    offset: 0,
    limit: 1000,
  })

describe('sales quality of the sample', () => {
  it('knows discount, returns, price and pattern of every trading account, with volumes that add up', async () => {
    const portfolio = await test.ask('quality.portfolio', {})
    const overview = await test.ask('portfolio.overview', {})
    const { rows, total } = await list('all')
    expect(total).toBe(portfolio?.accountCount)
    expect(rows.reduce((sum, { netSales }) => sum + netSales, 0)).toBe(overview?.netSales)
    for (const { scorePercent, parts } of rows) {
      expect(scorePercent).toBeGreaterThanOrEqual(0)
      expect(scorePercent).toBeLessThanOrEqual(100)
      for (const part of QUALITY_PARTS) expect(Number.isFinite(parts[part].value ?? 0)).toBe(true)
    }
    expect(portfolio?.scorePercent).toBeGreaterThan(60)
    expect(portfolio?.listPercent).toBe(100)
  })

  it('counts as weak exactly who scores under 60', async () => {
    const portfolio = await test.ask('quality.portfolio', {})
    const weak = await list('weak')
    expect(weak.total).toBe(portfolio?.weak.count)
    expect(weak.rows.every(({ scorePercent }) => (scorePercent ?? 100) < 60)).toBe(true)
  })

  it('shows each sign with its own order line', async () => {
    const { rows } = await list('signs')
    expect(rows.length).toBeGreaterThan(1)
    for (const { id, signCount } of rows) {
      const { signs, from, to } = await test.ask('quality.account', { id })
      expect(signs).toHaveLength(signCount)
      const lines = await test.ask('account.listLines', {
        id,
        ...(from ? { from } : {}),
        ...(to ? { to } : {}),
        offset: 0,
        limit: 1000,
      })
      for (const sign of signs) {
        const line = lines.rows.find(
          ({ orderNumber, baseAmount }) => orderNumber === sign.orderNumber && baseAmount === sign.amount,
        )
        expect(line?.productCode).toBe(sign.productCode)
      }
    }
  })

  it('says nothing of an account that never traded, and refuses one that is not there', async () => {
    const { rows } = await test.ask('account.list', {
      filter: { trading: false },
      sort: [],
      offset: 0,
      limit: 1,
    })
    expect(await test.ask('quality.account', { id: rows[0]?.id ?? '' })).toMatchObject({
      row: null,
      signs: [],
    })
    const missing = await test.refuse('quality.account', { id: '00000000-0000-4000-8000-000000000000' })
    expect(missing.code).toBe('not-found')
  })
})
