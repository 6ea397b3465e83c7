import { describe, expect, it } from 'vitest'
import { ERROR_CODES } from '#shared/contract/call-result.ts'
import { JOB_KINDS } from '#shared/contract/events.ts'
import { ROW_ERROR_CODES } from '#shared/domain/import.ts'
import { RFM_METHODS, RFM_SEGMENTS } from '#shared/domain/rfm.ts'
import { builtInCriterion } from '#shared/domain/scoring-model.ts'
import { OPPORTUNITY_CLASSES, PYRAMID_LEVELS, VALUE_CLASSES } from '#shared/domain/value-class.ts'
import { flatten, LANGUAGES, readCatalogues } from '../../architecture/locale-catalogues.ts'

const wanted: Record<string, readonly string[]> = {
  errors: [
    ...ERROR_CODES.flatMap((code) => [`${code}.what`, `${code}.remedy`]),
    ...ROW_ERROR_CODES.flatMap((code) => [`rowErrors.${code}.what`, `rowErrors.${code}.remedy`]),
  ],
  common: [
    ...[...VALUE_CLASSES, ...OPPORTUNITY_CLASSES].map((name) => `valueClass.${name}`),
    ...PYRAMID_LEVELS.map((name) => `pyramid.${name}`),
    ...RFM_SEGMENTS.map((name) => `rfmSegment.${name}`),
    ...builtInCriterion.options.map((name) => `criterion.${name}`),
    ...JOB_KINDS.map((name) => `jobs.${name}`),
  ],
  settings: RFM_METHODS.map((name) => `workspace.rfmMethod.${name}`),
}

describe.each(LANGUAGES)('%s', (language) => {
  const catalogues = readCatalogues(language)
  it.each(Object.keys(wanted))('has a text for every value of the closed lists in %s', (namespace) => {
    const catalogue = catalogues.get(namespace) ?? new Map(flatten({}))
    expect(wanted[namespace]?.filter((key) => !catalogue.get(key)?.trim())).toEqual([])
  })

  it('tells every remedy apart from what happened', () => {
    const errors = catalogues.get('errors') ?? new Map()
    const same = ERROR_CODES.filter((code) => errors.get(`${code}.what`) === errors.get(`${code}.remedy`))
    expect(same).toEqual([])
  })
})
