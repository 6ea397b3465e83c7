import { describe, expect, it } from 'vitest'
import { SIMPLIFIED_ONLY, TRADITIONAL_ONLY } from './chinese-scripts.ts'
import { type Catalogues, flatten, type Language } from './locale-catalogues.ts'
import { findLocaleDifferences, findLocaleFaults } from './locale-rules.ts'
import { findMissingKeys } from './translation-keys.ts'

const catalogues = (namespaces: Record<string, object>): Catalogues =>
  new Map(Object.entries(namespaces).map(([name, texts]) => [name, new Map(flatten(texts))]))

describe('findLocaleDifferences', () => {
  const differences = (chinese: Record<string, object>, english: Record<string, object>) =>
    findLocaleDifferences(
      new Map<Language, Catalogues>([
        ['zh-CN', catalogues(chinese)],
        ['en', catalogues(english)],
      ]),
    )

  it('names a key that one language lacks, in either direction', () => {
    expect(differences({ a: { x: '一', y: { z: '二' } } }, { a: { x: 'one', w: 'two' } })).toEqual([
      'en/a.json: lacks y.z',
      'en/a.json: w is in it alone',
    ])
  })

  it('names a namespace that one language lacks, in either direction', () => {
    expect(differences({ a: {}, b: {} }, { a: {}, c: {} })).toEqual([
      'en/b.json: is missing',
      'zh-CN/c.json: is missing',
    ])
  })

  it('names a placeholder or tag that differs, whatever its spacing, format or order', () => {
    const chinese = { a: { x: '{{count}} 行，{{ name }}', y: '<b>好</b>', z: '{{- a}}{{b, number}}' } }
    const english = { a: { x: '{{name}}: {{cuont}} rows', y: 'good', z: '{{b}} {{a}}' } }
    expect(differences(chinese, english)).toEqual([
      'en/a.json: x fills in {{cuont}} {{name}} instead of {{count}} {{name}}',
      'en/a.json: y fills in nothing instead of <b>',
    ])
  })

  it('takes the plural forms of a language for one key', () => {
    const english = { a: { rows_one: 'one row', rows_other: '{{count}} rows' } }
    expect(differences({ a: { rows_other: '{{count}} 行' } }, english)).toEqual([])
    expect(differences({ a: { rows: '{{count}} 行' } }, english)).toEqual([])
  })

  it('does not take a key that merely ends like a plural for one', () => {
    expect(differences({ a: { pick_one: '选择' } }, { a: { pick: 'Pick' } })).toHaveLength(2)
  })
})

describe('findLocaleFaults', () => {
  it('names empty texts and values that are no text', () => {
    expect(findLocaleFaults('en', catalogues({ a: { x: ' ', y: 3, z: null } }))).toEqual([
      'en/a.json: x is empty',
      'en/a.json: y is no text',
      'en/a.json: z is no text',
    ])
  })

  it('names an English plural without its form for one', () => {
    expect(findLocaleFaults('en', catalogues({ a: { rows_other: '{{count}} rows' } }))).toEqual([
      'en/a.json: rows_other has no form for one',
    ])
  })

  it('names characters of the other Chinese script', () => {
    expect(findLocaleFaults('zh-CN', catalogues({ a: { x: '大客戶', y: '钻石 黄金' } }))).toEqual([
      'zh-CN/a.json: x holds 戶 of the other script',
    ])
    expect(findLocaleFaults('zh-TW', catalogues({ a: { x: '大客户预警', y: '鑽石 黃金' } }))).toEqual([
      'zh-TW/a.json: x holds 户预 of the other script',
    ])
  })

  it('lets each language name itself in its own script', () => {
    const names = { a: { simplified: '简体中文', traditional: '繁體中文' } }
    expect(findLocaleFaults('zh-CN', catalogues(names))).toEqual([])
    expect(findLocaleFaults('zh-TW', catalogues(names))).toEqual([])
  })

  it('accepts the glossary in its own script', () => {
    const simplified =
      '大客户 客户 主体 个人 公司 客户经理 等级 战略 潜力 一般 问题 得分 权重 锚点 阈值 硬规则 钱包份额 空白机会 信用评级'
    const traditional =
      '大客戶 主體 個人 客戶經理 等級 戰略 潛力 問題 權重 錨點 門檻 硬規則 錢包占比 空白商機 信用評等 採購情境 客戶計畫'
    expect(findLocaleFaults('zh-CN', catalogues({ a: { x: simplified } }))).toEqual([])
    expect(findLocaleFaults('zh-TW', catalogues({ a: { x: traditional } }))).toEqual([])
  })

  it('holds no character for foreign to both scripts', () => {
    expect([...SIMPLIFIED_ONLY].filter((character) => TRADITIONAL_ONLY.has(character))).toEqual([])
  })
})

describe('findMissingKeys', () => {
  const texts = catalogues({
    common: { close: '关闭', rows_other: '{{count}} 行' },
    accounts: { title: '客户', columns: { name: '名称', sales: '销售额' } },
    errors: { busy: { what: '忙', remedy: '稍候' } },
  })
  const missing = (text: string) => findMissingKeys([{ path: 'src/renderer/a.tsx', text }], texts, 'common')

  it('names a text that does not exist, with its line and namespace', () => {
    expect(missing(`const { t } = useTranslation('accounts')\nt('title')\nt('titel')`)).toEqual([
      'src/renderer/a.tsx:3 asks for titel: no such text in accounts',
    ])
  })

  it('does not find a text of another namespace by chance', () => {
    expect(missing(`const { t } = useTranslation('accounts')\nt('close')`)).toHaveLength(1)
    expect(missing(`const { t } = useTranslation()\nt('close')`)).toEqual([])
  })

  it('follows a renamed t, a namespace in the key, in the options and a key prefix', () => {
    const text = `const { t: tAccounts } = useTranslation('accounts')
const { t } = useTranslation()
const { t: tColumn } = useTranslation('accounts', { keyPrefix: 'columns' })
tAccounts('close')
t('accounts:close')
t('close', { ns: 'accounts' })
tColumn('close')
tAccounts('title') + t('accounts:title') + t('title', { ns: 'accounts' }) + tColumn('name')`
    expect(missing(text).map((violation) => violation.split(' asks')[0])).toEqual([
      'src/renderer/a.tsx:4',
      'src/renderer/a.tsx:5',
      'src/renderer/a.tsx:6',
      'src/renderer/a.tsx:7',
    ])
  })

  it('finds a plural by its base', () => {
    expect(missing(`const { t } = useTranslation()\nt('rows', { count: 3 })`)).toEqual([])
  })

  it('wants at least one text for a key put together at run time', () => {
    const use = (namespace: string, key: string) =>
      missing(`const { t } = useTranslation('${namespace}')\nt(\`${key}\`)`)
    expect(use('accounts', `columns.\${id}`)).toEqual([])
    expect(use('accounts', `colums.\${id}`)).toHaveLength(1)
    expect(use('errors', `\${code}.what`)).toEqual([])
    expect(use('errors', `\${code}.why`)).toHaveLength(1)
  })

  it('sees both arms of a choice, keys in JSX and Trans', () => {
    const text = `const { t } = useTranslation('accounts')
const a = <p title={t(isName ? 'columns.name' : 'columns.nam')}>{t('columns.sale')}</p>
const b = <Trans i18nKey="accounts:columns.x" />`
    expect(missing(text)).toHaveLength(3)
  })

  it('searches everywhere for a t handed in by a caller', () => {
    expect(missing(`const label = (t: TFunction) => t('title')`)).toEqual([])
    expect(missing(`const label = (t: TFunction) => t('nowhere')`)).toEqual([
      'src/renderer/a.tsx:1 asks for nowhere: no such text in any namespace',
    ])
  })
})
