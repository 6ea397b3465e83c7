import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { createRowSplitter } from '../../../src/main/interchange/split-rows.ts'

const cell = fc.oneof(
  fc.constantFrom('', 'a', '1,5', 'say "hi"', 'two\nlines', ' padded ', '恒岳', '""', ',', '\n', 'x"y'),
  fc.string({ maxLength: 8 }).map((text) => text.replaceAll('\r', '')),
)
const isBlank = (cells: readonly string[]): boolean => cells.every((content) => content.trim() === '')
const someRows = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { maxLength: 12 })

/** Cuts text into blocks that end after a line end, as the block reader does, at the lines chosen. */
function blocksOf(text: string, isCut: (line: number) => boolean): string[] {
  const blocks: string[] = []
  let block = ''
  text.split(/(?<=\n)/).forEach((line, at) => {
    block += line
    if (isCut(at)) {
      blocks.push(block)
      block = ''
    }
  })
  return block === '' ? blocks : [...blocks, block]
}

function splitText(blocks: readonly string[]) {
  const splitter = createRowSplitter(',', '\n')
  const parts = blocks.map((text, at) =>
    splitter.push({
      text,
      hasBadBytes: false,
      isOverlong: false,
      isLast: at === blocks.length - 1 && !text.endsWith('\n'),
      bytesRead: 0,
    }),
  )
  return [...parts, splitter.finish()]
}

describe('rows of well-formed text', () => {
  it('are the rows that were written, wherever the blocks are cut', () => {
    fc.assert(
      fc.property(
        someRows,
        fc.integer({ min: 1, max: 7 }),
        fc.boolean(),
        fc.boolean(),
        (rows, step, isEnded, isCrLf) => {
          const newline = isCrLf ? '\r\n' : '\n'
          const text =
            Papa.unparse(rows, { newline, quotes: false }) + (isEnded && rows.length > 0 ? newline : '')
          const parts = splitText(blocksOf(text, (line) => line % step === 0))
          expect(parts.flatMap(({ faults }) => faults)).toEqual([])
          expect(parts.flatMap((part) => part.rows)).toEqual(rows.filter((cells) => !isBlank(cells)))
        },
      ),
      { numRuns: 2_000 },
    )
  })
  it('carry the numbers a spreadsheet gives them', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const parts = splitText(blocksOf(Papa.unparse(rows, { newline: '\n' }), (line) => line % 3 === 0))
        const numbers = rows.flatMap((cells, at) => (isBlank(cells) ? [] : [at + 1]))
        expect(parts.flatMap(({ rowNumbers }) => rowNumbers)).toEqual(numbers)
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('an unclosed quote', () => {
  it('costs its own row and no other, wherever it stands and wherever the blocks are cut', () => {
    const plain = fc.constantFrom('a', '1', 'x y', '恒岳', '"q"', '"q, r"')
    fc.assert(
      fc.property(
        fc.array(fc.array(plain, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 30 }),
        fc.nat(),
        fc.integer({ min: 0, max: 2 }),
        fc.integer({ min: 1, max: 9 }),
        (rows, place, column, step) => {
          const at = place % rows.length
          const lines = rows.map((cells, index) =>
            cells.map((text, position) => (index === at && position === column ? '"open' : text)).join(','),
          )
          const parts = splitText(blocksOf(`${lines.join('\n')}\n`, (line) => line % step === 0))
          const faults = parts.flatMap((part) => part.faults)
          expect(faults).toMatchObject([{ row: at + 1, column, code: 'unclosed-quote' }])
          expect(parts.flatMap((part) => part.rows)).toHaveLength(rows.length - 1)
        },
      ),
      { numRuns: 1_000 },
    )
  })
  it('before half a megabyte without a quote is given up in time, and the rest is read', () => {
    const rest = Array.from({ length: 40_000 }, (_, at) => `${at},plain text,1\n`)
    const parts = splitText(['h,i,j\n', '1,"open,2\n', ...rest])
    expect(parts.flatMap(({ faults }) => faults)).toMatchObject([{ row: 2, code: 'unclosed-quote' }])
    expect(parts.flatMap(({ rows }) => rows)).toHaveLength(40_001)
  })
})
