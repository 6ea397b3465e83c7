import { removeFormulaMark } from './formula-mark.ts'

/** Excel's way to keep an id as text in a CSV file: ="00123". */
const TEXT_FORMULA = /^="([^"]*)"$/

const isSpace = (code: number): boolean =>
  code === 0x20 ||
  code === 0xa0 ||
  code === 0x1680 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x3000

/** Line breaks inside a cell read as a space. */
const isLineBreak = (code: number): boolean =>
  (code >= 0x09 && code <= 0x0d) || code === 0x85 || code === 0x2028 || code === 0x2029

const isControl = (code: number): boolean => code < 0x20 || (code >= 0x7f && code <= 0x9f)

const isBidiControl = (code: number): boolean =>
  code === 0x061c ||
  code === 0x200e ||
  code === 0x200f ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2066 && code <= 0x2069)

/** Takes no room and changes nothing on screen; two names that differ only in these are the same name. */
const isInvisible = (code: number): boolean =>
  code === 0xad || code === 0x200b || code === 0x2060 || code === 0x180e || code === 0xfeff

const isJoiner = (code: number): boolean => code === 0x200c || code === 0x200d

/** Nothing in the text needs care: no outer spaces, no controls, no marks. The common case, so it is quick. */
function isPlain(text: string): boolean {
  const last = text.length - 1
  for (let at = 0; at <= last; at += 1) {
    const code = text.charCodeAt(at)
    if (code > 0x20 && code < 0x7f) {
      if (at === 0 && (code === 39 || code === 61)) return false
    } else if (code === 0x20) {
      if (at === 0 || at === last) return false
    } else if (code < 0x20 || code < 0xa1 || needsCare(code)) return false
  }
  return true
}

function needsCare(code: number): boolean {
  if (code > 0x3000 && code < 0xfe00) return false
  return isSpace(code) || isLineBreak(code) || isBidiControl(code) || isInvisible(code) || isJoiner(code)
}

function trimmed(text: string): string {
  let from = 0
  let to = text.length
  const isOuter = (code: number): boolean => isSpace(code) || isLineBreak(code) || isInvisible(code)
  while (from < to && isOuter(text.charCodeAt(from))) from += 1
  while (to > from && isOuter(text.charCodeAt(to - 1))) to -= 1
  return text.slice(from, to)
}

/** A cell without its outer spaces (no-break and full-width ones too), our formula mark and Excel's ="…" form. */
export function cleanCell(raw: string): string {
  const text = removeFormulaMark(trimmed(raw))
  const cell = text.charCodeAt(0) === 61 ? (TEXT_FORMULA.exec(text)?.[1] ?? text) : text
  return trimmed(cell.replaceAll('\r\n', '\n'))
}

/**
 * A name or other free text as it is kept: trimmed, spaces of any width as plain ones, control and bidi characters
 * spelled out as `[U+202E]`, so that they are seen and do nothing.
 */
export function cleanText(raw: string): string {
  if (isPlain(raw)) return raw
  let text = ''
  for (const character of cleanCell(raw)) {
    const code = character.codePointAt(0) ?? 0
    if (isSpace(code) || isLineBreak(code)) text += ' '
    else if (isInvisible(code)) continue
    else if (isControl(code) || isBidiControl(code))
      text += `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`
    else text += character
  }
  return text.trim()
}

/** A number of a customer, order or product as it is kept: text, trimmed, without anything that cannot be seen. */
export function cleanId(raw: string): string {
  if (isPlain(raw)) return raw
  let text = ''
  for (const character of cleanCell(raw)) {
    const code = character.codePointAt(0) ?? 0
    if (isSpace(code) || isLineBreak(code)) text += ' '
    else if (!isInvisible(code) && !isControl(code) && !isBidiControl(code) && !isJoiner(code))
      text += character
  }
  return text.trim()
}
