import { TextDecoder } from 'node:util'
import type { Encoding } from '#shared/domain/import.ts'

/**
 * Stands before the two hex digits of a byte that has no meaning in the file's encoding. Two noncharacters,
 * so that no text meant for interchange contains it; a row that does is rejected as well.
 */
export const BAD_BYTE_MARK = '\uFDD0\uFDD1'

/** A cell with marked bytes as a person may read it: `恒岳\xE9工`. */
export function showBadBytes(cell: string): string {
  return cell.replaceAll(BAD_BYTE_MARK, '\\x')
}

/** Characters that the platform's decoder hands out for bytes the encoding does not define. */
const UNDEFINED_CHARACTERS: Partial<Record<Encoding, RegExp>> = {
  big5: /[\u0080-\u009f\uf8f8-\uf8ff]/g,
  'windows-1252': /[\u0081\u008d\u008f\u0090\u009d]/g,
}

export function hasUndefinedCharacters(text: string, encoding: Encoding): boolean {
  const pattern = UNDEFINED_CHARACTERS[encoding]
  return pattern !== undefined && text.search(pattern) !== -1
}

/** How many byte sequences of `bytes` mean nothing in the encoding; a U+FFFD that the file really holds does not count. */
export function countInvalidSequences(bytes: Uint8Array, encoding: Encoding): number {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
  let count = countOf(text, '\uFFFD')
  if (count > 0) count -= countReplacementCharacters(bytes, encoding)
  const pattern = UNDEFINED_CHARACTERS[encoding]
  return pattern ? count + (text.match(pattern)?.length ?? 0) : count
}

function countOf(text: string, part: string): number {
  let count = 0
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) count += 1
  return count
}

/** The encoded form of U+FFFD itself, where the encoding has one. */
const REPLACEMENT_BYTES: Partial<Record<Encoding, readonly number[]>> = {
  'utf-8': [0xef, 0xbf, 0xbd],
  gb18030: [0x84, 0x31, 0xa4, 0x37],
  'utf-16le': [0xfd, 0xff],
  'utf-16be': [0xff, 0xfd],
}

function isReplacementCharacter(bytes: Uint8Array, at: number, encoding: Encoding): boolean {
  return REPLACEMENT_BYTES[encoding]?.every((byte, offset) => bytes[at + offset] === byte) ?? false
}

function countReplacementCharacters(bytes: Uint8Array, encoding: Encoding): number {
  const step = encoding.startsWith('utf-16') ? 2 : 1
  let count = 0
  for (let at = 0; at < bytes.length; at += step) if (isReplacementCharacter(bytes, at, encoding)) count += 1
  return count
}

const hex = (byte: number): string => BAD_BYTE_MARK + byte.toString(16).toUpperCase().padStart(2, '0')

/** Decodes one line; every byte that means nothing in the encoding appears as `BAD_BYTE_MARK` + two hex digits. */
export function decodeEscaped(bytes: Uint8Array, encoding: Encoding): string {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return decodeUtf16Escaped(bytes, encoding, decoder)
  let text = ''
  let from = 0
  let at = 0
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0
    if (byte < 0x80) {
      at += 1
      continue
    }
    const length = sequenceLength(bytes, at, encoding)
    if (length > 0 && isMapped(bytes.subarray(at, at + length), encoding, decoder)) {
      at += length
      continue
    }
    text += decoder.decode(bytes.subarray(from, at))
    // A delimiter or quote inside an unmapped sequence keeps its meaning, so that the row keeps its cells.
    const end = at + Math.max(length, 1)
    for (; at < end; at += 1) {
      const bad = bytes[at] ?? 0
      text += bad < 0x80 ? String.fromCharCode(bad) : hex(bad)
    }
    from = at
  }
  return text + decoder.decode(bytes.subarray(from))
}

function isMapped(sequence: Uint8Array, encoding: Encoding, decoder: TextDecoder): boolean {
  return isReplacementCharacter(sequence, 0, encoding) || !decoder.decode(sequence).includes('\uFFFD')
}

/** Bytes of the character that starts at `at` by the encoding's structure; 0 where none can start there. */
function sequenceLength(bytes: Uint8Array, at: number, encoding: Encoding): number {
  const lead = bytes[at] ?? 0
  const second = bytes[at + 1] ?? 0
  switch (encoding) {
    case 'utf-8': {
      const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0
      for (let offset = 1; offset < length; offset += 1) {
        if (((bytes[at + offset] ?? 0) & 0xc0) !== 0x80) return 0
      }
      return length
    }
    case 'gb18030': {
      if (lead === 0x80) return 1
      if (lead === 0xff) return 0
      if (second >= 0x30 && second <= 0x39) {
        const third = bytes[at + 2] ?? 0
        const fourth = bytes[at + 3] ?? 0
        return third >= 0x81 && third <= 0xfe && fourth >= 0x30 && fourth <= 0x39 ? 4 : 0
      }
      return second >= 0x40 && second <= 0xfe && second !== 0x7f ? 2 : 0
    }
    case 'big5': {
      if (lead === 0x80 || lead === 0xff) return 0
      return (second >= 0x40 && second <= 0x7e) || (second >= 0xa1 && second <= 0xfe) ? 2 : 0
    }
    default:
      return [0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(lead) ? 0 : 1
  }
}

function decodeUtf16Escaped(
  bytes: Uint8Array,
  encoding: 'utf-16le' | 'utf-16be',
  decoder: TextDecoder,
): string {
  const isLittleEndian = encoding === 'utf-16le'
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const unitAt = (at: number): number => (at + 1 < bytes.length ? view.getUint16(at, isLittleEndian) : -1)
  const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
  const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff
  let text = ''
  let from = 0
  let at = 0
  while (at < bytes.length) {
    const unit = unitAt(at)
    if (isHigh(unit) && isLow(unitAt(at + 2))) {
      at += 4
    } else if (unit !== -1 && !isHigh(unit) && !isLow(unit)) {
      at += 2
    } else {
      text += decoder.decode(bytes.subarray(from, at))
      for (const bad of bytes.subarray(at, at + 2)) text += hex(bad)
      at += 2
      from = at
    }
  }
  return text + (from < bytes.length ? decoder.decode(bytes.subarray(from)) : '')
}
