import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OutputOf } from '#shared/contract/contract.ts'
import { startApplication, type TestApplication } from '../../support/application.ts'

describe('purchase factors of the sample', () => {
  let test: TestApplication
  let portfolio: OutputOf<'factor.portfolio'>

  beforeAll(async () => {
    test = await startApplication()
    await test.ask('workspace.openSample', {})
    portfolio = await test.ask('factor.portfolio', {})
  })
  afterAll(() => test.close())

  it('has judged accounts for every advice, and one whose judges contradict each other', () => {
    const { rows } = portfolio
    expect(new Set(rows.map(({ accountId }) => accountId)).size).toBe(13)
    const advised = new Set(rows.flatMap(({ advice }) => advice.map((one) => one.advice)))
    for (const one of ['not-on-price', 'not-on-differentiation', 'lead-with', 'single-judge'] as const) {
      expect(advised).toContain(one)
    }
    const divided = rows.filter(({ advice }) => advice[0]?.advice === 'opinions-differ')
    expect(divided.map(({ account }) => account)).toEqual(['瑞擎机器人'])
    expect(divided[0]?.agreement).toBeLessThan(0.3)
  })

  it('names people of the account as judges, and its own manager where nobody else is known', async () => {
    const accountId = portfolio.rows.find(({ account }) => account === '恒岳重工集团')?.accountId ?? ''
    const { scenarios } = await test.ask('factor.account', { accountId })
    const judges = scenarios.flatMap(({ judgements }) => judgements)
    expect(
      judges
        .filter(({ personId }) => personId !== null)
        .map(({ judgeName }) => judgeName)
        .sort(),
    ).toEqual(['吴海波', '周倩', '孙雅琴', '李卫东', '赵立群', '陈立'].sort())
    expect(judges.every(({ judgeName, isConsistent }) => judgeName !== '' && isConsistent)).toBe(true)
  })

  it('holds the reasons of all closed opportunities beside what is said', () => {
    const { closings, weights } = portfolio.derived
    expect(closings).toBe(8)
    expect(weights?.reduce<number>((sum, weight) => sum + (weight ?? 0), 0)).toBeCloseTo(1)
  })
})
