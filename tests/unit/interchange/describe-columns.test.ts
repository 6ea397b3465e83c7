import { expect, it } from 'vitest'
import { describeColumns } from '../../../src/main/interchange/describe-columns.ts'

const describeOne = (cells: readonly string[]) =>
  describeColumns(
    ['column'],
    cells.map((cell) => [cell]),
  )[0]

it.each([
  ['dates', ['2024-03-05', '2024/3/6', '2024年3月7日'], 'date'],
  ['dates whose order is open', ['03/05/2024', '04/06/2024'], 'date'],
  ['compact dates', ['20240305', '20240306'], 'date'],
  ['whole numbers', ['1', '20', '-3'], 'integer'],
  ['numbers with decimals', ['1.5', '20', '1,234.50'], 'number'],
  ['money', ['¥1,200.00', '¥3.50'], 'number'],
  ['numbers whose sign is open', ['1,234', '5,678'], 'number'],
  ['ids with leading noughts', ['00123', '00124'], 'text'],
  ['long numbers', ['91370100000000001', '91370100000000002'], 'text'],
  ['codes', ['C-00012', 'C-00013', 'C-00014'], 'text'],
  ['names', ['恒岳重工集团有限公司', '苏州迈拓自动化'], 'text'],
  ['a few repeated words', ['直销', '经销', '直销', '直销', '经销', '直销'], 'choice'],
  [
    'one slip among many dates',
    [...Array.from({ length: 19 }, (_, at) => `2024-03-${at + 10}`), 'later'],
    'date',
  ],
  ['nothing', ['', ' ', ''], 'empty'],
  ['marks for nothing', ['NULL', '-', '#N/A'], 'empty'],
] as const)('%s', (_, cells, type) => {
  expect(describeOne(cells)?.type).toBe(type)
})

it('a column is described by its first content, its fill and its distinct cells', () => {
  expect(describeOne(['', ' 直销 ', '经销', '直销', '', '', '', '直销'])).toEqual({
    header: 'column',
    type: 'choice',
    sample: '直销',
    filledPercent: 50,
    distinctCount: 2,
  })
})

it('above fifty distinct cells are not counted', () => {
  const cells = Array.from({ length: 200 }, (_, at) => `name ${at}`)
  expect(describeOne(cells)?.distinctCount).toBeNull()
  expect(describeOne(cells.slice(0, 50))?.distinctCount).toBe(50)
})

it('rows that end early count as empty there', () => {
  expect(describeColumns(['a', 'b'], [['1'], ['2', 'x']])[1]).toMatchObject({
    filledPercent: 50,
    sample: 'x',
  })
})

it('a sample does not cut a character in two', () => {
  expect(describeOne(['\u{1f680}'.repeat(100)])?.sample).toBe('\u{1f680}'.repeat(80))
})
