import { type ESTree, parseSync, Visitor } from 'vite'
import { type Catalogues, callKey } from './locale-catalogues.ts'
import { lineCounter, literalText } from './scan-source.ts'
import type { SourceFile } from './source-file.ts'

/** A text the renderer asks for; `pattern` stands for a key that is put together at run time. */
interface KeyUse {
  line: number
  written: string
  pattern: RegExp
  /** Empty where the file does not say which, as with a `t` handed in by a caller. */
  namespaces: readonly string[]
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The keys an argument may be: literals, both arms of a choice, a template as a pattern. */
function keysOf(node: ESTree.Node): { written: string; pattern: string }[] {
  const text = literalText(node)
  if (text !== undefined) return [{ written: text, pattern: escaped(text) }]
  switch (node.type) {
    case 'TemplateLiteral': {
      const parts = node.quasis.map((quasi) => quasi.value.cooked ?? '')
      return [{ written: parts.join('…'), pattern: parts.map(escaped).join('.+') }]
    }
    case 'ConditionalExpression':
      return [...keysOf(node.consequent), ...keysOf(node.alternate)]
    case 'LogicalExpression':
      return [...keysOf(node.left), ...keysOf(node.right)]
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return keysOf(node.expression)
    case 'ArrayExpression':
      return node.elements.flatMap((element) => (element === null ? [] : keysOf(element)))
    default:
      return []
  }
}

function propertyText(node: ESTree.Node | undefined, name: string): string | undefined {
  if (node?.type !== 'ObjectExpression') return undefined
  for (const property of node.properties) {
    if (property.type !== 'Property' || property.key.type !== 'Identifier') continue
    if (property.key.name === name) return literalText(property.value)
  }
  return undefined
}

function namespacesOf(node: ESTree.Node | undefined): string[] {
  if (node === undefined) return []
  const text = literalText(node)
  if (text !== undefined) return [text]
  return node.type === 'ArrayExpression'
    ? node.elements.flatMap((element) => namespacesOf(element ?? undefined))
    : []
}

/** What each local name of `t` stands for: `const { t: tCommon } = useTranslation('common')`. */
function translatorsOf(program: ESTree.Program, defaultNamespace: string) {
  const translators = new Map<string, { namespaces: string[]; prefix: string }[]>()
  new Visitor({
    VariableDeclarator: ({ id, init }) => {
      if (id.type !== 'ObjectPattern' || init?.type !== 'CallExpression') return
      if (init.callee.type !== 'Identifier' || init.callee.name !== 'useTranslation') return
      const [first, options] = init.arguments
      const given = namespacesOf(first)
      const prefix = propertyText(options, 'keyPrefix')
      const meaning = {
        namespaces: given.length > 0 ? given : [defaultNamespace],
        prefix: prefix === undefined ? '' : `${prefix}.`,
      }
      for (const property of id.properties) {
        if (property.type !== 'Property' || property.key.type !== 'Identifier' || property.key.name !== 't')
          continue
        if (property.value.type !== 'Identifier') continue
        const local = property.value.name
        translators.set(local, [...(translators.get(local) ?? []), meaning])
      }
    },
  }).visit(program)
  return translators
}

function translatorName(callee: ESTree.Node): string | undefined {
  if (callee.type === 'Identifier') return callee.name
  const isMember =
    callee.type === 'MemberExpression' && !callee.computed && callee.property.type === 'Identifier'
  return isMember && callee.property.type === 'Identifier' && callee.property.name === 't' ? '.t' : undefined
}

/** Every text a file asks for by `t(…)` or `<Trans i18nKey>`. A key held in a variable is left to the compiler. */
export function findKeyUses({ path, text }: SourceFile, defaultNamespace: string): KeyUse[] {
  const { program } = parseSync(path, text)
  const lineOf = lineCounter(text)
  const translators = translatorsOf(program, defaultNamespace)
  const uses: KeyUse[] = []
  const add = (
    node: ESTree.Node,
    argument: ESTree.Node,
    namespaces: readonly string[],
    prefixes: readonly string[],
  ) => {
    for (const { written, pattern } of keysOf(argument)) {
      const [named, key] = written.includes(':') ? written.split(':', 2) : [undefined, written]
      const keyPattern = named === undefined ? pattern : pattern.slice(pattern.indexOf(':') + 1)
      const prefix = prefixes.length === 0 ? '' : `(${prefixes.map(escaped).join('|')})`
      uses.push({
        line: lineOf(node.start),
        written: key ?? written,
        pattern: new RegExp(`^${prefix}${keyPattern}$`),
        namespaces: named === undefined ? namespaces : [named],
      })
    }
  }
  new Visitor({
    CallExpression: (node) => {
      const name = translatorName(node.callee)
      const [argument, options] = node.arguments
      const meanings = name === undefined ? undefined : translators.get(name)
      if (argument === undefined || (meanings === undefined && name !== 't' && name !== '.t')) return
      const stated = propertyText(options, 'ns')
      const namespaces =
        stated === undefined ? (meanings ?? []).flatMap((meaning) => meaning.namespaces) : [stated]
      add(node, argument, namespaces, [...new Set((meanings ?? []).map(({ prefix }) => prefix))])
    },
    JSXOpeningElement: (node) => {
      const attribute = (wanted: string) =>
        node.attributes.find((item) => item.type === 'JSXAttribute' && item.name.name === wanted)
      const key = attribute('i18nKey')
      if (key?.type !== 'JSXAttribute' || key.value === null) return
      const value = key.value.type === 'JSXExpressionContainer' ? key.value.expression : key.value
      const ns = attribute('ns')
      const stated = ns?.type === 'JSXAttribute' ? literalText(ns.value) : undefined
      add(node, value, stated === undefined ? [] : [stated], [])
    },
  }).visit(program)
  return uses
}

/** Texts asked for that no catalogue holds, as `file:line asks for key: …`. */
export function findMissingKeys(
  files: readonly SourceFile[],
  catalogues: Catalogues,
  defaultNamespace: string,
): string[] {
  const keys = new Map(
    [...catalogues].map(([namespace, catalogue]) => [
      namespace,
      [...new Set([...catalogue.keys()].flatMap((key) => [key, callKey(key, catalogue)]))],
    ]),
  )
  return files.flatMap((file) =>
    findKeyUses(file, defaultNamespace).flatMap(({ line, written, pattern, namespaces }) => {
      const searched = namespaces.length > 0 ? namespaces : [...keys.keys()]
      const isThere = searched.some((namespace) => keys.get(namespace)?.some((key) => pattern.test(key)))
      const where = namespaces.length > 0 ? namespaces.join(', ') : 'any namespace'
      return isThere ? [] : [`${file.path}:${line} asks for ${written}: no such text in ${where}`]
    }),
  )
}
