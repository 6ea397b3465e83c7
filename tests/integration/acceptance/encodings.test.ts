import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Encoding } from '#shared/domain/import.ts'
import { startApplication } from '../../support/application.ts'
import { encodeText } from '../../unit/interchange/encode-text.ts'
import { contentLinesOf } from './workspace-content.ts'

/** Characters that Big5 and GB18030 share. */
const COMPANIES = ['金城重工有限公司', '台北精密工業', '東江物流', '文山包裝機械', '王氏電子']
const PRODUCTS = ['減速機', '同步馬達', '控制器']

const orderFile = (): string => {
  const rows = Array.from({ length: 300 }, (_, index) => {
    const company = COMPANIES[index % COMPANIES.length] ?? ''
    const product = PRODUCTS[index % PRODUCTS.length] ?? ''
    const day = `2026年${(index % 9) + 1}月${(index % 28) + 1}日`
    const quantity = index % 17 === 16 ? -1 : (index % 7) + 1
    return `${company},SO-${1000 + Math.floor(index / 3)},${day},${product},${quantity},"1,${200 + index}.50",北區`
  })
  return `客戶名稱,訂單編號,訂單日期,產品名稱,數量,單價,通路\r\n${rows.join('\r\n')}\r\n`
}

interface Version {
  name: string
  encoding: Encoding
  mark: readonly number[]
}

const VERSIONS: readonly Version[] = [
  { name: 'UTF-8', encoding: 'utf-8', mark: [] },
  { name: 'UTF-8 with its mark', encoding: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  { name: 'UTF-16LE with its mark', encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { name: 'UTF-16BE with its mark', encoding: 'utf-16be', mark: [0xfe, 0xff] },
  { name: 'UTF-16LE without a mark', encoding: 'utf-16le', mark: [] },
  { name: 'UTF-16BE without a mark', encoding: 'utf-16be', mark: [] },
  { name: 'GBK', encoding: 'gb18030', mark: [] },
  { name: 'Big5', encoding: 'big5', mark: [] },
]

describe('one Chinese order file in every encoding', () => {
  let folder: string
  let expected: string[]

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mainstay-encodings-'))
    expected = await contentAfterImport({ name: 'Expected', encoding: 'utf-8', mark: [] })
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** Everything the workspace shows after the import, but for the batch's own id and moment. */
  async function contentAfterImport({ name, encoding, mark }: Version): Promise<string[]> {
    const place = join(folder, name)
    mkdirSync(place, { recursive: true })
    const file = join(place, 'orders.csv')
    writeFileSync(file, Buffer.concat([Uint8Array.from(mark), encodeText(orderFile(), encoding)]))
    const test = await startApplication()
    try {
      const workspace = join(place, 'workspace.mainstay')
      const fileToken = test.fileToken(workspace)
      await test.ask('workspace.create', { name: '東澜', baseCurrency: 'CNY', fileToken })
      const inspection = await test.ask('import.inspect', { fileToken: test.fileToken(file), settings: {} })
      expect(inspection.encodings.find(({ isChosen }) => isChosen)?.encoding).toBe(encoding)
      const mapping = Object.fromEntries(
        inspection.columns.flatMap(({ field, header }) => (field === null ? [] : [[field, header]])),
      )
      const receipt = await test.importFile(file, { mapping, settings: {} })
      expect(receipt).toMatchObject({ total: 300, accepted: 300, newAccounts: 5, newProducts: 3 })
      return contentLinesOf(workspace).map((line) =>
        line
          .replace(/^(fact_batch .1,)"X'[0-9A-F]{32}'"/, '$1"id"')
          .replaceAll(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, '"moment"'),
      )
    } finally {
      await test.close()
    }
  }

  it.each(VERSIONS)('$name gives the same workspace', async (version) => {
    expect(await contentAfterImport(version)).toEqual(expected)
  })
})
