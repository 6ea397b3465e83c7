import { describe, expect, it } from 'vitest'
import { coreName } from '../../../src/main/ledger/core-name.ts'
import { pinyinOf } from '../../../src/main/ledger/pinyin.ts'

describe('the core of a company name', () => {
  it.each([
    ['东澜传动股份有限公司', '东澜传动'],
    ['东澜传动（集团）有限责任公司', '东澜传动'],
    ['東瀾傳動有限公司上海分公司', '東瀾傳動上海'],
    ['ＡＢＣ　Ｃｏ．，Ｌｔｄ．', 'abc'],
    ['Müller Maschinenbau GmbH & Co. KG', 'mullermaschinenbau'],
    ['Fiat S.p.A.', 'fiat'],
    ['株式会社ソニー', 'ソニー'],
    ['Sony K.K.', 'sony'],
    ['Novo Nordisk A/S', 'novonordisk'],
    ['Acme, Inc.', 'acme'],
    ['삼성전자', '삼성전자'],
  ])('of %s is %s', (name, core) => {
    expect(coreName(name)).toBe(core)
  })

  it('is the same however the name is written', () => {
    expect(coreName('ACME  Limited')).toBe(coreName('Acme Co., Ltd'))
    expect(coreName('华为技术 有限公司')).toBe(coreName('华为技术（有限公司）'))
  })

  it('is not empty for a name that is only a legal form, so that such names do not all look alike', () => {
    expect(coreName('集团公司')).toBe('集团公司')
    expect(coreName('Company')).toBe('company')
    expect(coreName('')).toBe('')
    expect(coreName('!!!')).toBe('')
  })
})

describe('the pinyin of a name', () => {
  it('runs together as it is typed, letters and digits kept', () => {
    expect(pinyinOf('东澜传动ABC')).toEqual({ full: 'donglanchuandongabc', initials: 'dlcdabc' })
    expect(pinyinOf('3M 中国')).toEqual({ full: '3mzhongguo', initials: '3mzg' })
  })

  it('reads a character by its word, and the surname of a person as a surname', () => {
    expect(pinyinOf('重庆银行').full).toBe('chongqingyinhang')
    expect(pinyinOf('单雄信').full).toBe('shanxiongxin')
    expect(pinyinOf('吕布').full).toBe('lvbu')
  })

  it('is empty where there is no Chinese, so that Latin names are not found twice', () => {
    expect(pinyinOf('Acme GmbH')).toEqual({ full: '', initials: '' })
    expect(pinyinOf('')).toEqual({ full: '', initials: '' })
  })
})
