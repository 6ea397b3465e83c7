import { describe, expect, it } from 'vitest'
import { refuseMarkup } from '../../../src/renderer/app/trusted-types.ts'

describe('refuseMarkup', () => {
  it('refuses whatever an HTML parser would take for markup', () => {
    for (const text of [
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '</style><script>',
      '<!--',
      '<?xml',
      'a < b <B',
      '<svg/onload=alert(1)>',
    ]) {
      expect(() => refuseMarkup(text), text).toThrow(TypeError)
    }
  })

  it('passes the style sheets libraries write', () => {
    for (const text of ['', '@media (width < 48em) { .a > .b { color: red } }', ':root{--a:1}', '1 < 2']) {
      expect(refuseMarkup(text)).toBe(text)
    }
  })
})
