import type { RegisterValue } from './ledger.ts'

/**
 * One text for one value (RFC 8785): members sorted by UTF-16 code units, numbers as ECMAScript prints them,
 * no white space. Two values are equal exactly when their texts are. Throws a TypeError for what JSON lacks.
 */
export function canonicalJson(value: RegisterValue): string {
  if (value === null) return 'null'
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return JSON.stringify(value)
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError('A register cannot hold an infinite number or NaN.')
      return JSON.stringify(value)
    case 'object':
      return Array.isArray(value) ? canonicalArray(value) : canonicalObject(value)
    default:
      throw new TypeError(`A register cannot hold a value of type ${typeof value}.`)
  }
}

function canonicalArray(values: RegisterValue[]): string {
  return `[${Array.from(values, canonicalJson).join(',')}]`
}

function canonicalObject(fields: { [field: string]: RegisterValue }): string {
  const prototype: unknown = Object.getPrototypeOf(fields)
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError('A register holds plain objects only.')
  }
  const members: string[] = []
  for (const field of Object.keys(fields).sort()) {
    members.push(`${JSON.stringify(field)}:${canonicalJson(fields[field] as RegisterValue)}`)
  }
  return `{${members.join(',')}}`
}
