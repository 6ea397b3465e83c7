import { rmSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MainstayError } from '#shared/contract/call-result.ts'
import { DELIMITERS, ENCODINGS, type ReadSettings, ROW_ERROR_CODES } from '#shared/domain/import.ts'
import type { CsvFile } from '../../../src/main/interchange/open-csv-file.ts'
import type { OrderLine } from '../../../src/main/interchange/order-line-row.ts'
import { readRows } from '../../../src/main/interchange/read-rows.ts'
import type { RejectedRow } from '../../../src/main/interchange/rejected-row.ts'
import { readWholeFile, type WholeFile } from './read-whole-file.ts'
import { createTemporaryFiles } from './temporary-files.ts'

const files = createTemporaryFiles()
const path = files.path('generated.csv')
const MAPPING = {
  customerName: 'Customer',
  orderNumber: 'Order No',
  orderedOn: 'Date',
  quantity: 'Qty',
  unitPrice: 'Price',
}
const HEADER = 'Customer,Order No,Date,Qty,Price'

const settings = fc.record(
  {
    encoding: fc.constantFrom(...ENCODINGS),
    delimiter: fc.constantFrom(...DELIMITERS),
    headerRow: fc.integer({ min: 1, max: 4 }),
    dateOrder: fc.constantFrom('ymd' as const, 'dmy' as const, 'mdy' as const),
    decimalSign: fc.constantFrom('.' as const, ',' as const),
  },
  { requiredKeys: [] },
)

/** Reads what was written; null where the file as a whole is refused, which must be a typed refusal. */
function readOrRefuse(content: Uint8Array | string, options: Parameters<typeof readWholeFile>[1]) {
  // A new file each time: some file systems flush one that is written over.
  rmSync(path, { force: true })
  writeFileSync(path, content)
  try {
    return readWholeFile(path, options)
  } catch (error) {
    if (error instanceof MainstayError && error.code !== 'internal') return null
    throw error
  }
}

/** Rows with content below the header, counted on the way before any meaning is read. */
function countRows(file: CsvFile): number {
  let count = 0
  for (const batch of readRows(file)) {
    count += batch.rowNumbers.filter((row) => row > file.headerRow).length
    count += batch.faults.filter(({ row }) => row > file.headerRow).length
  }
  return count
}

function expectSound(
  content: Uint8Array | string,
  given: ReadSettings,
  mapping?: typeof MAPPING,
): WholeFile | null {
  const whole = readOrRefuse(content, { settings: given, ...(mapping ? { mapping } : {}) })
  if (!whole) return null
  const { lines, rejected } = whole
  const rows = [...lines, ...rejected].map(({ row }) => row)
  const isLineSound = (line: OrderLine): boolean =>
    Number.isSafeInteger(line.amount) &&
    /^\d{4}-\d\d-\d\d$/.test(line.orderedOn) &&
    line.isReturn === (line.amount < 0 || (line.quantity ?? 0) < 0)
  const hasKnownProblems = ({ problems }: RejectedRow): boolean =>
    problems.length > 0 && problems.every(({ code }) => ROW_ERROR_CODES.includes(code))
  expect({
    rowCount: rows.length,
    distinctRows: new Set(rows).size,
    unsoundLines: lines.filter((line) => !isLineSound(line)),
    unexplained: rejected.filter((row) => !hasKnownProblems(row)),
  }).toEqual({
    rowCount: countRows(whole.file),
    distinctRows: rows.length,
    unsoundLines: [],
    unexplained: [],
  })
  return whole
}

const replacementBytes = [
  Buffer.from([0xef, 0xbf, 0xbd]),
  Buffer.from([0x84, 0x31, 0xa4, 0x37]),
  Buffer.from([0xfd, 0xff]),
  Buffer.from([0xff, 0xfd]),
]

function expectNoSilentReplacement(content: Uint8Array, whole: WholeFile | null): void {
  const bytes = Buffer.from(content)
  if (!whole || replacementBytes.some((mark) => bytes.includes(mark))) return
  expect(JSON.stringify([whole.lines, whole.rejected])).not.toContain('\uFFFD')
}

const cell = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('A', 'S1', '2024-03-05', '05/03/2024', '1', '2.50', '1,5', '-3', ''),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '"',
      '"open',
      'a"b',
      '"a, b"',
      '"a\nb"',
      '""',
      '1.23E+17',
      '=1',
      'NULL',
      '¥5',
      '1万',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
)
const rowText = fc.array(cell, { maxLength: 7 }).map((cells) => cells.join(','))
const fileText = fc
  .tuple(fc.array(rowText, { maxLength: 8 }), fc.constantFrom('\n', '\r\n', '\r', '\n\n'), fc.boolean())
  .map(([rows, lineEnd, isEnded]) => [HEADER, ...rows].join(lineEnd) + (isEnded ? lineEnd : ''))

describe('20,000 generated files', { timeout: 240_000 }, () => {
  it('8,000 of rows like real ones and broken ones: every row is accepted or rejected, with known codes', () => {
    fc.assert(
      fc.property(
        fileText,
        fc.constantFrom({}, { dateOrder: 'dmy' as const }, { decimalSign: ',' as const }),
        (text, given) => {
          expectSound(text, given, MAPPING)
        },
      ),
      { numRuns: 8_000 },
    )
  })
  it('4,000 sound files with a few bytes changed: nothing is replaced silently', () => {
    const sound = Buffer.from(
      `${HEADER}\n恒岳重工,S1,2024-03-05,1,2.50\n"苏州, 迈拓",S2,2024-03-06,-1,"1,200.00"\r\nMüller,S3,2024-03-07,3,1.5\n`,
    )
    const change = fc.tuple(fc.nat({ max: sound.length - 1 }), fc.integer({ min: 0, max: 255 }))
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const bytes = Buffer.from(sound)
        for (const [at, byte] of changes) bytes[at] = byte
        expectNoSilentReplacement(bytes, expectSound(bytes, {}, MAPPING))
      }),
      { numRuns: 4_000 },
    )
  })
  it('4,000 files of any bytes under a header, in any encoding', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), fc.constantFrom(...ENCODINGS), (bytes, encoding) => {
        const content = Buffer.concat([Buffer.from(`${HEADER}\n`), bytes])
        expectNoSilentReplacement(content, expectSound(content, { encoding }, MAPPING))
      }),
      { numRuns: 4_000 },
    )
  })
  it('4,000 files of any text under any settings', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), settings, (text, given) => {
        expectSound(text, given)
      }),
      { numRuns: 4_000 },
    )
  })
})
