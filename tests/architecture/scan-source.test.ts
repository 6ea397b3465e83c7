import { describe, expect, it } from 'vitest'
import { scanSource } from './scan-source.ts'

const scan = (text: string, path = 'src/a.tsx') => scanSource({ path, text })
const imported = (text: string, path?: string) =>
  scan(text, path).imports.map(({ line, specifier }) => `${line} ${specifier}`)

describe('scanSource', () => {
  it('sees every way to name a module', () => {
    const text = `import a from './a.ts'
import type { B } from './b.ts'
import './c.css'
export { d } from './d.ts'
export type { E } from './e.ts'
export * from './f.ts'
const g = () => import('./g.tsx')
type H = import('./h.ts').H
const i = await import(\`./i.ts\`)
const j = require('./j.cjs')
const Page = lazy(async () => ({ default: (await import('./k.tsx')).Page }))`
    expect(imported(text)).toEqual([
      '1 ./a.ts',
      '2 ./b.ts',
      '3 ./c.css',
      '4 ./d.ts',
      '5 ./e.ts',
      '6 ./f.ts',
      '7 ./g.tsx',
      '8 ./h.ts',
      '9 ./i.ts',
      '10 ./j.cjs',
      '11 ./k.tsx',
    ])
  })

  it('sees an import written over several lines, without spaces, or behind a comment', () => {
    const text = `/* why */ import {
  a,
  b,
} from './a.ts'
import{c}from"./c.ts"
import d = require('./d.cts')`
    expect(imported(text, 'src/a.ts')).toEqual(['4 ./a.ts', '5 ./c.ts', '6 ./d.cts'])
  })

  it('tells imports that load a module from those the compiler erases', () => {
    const text = `import type { A } from './a.ts'
import { type B } from './b.ts'
export type { C } from './c.ts'
export { d } from './d.ts'
type E = import('./e.ts').E
import('./f.ts')`
    const types = scan(text).imports.filter(({ isType }) => isType)
    expect(types.map(({ specifier }) => specifier)).toEqual(['./a.ts', './c.ts', './e.ts'])
  })

  it('is not misled by comments, strings, templates and text on screen', () => {
    const text = `// import a from './a.ts'
/* import b from './b.ts' */
const c = "import c from './c.ts'"
const d = \`
import d from './d.ts'\`
const e = <p title="import('./e.ts')">import f from './f.ts'</p>`
    expect(imported(text)).toEqual([])
  })

  it('names default exports in both spellings', () => {
    expect(scan('export default 1').defaultExportLines).toEqual([1])
    expect(scan('const a = 1\nexport { a as default }').defaultExportLines).toEqual([2])
    expect(scan("export { default as a } from './a.ts'").defaultExportLines).toEqual([])
  })

  it('names reads of the clock, chance and the process, not dates made from a value', () => {
    const text = `const a = Date.now()
const b = new Date()
const c = Math['random']()
const d = crypto.randomUUID()
const e = process.env.TZ
const f = new Date(2026, 1, 1)
const g = Date.UTC(2026, 1)
const h = { now: () => 1 }.now()`
    expect(scan(text, 'src/a.ts').impurities.map(({ line, name }) => `${line} ${name}`)).toEqual([
      '1 Date.now',
      '2 new Date()',
      '3 Math.random',
      '4 crypto.randomUUID',
      '5 process.env',
    ])
  })

  it('reports a file it cannot read instead of passing it', () => {
    expect(scan('const = 3', 'src/a.ts').problems).toHaveLength(1)
  })
})
