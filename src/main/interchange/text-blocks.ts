import { closeSync, openSync, readSync } from 'node:fs'
import type { Encoding } from '#shared/domain/import.ts'
import { decodeEscaped, hasUndefinedCharacters } from './decode-escaped.ts'

export type LineEnd = '\n' | '\r'

/** What has to be known to turn a file's bytes into lines of text. */
export interface TextSource {
  path: string
  encoding: Encoding
  /** Length of the byte order mark that is skipped at the start. */
  byteOrderMarkBytes: number
  /** '\n' serves LF and CRLF files, '\r' those of old Macs. */
  lineEnd: LineEnd
}

export interface TextBlock {
  /** Whole lines; only the last line of a file may lack its line end. */
  text: string
  /** Some bytes had no meaning and stand in `text` as marked by `decodeEscaped`. */
  hasBadBytes: boolean
  /** The text is the start of one line that is longer than any row may be; the rest of it is left out. */
  isOverlong: boolean
  isLast: boolean
  /** Bytes of the file read so far. */
  bytesRead: number
}

const BLOCK_BYTES = 65_536
const MAX_LINE_BYTES = 1_048_576
const OVERLONG_PREFIX_BYTES = 4_096

/** Reads a file as blocks of whole lines, about 64 KB each. Throws what the file system throws. */
export function* readTextBlocks(source: TextSource): Generator<TextBlock> {
  const decode = createDecoder(source.encoding, source.lineEnd)
  const unit = source.encoding.startsWith('utf-16') ? 2 : 1
  const descriptor = openSync(source.path, 'r')
  try {
    let buffer = Buffer.allocUnsafeSlow(BLOCK_BYTES * 2)
    let kept = 0
    let position = source.byteOrderMarkBytes
    let isSkipping = false
    for (;;) {
      if (buffer.length - kept < BLOCK_BYTES) buffer = enlarged(buffer, kept)
      const got = readSync(descriptor, buffer, kept, BLOCK_BYTES, position)
      position += got
      const isLast = got === 0
      let filled = kept + got
      if (isSkipping) {
        const start = firstLineEnd(buffer, filled, source)
        isSkipping = start === 0
        kept = isSkipping ? filled % unit : filled - start
        buffer.copyWithin(0, filled - kept, filled)
        if (!isLast) continue
        filled = isSkipping ? 0 : kept
      }
      if (isLast) {
        if (filled > 0) {
          yield { ...decode(buffer.subarray(0, filled)), isOverlong: false, isLast, bytesRead: position }
        }
        return
      }
      const end = lastLineEnd(buffer, filled, source)
      if (end > 0) {
        yield { ...decode(buffer.subarray(0, end)), isOverlong: false, isLast: false, bytesRead: position }
        buffer.copyWithin(0, end, filled)
        kept = filled - end
      } else if (filled > MAX_LINE_BYTES) {
        const prefix = decode(buffer.subarray(0, OVERLONG_PREFIX_BYTES))
        yield { ...prefix, isOverlong: true, isLast: false, bytesRead: position }
        kept = filled % unit
        buffer.copyWithin(0, filled - kept, filled)
        isSkipping = true
      } else {
        kept = filled
      }
    }
  } finally {
    closeSync(descriptor)
  }
}

function enlarged(buffer: Buffer, kept: number): Buffer<ArrayBuffer> {
  const larger = Buffer.allocUnsafeSlow(buffer.length * 2)
  buffer.copy(larger, 0, 0, kept)
  return larger
}

/** UTF-16 is searched by units, since 0x0A is also half of characters such as 上. */
function unitsOf(buffer: Buffer, filled: number): Uint16Array {
  return new Uint16Array(buffer.buffer, buffer.byteOffset, filled >> 1)
}

function lineEndCode(source: TextSource): number {
  const code = source.lineEnd.charCodeAt(0)
  return source.encoding === 'utf-16be' ? code << 8 : code
}

/** Offset just after the last line end, 0 where there is none. */
function lastLineEnd(buffer: Buffer, filled: number, source: TextSource): number {
  const code = lineEndCode(source)
  if (source.encoding.startsWith('utf-16')) return (unitsOf(buffer, filled).lastIndexOf(code) + 1) * 2
  return buffer.lastIndexOf(code, filled - 1) + 1
}

/** Offset just after the first line end, 0 where there is none. */
function firstLineEnd(buffer: Buffer, filled: number, source: TextSource): number {
  const code = lineEndCode(source)
  if (source.encoding.startsWith('utf-16')) return (unitsOf(buffer, filled).indexOf(code) + 1) * 2
  return buffer.subarray(0, filled).indexOf(code) + 1
}

type Decode = (bytes: Uint8Array) => { text: string; hasBadBytes: boolean }

/** Decodes whole blocks strictly; only a block with a fault is gone through line by line. */
function createDecoder(encoding: Encoding, lineEnd: LineEnd): Decode {
  const strict = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
  const lenient = new TextDecoder(encoding, { ignoreBOM: true })
  return (bytes) => {
    try {
      const text = strict.decode(bytes)
      if (!hasUndefinedCharacters(text, encoding)) return { text, hasBadBytes: false }
    } catch {
      // The lines with faults are told apart below.
    }
    let text = ''
    for (const line of linesOf(bytes, encoding, lineEnd)) {
      const decoded = lenient.decode(line)
      const isSuspect = decoded.includes('\uFFFD') || hasUndefinedCharacters(decoded, encoding)
      text += isSuspect ? decodeEscaped(line, encoding) : decoded
    }
    return { text, hasBadBytes: true }
  }
}

function* linesOf(bytes: Uint8Array, encoding: Encoding, lineEnd: LineEnd): Generator<Uint8Array> {
  const code = lineEnd.charCodeAt(0)
  const step = encoding.startsWith('utf-16') ? 2 : 1
  const low = encoding === 'utf-16be' ? 1 : 0
  let from = 0
  for (let at = 0; at < bytes.length; at += step) {
    const isLineEnd = bytes[at + low] === code && (step === 1 || bytes[at + 1 - low] === 0)
    if (!isLineEnd) continue
    yield bytes.subarray(from, at + step)
    from = at + step
  }
  if (from < bytes.length) yield bytes.subarray(from)
}
