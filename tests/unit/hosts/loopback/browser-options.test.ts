import { expect, it } from 'vitest'
import { parseBrowserOptions } from '../../../../src/main/hosts/loopback/browser-options.ts'

const parse = (...args: string[]) => parseBrowserOptions(args, '/work')

it('opens the browser at a free port when nothing is said', () => {
  expect(parse()).toEqual({
    opensBrowser: true,
    port: 0,
    workspace: undefined,
    isSample: false,
    dataFolder: undefined,
    isHelp: false,
  })
})

it('reads every option, file names relative to the folder the user stands in', () => {
  expect(parse('--no-open', '--port', '4711', '--workspace', 'a/b.mainstay', '--data-folder=../d')).toEqual({
    opensBrowser: false,
    port: 4711,
    workspace: '/work/a/b.mainstay',
    isSample: false,
    dataFolder: '/d',
    isHelp: false,
  })
  expect(parse('--sample', '--help')).toMatchObject({ isSample: true, isHelp: true })
})

it.each([
  [['--port', '0']],
  [['--port', '65536']],
  [['--port', '80a']],
  [['--port', '1e3']],
  [['--port']],
  [['--host', '0.0.0.0']],
  [['stray.mainstay']],
  [['--sample', '--workspace', 'a.mainstay']],
])('%j is refused instead of being guessed at', (args) => {
  expect(() => parse(...args)).toThrow(TypeError)
})
