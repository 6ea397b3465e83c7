import fc from 'fast-check'
import { z } from 'zod'

type Schema = z.core.JSONSchema.JSONSchema

/** Ids, tokens and texts that exist in the workspace under test, so that inputs get past the first check. */
export interface KnownValues {
  ids: readonly string[]
  fileTokens: readonly string[]
  texts: readonly string[]
}

const noise: fc.Arbitrary<unknown> = fc.anything({
  withDate: true,
  withMap: true,
  withSet: true,
  withTypedArray: true,
  withSparseArray: true,
  withNullPrototype: true,
  withBigInt: true,
})

/** Texts that have broken search, names, files and JSON elsewhere. */
const AWKWARD_TEXTS = [
  '',
  ' ',
  '\u0000',
  'a\u0000bcd',
  '\ud800',
  '\u202eabc',
  '\ufeff华为',
  '"',
  '"; DROP TABLE party; --',
  "'' OR 1=1",
  '%',
  '_%_',
  '* NEAR(a b)',
  '{name}: x',
  '恒岳',
  '👩‍👩‍👧',
  '__proto__',
  'constructor',
  '../../etc/passwd',
  'CON.mainstay',
  '-1',
  '1e309',
  'x'.repeat(200),
  '长'.repeat(10_001),
]
const AWKWARD_DAYS = [
  '0000-01-01',
  '0001-01-01',
  '1899-12-31',
  '1970-01-01',
  '2024-02-29',
  '2026-09-30',
  '2100-12-31',
  '9999-12-31',
  '2026-02-30',
]

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null

function textFor(schema: Schema, name: string, known: KnownValues): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.format === 'uuid') {
    return fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...known.ids) },
      { weight: 1, arbitrary: fc.uuid() },
    )
  }
  if (schema.pattern?.startsWith('^field:')) {
    return fc.constantFrom(...known.ids).map((id) => `field:${id}`)
  }
  if (schema.format === 'date') return fc.constantFrom(...AWKWARD_DAYS)
  if (schema.pattern === '^[A-Z]{3}$') return fc.constantFrom('CNY', 'USD', 'XXX', 'ABC', 'cny')
  if (name === 'fileToken') return fc.constantFrom(...known.fileTokens, '__proto__', 'x'.repeat(40))
  return fc.oneof(
    fc.constantFrom(...known.texts),
    fc.constantFrom(...AWKWARD_TEXTS),
    fc.string({ unit: 'binary', maxLength: 40 }),
  )
}

const numberOr = (limit: unknown, otherwise: number) => (typeof limit === 'number' ? limit : otherwise)

function numberFor(schema: Schema): fc.Arbitrary<unknown> {
  const least = numberOr(schema.minimum ?? schema.exclusiveMinimum, -Number.MAX_SAFE_INTEGER)
  const most = numberOr(schema.maximum ?? schema.exclusiveMaximum, Number.MAX_SAFE_INTEGER)
  const inRange =
    schema.type === 'integer'
      ? fc.integer({ min: Math.ceil(Math.max(least, -(2 ** 31))), max: Math.floor(Math.min(most, 2 ** 31)) })
      : fc.double({ min: least, max: most, noNaN: true })
  return fc.oneof(
    { weight: 4, arbitrary: inRange },
    {
      weight: 1,
      arbitrary: fc.constantFrom(least, most, 0, -0, 1, 0.1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53),
    },
  )
}

function valueFor(schema: Schema, name: string, known: KnownValues): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.filter(isSchema).map((choice) => valueFor(choice, name, known)))
  if (schema.const !== undefined) return fc.constant(schema.const)
  switch (schema.type) {
    case 'string':
      return textFor(schema, name, known)
    case 'integer':
    case 'number':
      return numberFor(schema)
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return fc.array(anyOrRight(isSchema(schema.items) ? schema.items : {}, name, known), {
        maxLength: Math.min(schema.maxItems ?? 6, 6) + 1,
      })
    case 'object':
      return objectFor(schema, known)
    default:
      return noise
  }
}

function objectFor(schema: Schema, known: KnownValues): fc.Arbitrary<unknown> {
  if (isSchema(schema.additionalProperties) && isSchema(schema.propertyNames)) {
    const keys = valueFor({ type: 'string', ...schema.propertyNames }, '', known)
    const values = valueFor(schema.additionalProperties, '', known)
    return fc
      .array(fc.tuple(keys, values), { maxLength: 8 })
      .map((pairs) => Object.fromEntries(pairs.map(([key, value]) => [String(key), value])))
  }
  const properties = Object.entries(schema.properties ?? {}).filter((entry): entry is [string, Schema] =>
    isSchema(entry[1]),
  )
  const shape = Object.fromEntries(properties.map(([key, value]) => [key, anyOrRight(value, key, known)]))
  return fc.record(shape, { requiredKeys: schema.required ?? [] })
}

/** Mostly what the schema wants, now and then anything at all. */
function anyOrRight(schema: Schema, name: string, known: KnownValues): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 24, arbitrary: valueFor(schema, name, known) }, { weight: 1, arbitrary: noise })
}

/**
 * Inputs of an operation: a fifth pure noise, the rest of the schema's shape, filled with values that exist in the
 * workspace, with awkward ones, and here and there with noise.
 */
export function inputArbitrary(schema: z.ZodType, known: KnownValues): fc.Arbitrary<unknown> {
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return fc.oneof({ weight: 1, arbitrary: noise }, { weight: 4, arbitrary: valueFor(shape, '', known) })
}
