import { isAscii } from 'node:buffer'
import { chardet } from 'jschardet'
import type { Encoding } from '#shared/domain/import.ts'
import { countInvalidSequences } from './decode-escaped.ts'

export type EncodingBasis = 'bom' | 'pattern' | 'valid-utf8' | 'guess' | 'user'

export interface EncodingCandidate {
  encoding: Encoding
  /** Byte sequences of the sample that mean nothing in this encoding. */
  invalidCount: number
  /** One telling line as this encoding reads it; replacement characters are left in, to be seen. */
  sample: string
  isChosen: boolean
  /** Why it was chosen; null for the others. */
  basis: EncodingBasis | null
}

export interface EncodingDetection {
  encoding: Encoding
  basis: EncodingBasis
  candidates: EncodingCandidate[]
}

const BYTE_ORDER_MARKS: readonly { encoding: Encoding; bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
]

/** Length in bytes of the encoding's byte order mark at the start of `bytes`, 0 where there is none. */
export function byteOrderMarkLength(bytes: Uint8Array, encoding: Encoding): number {
  const mark = BYTE_ORDER_MARKS.find((known) => known.encoding === encoding)?.bytes
  return mark?.every((byte, at) => bytes[at] === byte) ? mark.length : 0
}

/** Always offered, so that the reader of the preview can compare; the chosen one joins them. */
const OFFERED: readonly Encoding[] = ['utf-8', 'gb18030', 'big5', 'utf-16le']

const SAMPLE_LENGTH = 80
const SAMPLE_BYTES = 400

/**
 * Which encoding the bytes are in: byte order mark, then the NUL pattern of UTF-16, then strict UTF-8, then a guess among
 * GB18030, Big5 and windows-1252. `head` is whole lines from the start of a file, or from its
 * first part with non-ASCII bytes; `wanted` is the user's own choice and wins with basis 'user'.
 */
export function detectEncoding(head: Uint8Array, wanted?: Encoding): EncodingDetection {
  const { encoding, basis } = wanted ? { encoding: wanted, basis: 'user' as const } : choose(head)
  const line = tellingLine(head, encoding)
  const offered = OFFERED.includes(encoding) ? OFFERED : [encoding, ...OFFERED]
  const candidates = offered.map((candidate) => {
    const isChosen = candidate === encoding
    return {
      encoding: candidate,
      invalidCount: countInvalidSequences(wholeUnits(head, candidate), candidate),
      sample: readSample(line, candidate),
      isChosen,
      basis: isChosen ? basis : null,
    }
  })
  return { encoding, basis, candidates }
}

function choose(head: Uint8Array): { encoding: Encoding; basis: EncodingBasis } {
  for (const mark of BYTE_ORDER_MARKS) {
    if (byteOrderMarkLength(head, mark.encoding) > 0) return { encoding: mark.encoding, basis: 'bom' }
  }
  const wide = utf16Pattern(head)
  if (wide) return { encoding: wide, basis: 'pattern' }
  const invalidCount = countInvalidSequences(head, 'utf-8')
  if (invalidCount === 0) return { encoding: 'utf-8', basis: 'valid-utf8' }
  // A few broken bytes in a text whose other characters are all proper UTF-8 do not make it anything else.
  if (countMultibyte(head) >= invalidCount * 2) return { encoding: 'utf-8', basis: 'guess' }
  return { encoding: guess(head), basis: 'guess' }
}

/** Every delimiter, digit and line end of a UTF-16 file has a zero byte, always on the same side. */
function utf16Pattern(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  let evenZeros = 0
  let oddZeros = 0
  for (let at = 0; at + 1 < head.length; at += 2) {
    if (head[at] === 0) evenZeros += 1
    if (head[at + 1] === 0) oddZeros += 1
  }
  const pairs = Math.floor(head.length / 2)
  if (pairs < 2) return null
  if (oddZeros >= pairs * 0.05 && evenZeros * 10 <= oddZeros) return 'utf-16le'
  if (evenZeros >= pairs * 0.05 && oddZeros * 10 <= evenZeros) return 'utf-16be'
  return null
}

function countMultibyte(bytes: Uint8Array): number {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  let count = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= 0x80 && code !== 0xfffd) count += 1
  }
  return count
}

const GUESSED: readonly Encoding[] = ['gb18030', 'big5', 'windows-1252']
/** Share of the lines with non-ASCII bytes that an encoding has to be able to read to be guessed. */
const READABLE_SHARE = 2 / 3

/**
 * The likeliest of the three by the detector's models. Each is judged by the lines it can read: the detector drops an
 * encoding at the first fault, and one broken name must not turn a whole file into gibberish.
 */
function guess(head: Uint8Array): Encoding {
  const lines = linesOf(head).filter(isTelling)
  let best: Encoding = 'windows-1252'
  let bestConfidence = 0
  for (const encoding of GUESSED) {
    const readable = lines.filter((line) => countInvalidSequences(line, encoding) === 0)
    if (readable.length < lines.length * READABLE_SHARE) continue
    const ranked = chardet.detectAll(Buffer.concat(readable), {
      includeEncodings: [...GUESSED],
      ignoreThreshold: true,
    })
    const confidence = ranked.find((result) => result.encoding?.toLowerCase() === encoding)?.confidence ?? 0
    if (confidence > bestConfidence) {
      best = encoding
      bestConfidence = confidence
    }
  }
  return best
}

/** A sample of UTF-16 ends on a whole unit, so that a cut is not counted as a fault. */
function wholeUnits(head: Uint8Array, encoding: Encoding): Uint8Array {
  return encoding.startsWith('utf-16') ? head.subarray(0, head.length & ~1) : head
}

function linesOf(head: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = []
  const lineEnd = head.includes(0x0a) ? 0x0a : 0x0d
  let from = 0
  while (from < head.length) {
    const stop = head.indexOf(lineEnd, from)
    const end = stop === -1 ? head.length : stop + 1
    lines.push(head.subarray(from, end))
    from = end
  }
  return lines
}

function isTelling(line: Uint8Array): boolean {
  return !isAscii(line)
}

/** A line that tells the encodings apart: the second one with non-ASCII bytes, since the first is mostly the headers. */
function tellingLine(head: Uint8Array, encoding: Encoding): Uint8Array {
  if (encoding.startsWith('utf-16')) return head.subarray(0, SAMPLE_BYTES)
  const telling = linesOf(head).filter(isTelling)
  return telling[1] ?? telling[0] ?? head
}

function readSample(line: Uint8Array, encoding: Encoding): string {
  const text = new TextDecoder(encoding).decode(line.subarray(0, SAMPLE_BYTES))
  return stripControls(text).trim().slice(0, SAMPLE_LENGTH)
}

function stripControls(text: string): string {
  let plain = ''
  for (const character of text) plain += character < ' ' || character === '\u007f' ? ' ' : character
  return plain
}
