import { foreignCharacters, SIMPLIFIED_ONLY, TRADITIONAL_ONLY } from './chinese-scripts.ts'
import { type Catalogue, type Catalogues, callKey, type Language } from './locale-catalogues.ts'

const PLACEHOLDER = /\{\{-?\s*([\w.]+)/g
const TAG = /<\/?([\w-]+)\s*\/?>/g
const foreignTo: Partial<Record<Language, ReadonlySet<string>>> = {
  'zh-CN': TRADITIONAL_ONLY,
  'zh-TW': SIMPLIFIED_ONLY,
}

/** What a text expects to be filled in: `{{names}}` and `<tags>`, sorted. */
function slotsOf(text: string): string[] {
  const names = [...text.matchAll(PLACEHOLDER)].map(([, name]) => `{{${name}}}`)
  const tags = [...text.matchAll(TAG)].map(([, name]) => `<${name}>`)
  return [...new Set([...names, ...tags])].sort()
}

/** For each key a caller writes, what its texts expect; of a plural the most that any form expects. */
function slotsByCallKey(catalogue: Catalogue): Map<string, string[]> {
  const slots = new Map<string, string[]>()
  for (const [key, text] of catalogue) {
    const call = callKey(key, catalogue)
    slots.set(call, [...new Set([...(slots.get(call) ?? []), ...slotsOf(text)])].sort())
  }
  return slots
}

function catalogueDifferences(where: string, reference: Catalogue, other: Catalogue): string[] {
  const wanted = slotsByCallKey(reference)
  const given = slotsByCallKey(other)
  const missing = [...wanted.keys()].filter((key) => !given.has(key)).map((key) => `${where}: lacks ${key}`)
  const extra = [...given.keys()]
    .filter((key) => !wanted.has(key))
    .map((key) => `${where}: ${key} is in it alone`)
  const differing = [...wanted].flatMap(([key, slots]) => {
    const own = given.get(key)
    return own === undefined || own.join() === slots.join()
      ? []
      : [`${where}: ${key} fills in ${own.join(' ') || 'nothing'} instead of ${slots.join(' ') || 'nothing'}`]
  })
  return [...missing, ...extra, ...differing]
}

/** Where the languages differ from the first: namespaces, keys, placeholders and tags. */
export function findLocaleDifferences(languages: ReadonlyMap<Language, Catalogues>): string[] {
  const [first, ...others] = languages
  if (first === undefined) return []
  const [referenceName, reference] = first
  return others.flatMap(([language, catalogues]) => {
    const namespaces = new Set([...reference.keys(), ...catalogues.keys()])
    return [...namespaces].flatMap((namespace) => {
      const wanted = reference.get(namespace)
      const given = catalogues.get(namespace)
      if (wanted === undefined) return [`${referenceName}/${namespace}.json: is missing`]
      if (given === undefined) return [`${language}/${namespace}.json: is missing`]
      return catalogueDifferences(`${language}/${namespace}.json`, wanted, given)
    })
  })
}

/** Faults inside one language: empty texts, values that are no text, plurals without a form, the wrong script. */
export function findLocaleFaults(language: Language, catalogues: Catalogues): string[] {
  const foreign = foreignTo[language]
  return [...catalogues].flatMap(([namespace, catalogue]) =>
    [...catalogue].flatMap(([key, text]) => {
      const where = `${language}/${namespace}.json: ${key}`
      if (text.trim() === '') return [`${where} is empty`]
      if (/^(null|true|false|-?[\d.]+|\{\}|\[\])$/.test(text) && key !== '') return [`${where} is no text`]
      if (language === 'en' && key.endsWith('_other') && !catalogue.has(key.replace(/_other$/, '_one'))) {
        return [`${where} has no form for one`]
      }
      const found = foreign === undefined ? [] : foreignCharacters(text, foreign)
      return found.length === 0 ? [] : [`${where} holds ${found.join('')} of the other script`]
    }),
  )
}
