import { type ESTree, parseSync, Visitor } from 'vite'
import type { SourceFile } from './source-file.ts'

export interface Import {
  line: number
  specifier: string
  /** Erased by the compiler: nothing of the module is loaded. */
  isType: boolean
}

export interface ScannedSource {
  path: string
  /** Every module the file names: import, export from, import(), import type, require. */
  imports: Import[]
  defaultExportLines: number[]
  /** Reads of the clock, of randomness and of the process, as written. */
  impurities: { line: number; name: string }[]
  /** What the parser could not read. */
  problems: string[]
}

const IMPURE_MEMBERS = new Set(['Date.now', 'Math.random', 'performance.now', 'performance.timeOrigin'])
const IMPURE_OBJECTS = new Set(['crypto', 'process'])

/** Gives the 1-based line of an offset. */
export function lineCounter(text: string): (offset: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => starts.findLastIndex((start) => start <= offset) + 1
}

/** The text of a string literal or of a template without expressions. */
export function literalText(node: ESTree.Node | null | undefined): string | undefined {
  if (node?.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0) {
    return node.quasis[0]?.value.cooked ?? undefined
  }
  return undefined
}

function memberName(node: ESTree.MemberExpression): string | undefined {
  if (node.object.type !== 'Identifier') return undefined
  if (!node.computed && node.property.type === 'Identifier')
    return `${node.object.name}.${node.property.name}`
  const property = node.computed ? literalText(node.property) : undefined
  return property === undefined ? undefined : `${node.object.name}.${property}`
}

/** Reads a TypeScript file with the bundler's own parser, so that comments and strings never mislead. */
export function scanSource({ path, text }: SourceFile): ScannedSource {
  const { program, errors } = parseSync(path, text)
  const lineOf = lineCounter(text)
  const imports: Import[] = []
  const defaultExportLines: number[] = []
  const impurities: ScannedSource['impurities'] = []
  const addImport = (node: ESTree.Node | null | undefined, isType = false) => {
    const specifier = literalText(node)
    if (node && specifier !== undefined) imports.push({ line: lineOf(node.start), specifier, isType })
  }
  const addImpurity = (node: ESTree.Node, name: string) => impurities.push({ line: lineOf(node.start), name })

  new Visitor({
    ImportDeclaration: (node) => addImport(node.source, node.importKind === 'type'),
    ExportAllDeclaration: (node) => addImport(node.source, node.exportKind === 'type'),
    ExportNamedDeclaration: (node) => {
      addImport(node.source, node.exportKind === 'type')
      for (const { exported } of node.specifiers) {
        const name = exported.type === 'Literal' ? exported.value : exported.name
        if (name === 'default') defaultExportLines.push(lineOf(node.start))
      }
    },
    ExportDefaultDeclaration: (node) => {
      defaultExportLines.push(lineOf(node.start))
    },
    ImportExpression: (node) => addImport(node.source),
    TSImportType: (node) => addImport(node.source, true),
    TSExternalModuleReference: (node) => addImport(node.expression),
    CallExpression: (node) => {
      if (node.callee.type !== 'Identifier') return
      if (node.callee.name === 'require') addImport(node.arguments[0])
      if (node.callee.name === 'Date') addImpurity(node, 'Date()')
    },
    NewExpression: (node) => {
      const isClock =
        node.callee.type === 'Identifier' && node.callee.name === 'Date' && node.arguments.length === 0
      if (isClock) addImpurity(node, 'new Date()')
    },
    MemberExpression: (node) => {
      const name = memberName(node)
      if (name === undefined) return
      const [object = ''] = name.split('.')
      if (IMPURE_MEMBERS.has(name) || IMPURE_OBJECTS.has(object)) addImpurity(node, name)
    },
  }).visit(program)

  const problems = errors.map((error) => error.message)
  return { path, imports, defaultExportLines, impurities, problems }
}
