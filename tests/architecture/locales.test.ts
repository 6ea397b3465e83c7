import { expect, it } from 'vitest'
import { ERROR_CODES } from '../../src/shared/contract/call-result.ts'
import { ROW_ERROR_CODES } from '../../src/shared/domain/import.ts'
import { LANGUAGES, readCatalogues } from './locale-catalogues.ts'
import { findLocaleDifferences, findLocaleFaults } from './locale-rules.ts'
import { readSourceFiles } from './source-file.ts'
import { findMissingKeys } from './translation-keys.ts'

const DEFAULT_NAMESPACE = 'common'
const languages = new Map(LANGUAGES.map((language) => [language, readCatalogues(language)]))

it('the three languages have the same namespaces, keys, placeholders and tags', () => {
  expect(languages.get('zh-CN')?.size).toBeGreaterThan(0)
  expect(findLocaleDifferences(languages)).toEqual([])
})

it.each(LANGUAGES)('%s has no empty text and keeps to its script', (language) => {
  expect(findLocaleFaults(language, readCatalogues(language))).toEqual([])
})

it('every text the renderer asks for exists', () => {
  const files = readSourceFiles(['src/renderer'], ['.ts', '.tsx'])
  expect(findMissingKeys(files, readCatalogues('zh-CN'), DEFAULT_NAMESPACE)).toEqual([])
})

it.each(LANGUAGES)('%s says of every error what happened and what can be done', (language) => {
  const errors = readCatalogues(language).get('errors')
  const wanted = [...ERROR_CODES, ...ROW_ERROR_CODES.map((code) => `rowErrors.${code}`)]
  const missing = wanted
    .flatMap((code) => [`${code}.what`, `${code}.remedy`])
    .filter((key) => !errors?.has(key))
  expect(missing).toEqual([])
})
