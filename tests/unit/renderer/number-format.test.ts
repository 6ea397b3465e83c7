import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountFromUnits } from '#shared/domain/money.ts'
import { createNumberFormat } from '../../../src/renderer/components/number-format.ts'

const chinese = createNumberFormat('zh-CN')
const taiwan = createNumberFormat('zh-TW')
const english = createNumberFormat('en')
const money = (units: number) => amountFromUnits(units)

describe('money', () => {
  it('is written in 万 and 亿 in Chinese, as on the design screens', () => {
    expect(chinese.money(money(642_000_000), 'CNY')).toBe('¥6.42\u00a0亿')
    expect(chinese.money(money(78_600_000), 'CNY')).toBe('¥7,860\u00a0万')
    expect(chinese.money(money(190_000_000), 'CNY')).toBe('¥1.9\u00a0亿')
    expect(chinese.money(money(371_000), 'CNY')).toBe('¥37.1\u00a0万')
    expect(taiwan.money(money(642_000_000), 'CNY')).toContain('6.42\u00a0億')
  })

  it('is written in K, M and B in English', () => {
    expect(english.money(money(642_200_000), 'CNY')).toBe('¥642.2M')
    expect(english.money(money(141_000_000), 'CNY')).toBe('¥141.0M')
    expect(english.money(money(8_911_407.904), 'GBP')).toBe('£8.9M')
    expect(english.money(money(1_250), 'USD')).toBe('$1.3K')
    expect(english.money(money(2_500_000_000), 'USD')).toBe('$2.5B')
  })

  it('keeps cents of small amounts and drops them from round ones', () => {
    expect(english.money(money(12.5), 'USD')).toBe('$12.50')
    expect(english.money(money(12), 'USD')).toBe('$12')
    expect(english.money(0, 'USD')).toBe('$0')
  })

  it('puts the minus sign, not a hyphen, before the currency', () => {
    expect(chinese.money(money(-1_310_000), 'CNY')).toBe('\u2212¥131\u00a0万')
    expect(english.signedMoney(money(49_800_000), 'CNY')).toBe('+¥49.8M')
  })

  it('never shows a sign on what is rounded to zero', () => {
    expect(english.percent(-0.04)).toBe('0.0%')
    expect(english.signedPercent(-0.04)).toBe('±0.0%')
    expect(english.signed(0, 1)).toBe('±0.0')
  })

  it('is exact to the ten-thousandth on hover', () => {
    expect(english.moneyFull(money(8_911_407.904), 'GBP')).toBe('£8,911,407.904')
    expect(english.moneyFull(money(-5), 'GBP')).toBe('\u2212£5.00')
  })

  it('takes up no more digits than a grid column has room for', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(2 ** 53), max: 2 ** 53 }), (amount) => {
        for (const format of [chinese, taiwan, english]) {
          expect(format.money(amount, 'CNY').replace(/[^\d]/g, '').length).toBeLessThanOrEqual(6)
        }
      }),
    )
  })
})

describe('a column in one magnitude', () => {
  it('writes every row in the magnitude of the largest', () => {
    const magnitude = chinese.magnitudeOf(money(78_600_000))
    expect(magnitude.mark).toBe('万')
    expect(chinese.amountIn(money(78_600_000), magnitude)).toBe('7,860')
    expect(chinese.amountIn(money(371_000), magnitude)).toBe('37.1')
    expect(english.magnitudeOf(money(900)).mark).toBe('')
  })
})

describe('bytes', () => {
  it('are written in the unit a file list uses', () => {
    expect(chinese.bytes(0)).toBe('0 B')
    expect(chinese.bytes(4_402_331)).toBe('4.2 MB')
    expect(chinese.bytes(1023)).toBe('1,023 B')
  })
})
