import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './source-file.ts'

export const LANGUAGES = ['zh-CN', 'zh-TW', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** The texts of one namespace by dotted key; a value that is no text is written as its JSON. */
export type Catalogue = ReadonlyMap<string, string>
/** All namespaces of one language by name. */
export type Catalogues = ReadonlyMap<string, Catalogue>

/** Dotted keys of nested texts. */
export function flatten(value: unknown, prefix = ''): [string, string][] {
  if (typeof value === 'string') return [[prefix, value]]
  if (typeof value !== 'object' || value === null) return [[prefix, JSON.stringify(value)]]
  return Object.entries(value).flatMap(([key, inner]) =>
    flatten(inner, prefix === '' ? key : `${prefix}.${key}`),
  )
}

/** The catalogues of resources/locales/<language>. */
export function readCatalogues(language: Language): Catalogues {
  const folder = join(projectRoot, 'resources', 'locales', language)
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : []
  return new Map(
    files.map((name) => {
      const content: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'))
      return [name.replace(/\.json$/, ''), new Map(flatten(content))]
    }),
  )
}

const PLURAL = /_(?:ordinal_)?(?:zero|one|two|few|many|other)$/

/** The key a caller writes: without the plural ending where the catalogue holds the plural. */
export function callKey(key: string, catalogue: Catalogue): string {
  const base = key.replace(PLURAL, '')
  return catalogue.has(`${base}_other`) || catalogue.has(`${base}_ordinal_other`) ? base : key
}
