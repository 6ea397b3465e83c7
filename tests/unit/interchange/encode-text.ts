import { TextDecoder } from 'node:util'
import type { Encoding } from '#shared/domain/import.ts'

const tables = new Map<Encoding, Map<string, number[]>>()

/** The encoder that the platform lacks, as the reverse of its decoder. */
function tableOf(encoding: Encoding): Map<string, number[]> {
  const known = tables.get(encoding)
  if (known) return known
  const table = new Map<string, number[]>()
  const decoder = new TextDecoder(encoding)
  const add = (bytes: number[]): void => {
    const text = decoder.decode(Uint8Array.from(bytes))
    if ([...text].length === 1 && text !== '\uFFFD' && !table.has(text)) table.set(text, bytes)
  }
  for (let byte = 0; byte < 256; byte += 1) add([byte])
  if (encoding !== 'windows-1252') {
    for (let lead = 0x81; lead <= 0xfe; lead += 1) {
      for (let trail = 0x40; trail <= 0xfe; trail += 1) add([lead, trail])
    }
  }
  tables.set(encoding, table)
  return table
}

/** Text in the given encoding, without a byte order mark. Throws for a character the encoding lacks. */
export function encodeText(text: string, encoding: Encoding): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8')
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le')
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16()
  const table = tableOf(encoding)
  const bytes: number[] = []
  for (const character of text) {
    const code = table.get(character)
    if (!code) throw new Error(`${encoding} has no ${character}`)
    bytes.push(...code)
  }
  return Buffer.from(bytes)
}

/** As `encodeText`, with `‹C4 E3›` standing for raw bytes. */
export function encodeWithBytes(text: string, encoding: Encoding): Buffer {
  const parts = text.split(/‹([0-9A-F ]+)›/)
  return Buffer.concat(
    parts.map((part, at) =>
      at % 2 === 1 ? Buffer.from(part.replaceAll(' ', ''), 'hex') : encodeText(part, encoding),
    ),
  )
}
