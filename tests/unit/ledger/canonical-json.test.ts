import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalJson } from '../../../src/main/ledger/canonical-json.ts'
import type { RegisterValue } from '../../../src/main/ledger/ledger.ts'

const { value } = fc.letrec<{ value: RegisterValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.string({ unit: 'binary' }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string({ unit: 'binary' }), tie('value'), { maxKeys: 4 }),
  ),
}))

/** The same value with the members of every object in the opposite order. */
function reversed(given: RegisterValue): RegisterValue {
  if (Array.isArray(given)) return given.map(reversed)
  if (given === null || typeof given !== 'object') return given
  const turned: { [field: string]: RegisterValue } = Object.create(null)
  for (const [field, member] of Object.entries(given).reverse()) turned[field] = reversed(member)
  return turned
}

it('reads back as the same value', () => {
  fc.assert(
    fc.property(value, (given) => {
      expect(JSON.parse(canonicalJson(given))).toEqual(withoutNegativeZero(given))
    }),
  )
})

it('does not depend on the order in which fields were set', () => {
  fc.assert(
    fc.property(value, (given) => {
      expect(canonicalJson(reversed(given))).toBe(canonicalJson(given))
    }),
  )
})

it('is a fixed point: writing what was read gives the same text', () => {
  fc.assert(
    fc.property(value, (given) => {
      const text = canonicalJson(given)
      expect(canonicalJson(JSON.parse(text))).toBe(text)
    }),
  )
})

it('prints the numbers and orders the fields of the example in RFC 8785', () => {
  const example = {
    numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, Number('0.000000000000000000000000001')],
    string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
    literals: [null, true, false],
  }
  expect(canonicalJson(example)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
      '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  )
})

it('sorts fields by UTF-16 code units, not by code points or by a locale', () => {
  const fields = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 }
  expect(Object.values(JSON.parse(canonicalJson(fields)))).toEqual([4, 2, 6, 7, 1, 5, 3])
})

it('refuses what JSON cannot hold instead of writing something else', () => {
  const unfit: unknown[] = [
    Number.NaN,
    Number.POSITIVE_INFINITY,
    undefined,
    1n,
    new Date(0),
    { a: undefined },
    [() => 1],
  ]
  for (const given of unfit) expect(() => canonicalJson(given as RegisterValue)).toThrow(TypeError)
})

function withoutNegativeZero(given: RegisterValue): unknown {
  return JSON.parse(JSON.stringify(given))
}
