import { expect, it } from 'vitest'
import { readStartArguments } from '../../../../src/main/hosts/electron/start-arguments.ts'

it.each<[readonly string[], string | undefined]>([
  [['.'], undefined],
  [['firm.mainstay'], '/desk/firm.mainstay'],
  [['--allow-file-access-from-files', '/a/b.MAINSTAY'], '/a/b.MAINSTAY'],
  [['--original-process-start-time=1', '--enable-features=x', '客户 一.mainstay'], '/desk/客户 一.mainstay'],
  [['--workspace', 'w'], '/desk/w'],
  [['--workspace=/a/w.mainstay', 'other.mainstay'], '/a/w.mainstay'],
  [['--workspace'], undefined],
  [['orders.csv'], undefined],
  [['--user-data-dir=x.mainstay'], undefined],
])('%j opens %s', (args, workspace) => {
  expect(readStartArguments(args, '/desk')).toEqual({ workspace, isSample: false })
})

it('--sample asks for the sample', () => {
  expect(readStartArguments(['.', '--sample'], '/desk').isSample).toBe(true)
})
