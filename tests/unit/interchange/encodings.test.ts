import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ENCODINGS, type Encoding } from '#shared/domain/import.ts'
import { detectEncoding } from '../../../src/main/interchange/detect-encoding.ts'
import { encodeText } from './encode-text.ts'
import { readWholeFile } from './read-whole-file.ts'
import { createTemporaryFiles } from './temporary-files.ts'

const files = createTemporaryFiles()

const SIMPLIFIED = `客户编号,客户名称,单据号,签约日期,产品类别,数量,单价,金额,币种
C-00012,恒岳重工集团有限公司,SO-260906-014,2026-09-06,精密减速机,2,24.30,48.60,CNY
C-00231,苏州迈拓自动化,SO-260907-001,2026年9月7日,直线模组,1,"6,800.50","6,800.50",人民币
C-00087,海川轨道交通装备,SO-260908-002,2026/9/8,备件与服务,-3,1.2万,-3.6万,CNY
`
/** The characters are in Big5 as well as in GB18030. */
const TRADITIONAL = `客戶編號,客戶名稱,單據號,簽約日期,產品類別,數量,單價,金額,幣別
C-00012,恆嶽重工集團有限公司,SO-260906-014,2026-09-06,精密減速機,2,24.30,48.60,TWD
C-00231,蘇州邁拓自動化,SO-260907-001,2026年9月7日,直線模組,1,"6,800.50","6,800.50",新台幣
C-00087,海川軌道交通裝備,SO-260908-002,2026/9/8,備件與服務,-3,1.2萬,-3.6萬,TWD
`
const BYTE_ORDER_MARK = '\uFEFF'

function linesIn(text: string, encoding: Encoding, mark = ''): unknown {
  const path = files.write(encodeText(mark + text, encoding))
  const { file, lines, rejected } = readWholeFile(path)
  expect(rejected).toEqual([])
  expect(file.encoding).toBe(encoding)
  return lines
}

describe('one order file in every encoding', () => {
  const expected = linesIn(SIMPLIFIED, 'utf-8')
  const expectedTraditional = linesIn(TRADITIONAL, 'utf-8')

  it('has the lines it should have', () => {
    expect(expected).toMatchObject([
      {
        customerName: '恒岳重工集团有限公司',
        amount: 486_000,
        orderedOn: '2026-09-06',
        category: '精密减速机',
      },
      { amount: 68_005_000, orderedOn: '2026-09-07', currency: 'CNY' },
      { amount: -360_000_000, unitPrice: 120_000_000, isReturn: true, orderedOn: '2026-09-08' },
    ])
  })
  it.each([
    ['GB18030', 'gb18030', ''],
    ['UTF-16LE with its mark', 'utf-16le', BYTE_ORDER_MARK],
    ['UTF-16LE without', 'utf-16le', ''],
    ['UTF-16BE with its mark', 'utf-16be', BYTE_ORDER_MARK],
    ['UTF-16BE without', 'utf-16be', ''],
    ['UTF-8 with a mark', 'utf-8', BYTE_ORDER_MARK],
  ] as const)('%s reads equal to UTF-8', (_, encoding, mark) => {
    expect(linesIn(SIMPLIFIED, encoding, mark)).toEqual(expected)
  })
  it.each(['big5', 'gb18030', 'utf-16le', 'utf-16be'] as const)(
    'traditional characters in %s read equal to UTF-8',
    (encoding) => {
      expect(linesIn(TRADITIONAL, encoding)).toEqual(expectedTraditional)
    },
  )
  it('reads equal over many blocks of the file', () => {
    const [header = '', ...rows] = SIMPLIFIED.trimEnd().split('\n')
    const long = [header, ...Array.from({ length: 4_000 }, (_, at) => rows[at % 3])].join('\r\n')
    const inUtf8 = linesIn(long, 'utf-8')
    for (const encoding of ['gb18030', 'utf-16le', 'utf-16be'] as const)
      expect(linesIn(long, encoding)).toEqual(inUtf8)
  })
})

describe('which encoding a file is in', () => {
  const shortTexts: readonly (readonly [Encoding, string])[] = [
    ['gb18030', '客户,金额\n张三,1\n'],
    ['gb18030', 'a,b\n1,中\n'],
    ['gb18030', 'Customer,Amount\n北京,1\n'],
    ['gb18030', '客户,城市\n华为,深圳\n比亚迪,深圳\n'],
    ['big5', '客戶,金額\n王小明,1\n'],
    ['big5', '客戶,城市\n鴻海,臺北\n台積電,新竹\n'],
    ['big5', 'Customer,City\n聯發科技,新竹\n'],
    ['windows-1252', 'Kunde,Ort\nMüller,Köln\n'],
    ['windows-1252', 'Client,Montant\nSociété Générale,1 234,50 €\n'],
    ['windows-1252', 'Name,City\nHanna Moos,München\nPericles,México D.F.\n'],
    ['windows-1252', 'a,b\nCafé,1\n'],
    ['windows-1252', 'x,y\n“quoted” – dash,1\n'],
    ['utf-8', 'Kunde,Ort\nMüller,Köln\n'],
    ['utf-8', '客户,金额\n张三,1\n'],
    ['utf-8', 'plain,ascii\n1,2\n'],
  ]
  it.each(shortTexts)('%s: %s', (encoding, text) => {
    const detection = detectEncoding(encodeText(text, encoding))
    expect(detection.encoding).toBe(encoding)
    expect(detection.basis).toBe(encoding === 'utf-8' ? 'valid-utf8' : 'guess')
  })
  it.each([
    ['utf-8', 'bom', BYTE_ORDER_MARK],
    ['utf-16le', 'bom', BYTE_ORDER_MARK],
    ['utf-16be', 'bom', BYTE_ORDER_MARK],
    ['utf-16le', 'pattern', ''],
    ['utf-16be', 'pattern', ''],
  ] as const)('%s by %s', (encoding, basis, mark) => {
    expect(detectEncoding(encodeText(mark + SIMPLIFIED, encoding))).toMatchObject({ encoding, basis })
  })
  it('offers the usual encodings with what each would spoil, and shows a row of data in each', () => {
    const { candidates } = detectEncoding(encodeText(SIMPLIFIED, 'gb18030'))
    expect(candidates.map(({ encoding }) => encoding)).toEqual(['utf-8', 'gb18030', 'big5', 'utf-16le'])
    const [utf8, gb18030] = candidates
    expect(gb18030).toMatchObject({ isChosen: true, basis: 'guess', invalidCount: 0 })
    expect(gb18030?.sample).toContain('恒岳重工集团有限公司')
    expect(utf8?.invalidCount).toBeGreaterThan(50)
    expect(utf8?.sample).toContain('\uFFFD')
    expect(utf8).toMatchObject({ isChosen: false, basis: null })
  })
  it('adds the chosen encoding to the usual ones', () => {
    const { candidates } = detectEncoding(encodeText('Kunde,Ort\nMüller,Köln\n', 'windows-1252'))
    expect(candidates[0]).toMatchObject({ encoding: 'windows-1252', isChosen: true, sample: 'Müller,Köln' })
    expect(candidates).toHaveLength(5)
  })
  it.each(ENCODINGS)('takes the user’s own choice, %s', (encoding) => {
    const detection = detectEncoding(encodeText(SIMPLIFIED, 'gb18030'), encoding)
    expect(detection).toMatchObject({ encoding, basis: 'user' })
    expect(detection.candidates.filter(({ isChosen }) => isChosen)).toHaveLength(1)
  })
  it('finds the names below a long start in plain ASCII', () => {
    const rows = Array.from(
      { length: 12_000 },
      (_, at) => `C-${at},Plain Name Ltd,SO-${at},2024-03-05,1\n`,
    ).join('')
    const text = `Customer No,Customer,Order No,Date,Amount\n${rows}C-X,恒岳重工集团有限公司,SO-X,2024-03-05,1\n`
    const { file, lines } = readWholeFile(files.write(encodeText(text, 'gb18030')))
    expect(file.encoding).toBe('gb18030')
    expect(lines.at(-1)?.customerName).toBe('恒岳重工集团有限公司')
  })
  it('takes an ASCII file in UTF-16 for what it is, however long', () => {
    const rows = Array.from({ length: 12_000 }, (_, at) => `C-${at},Plain,SO-${at},2024-03-05,1\n`).join('')
    const text = `Customer No,Customer,Order No,Date,Amount\n${rows}`
    for (const encoding of ['utf-16le', 'utf-16be'] as const) {
      expect(readWholeFile(files.write(encodeText(text, encoding))).lines).toHaveLength(12_000)
    }
  })
  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const { candidates, encoding } = detectEncoding(bytes)
        expect(candidates.find(({ isChosen }) => isChosen)?.encoding).toBe(encoding)
        for (const { invalidCount } of candidates) expect(invalidCount).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 2_000 },
    )
  })
})
