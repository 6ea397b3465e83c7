import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { MainstayError } from '#shared/contract/call-result.ts'
import type { SerialSystem } from './parse-date.ts'

/** Limits that a workbook is held to before any reader sees it. */
export const WORKBOOK_LIMITS = {
  /** Bytes of the file itself. */
  fileBytes: 200 * 1024 ** 2,
  entries: 2_000,
  /** Bytes of all parts once inflated. */
  inflatedBytes: 300 * 1024 ** 2,
  /** Inflated to packed, of a part that is large at all; sheets of equal rows reach about 100. */
  ratio: 1_000,
} as const

const SMALL_PART = 10 * 1024 ** 2
const LARGEST_INDEX = 8 * 1024 ** 2

export interface WorkbookSheet {
  name: string
  isHidden: boolean
  /** Part of the archive that holds it. */
  part: string
}

/** Rows (1-based, both included) that one cell was merged over; `column` is 0-based. */
export interface MergedRows {
  column: number
  firstRow: number
  lastRow: number
}

export type UnreadableReason =
  | 'damaged'
  | 'encrypted'
  | 'old-workbook'
  | 'no-workbook'
  | 'no-sheet'
  | 'doctype'
  | 'too-many-entries'
  | 'too-much-inflated'
  | 'too-dense'
  | 'too-many-cells'

const WHY = {
  damaged: 'it is damaged or breaks off',
  encrypted: 'it is protected by a password; save a copy without one',
  'old-workbook': 'it has the format of Excel 97–2003; save it as .xlsx',
  'no-workbook': 'it is an archive without a workbook inside',
  'no-sheet': 'it has no such worksheet',
  doctype: 'one of its parts declares a DOCTYPE, which no spreadsheet program writes',
  'too-many-entries': 'it has too many parts',
  'too-much-inflated': 'it is too large once unpacked, in bytes',
  'too-dense': 'a part is packed more densely than any sheet, unpacked to packed size',
  'too-many-cells': 'the sheet has too many cells or is too large',
} satisfies Record<UnreadableReason, string>

export function unreadableWorkbook(
  reason: UnreadableReason,
  details: Record<string, string | number | string[]> = {},
): MainstayError {
  const limit = typeof details.limit === 'number' ? ` Limit: ${details.limit.toLocaleString('en')}.` : ''
  return new MainstayError('file-unreadable', `The workbook cannot be read: ${WHY[reason]}.${limit}`, {
    reason,
    format: 'xlsx',
    ...details,
  })
}

/**
 * The worksheets of a workbook in their order and the system it counts days in, once the archive has been held to the limits: number of entries, inflated
 * size as declared and as it really is, density, no encryption, no DOCTYPE. Throws file-unreadable with the reason and the
 * limit, file-too-large.
 */
export async function readWorkbook(
  path: string,
): Promise<{ sheets: WorkbookSheet[]; dateSystem: SerialSystem }> {
  return withArchive(path, async (zip, entries) => {
    const textOf = async (name: string): Promise<string> => {
      const entry = entries.get(name)
      if (!entry || entry.uncompressedSize > LARGEST_INDEX) throw unreadableWorkbook('no-workbook')
      return readPart(zip, entry)
    }
    const rootRelations = readRelations(await textOf('_rels/.rels'), '')
    const workbook = rootRelations.find(({ type }) => type.endsWith('/officeDocument'))?.target
    if (!workbook?.startsWith('xl/') && workbook !== 'workbook.xml') throw unreadableWorkbook('no-workbook')
    const folder = workbook.slice(0, workbook.lastIndexOf('/') + 1)
    const relations = readRelations(
      await textOf(`${folder}_rels/${workbook.slice(folder.length)}.rels`),
      folder,
    )
    const workbookText = await textOf(workbook)
    const sheets = tags(workbookText, 'sheet').flatMap((attributes): WorkbookSheet[] => {
      const relation = relations.find(({ id }) => id === idOf(attributes))
      if (!relation?.type.endsWith('/worksheet') || !entries.has(relation.target)) return []
      const state = attributes.get('state')
      const isHidden = state === 'hidden' || state === 'veryHidden'
      return [{ name: attributes.get('name') ?? '', isHidden, part: relation.target }]
    })
    if (sheets.length === 0) throw unreadableWorkbook('no-sheet')
    for (const { target, type } of relations) {
      const entry = /\/(worksheet|sharedStrings|styles)$/.test(type) ? entries.get(target) : undefined
      if (entry) await streamPart(zip, entry, () => {})
    }
    const [properties] = tags(workbookText, 'workbookPr')
    return { sheets, dateSystem: /^(?:1|true)$/.test(properties?.get('date1904') ?? '') ? 1904 : 1900 }
  })
}

/** Where one cell of a sheet stands for several rows. */
export async function readMergedRows(path: string, part: string): Promise<MergedRows[]> {
  return withArchive(path, async (zip, entries) => {
    const entry = entries.get(part)
    if (!entry) throw unreadableWorkbook('damaged')
    const merged: MergedRows[] = []
    let kept = ''
    await streamPart(zip, entry, (text) => {
      const whole = kept + text
      for (const match of whole.matchAll(
        /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d+):[A-Z]{1,3}(\d+)"/g,
      )) {
        const [, letters = '', first = '', last = ''] = match
        if (Number(last) > Number(first)) {
          merged.push({ column: columnOf(letters), firstRow: Number(first), lastRow: Number(last) })
        }
      }
      // A tag may be cut by the end of the text; none is as long as this.
      kept = whole.slice(Math.max(whole.lastIndexOf('<'), whole.length - 200))
    })
    // A sheet that breaks off would lose its last rows without a word.
    if (!/<\/(?:\w+:)?worksheet>\s*$/.test(kept)) throw unreadableWorkbook('damaged')
    return merged
  })
}

const columnOf = (letters: string): number =>
  [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1

async function withArchive<Result>(
  path: string,
  work: (zip: ZipFile, entries: ReadonlyMap<string, Entry>) => Promise<Result>,
): Promise<Result> {
  let zip: ZipFile
  try {
    zip = await openPromise(path, { lazyEntries: true, autoClose: false })
  } catch (error) {
    throw unreadableWorkbook('damaged', { message: String(error) })
  }
  try {
    return await work(zip, await readEntries(zip))
  } catch (error) {
    throw error instanceof MainstayError ? error : unreadableWorkbook('damaged', { message: String(error) })
  } finally {
    zip.close()
  }
}

async function readEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  const { entries: most, inflatedBytes, ratio } = WORKBOOK_LIMITS
  if (zip.entryCount > most)
    throw unreadableWorkbook('too-many-entries', { count: zip.entryCount, limit: most })
  const entries = new Map<string, Entry>()
  let inflated = 0
  for await (const entry of zip.eachEntry()) {
    inflated += entry.uncompressedSize
    if (inflated > inflatedBytes) {
      throw unreadableWorkbook('too-much-inflated', { bytes: inflated, limit: inflatedBytes })
    }
    if (entry.uncompressedSize > SMALL_PART && entry.uncompressedSize > entry.compressedSize * ratio) {
      throw unreadableWorkbook('too-dense', { limit: ratio })
    }
    if (entry.isEncrypted()) throw unreadableWorkbook('encrypted')
    // Two parts of one name: a reader might take another one than was looked at.
    if (entries.has(entry.fileName)) throw unreadableWorkbook('damaged')
    entries.set(entry.fileName, entry)
  }
  return entries
}

/** Inflates a part to its end. yauzl refuses one that is longer or shorter than it says. */
async function streamPart(zip: ZipFile, entry: Entry, take: (text: string) => void): Promise<void> {
  const stream = await zip.openReadStreamPromise(entry)
  const decoder = new TextDecoder()
  let isStart = true
  for await (const chunk of stream) {
    const text = decoder.decode(chunk, { stream: true })
    if (isStart && /<!DOCTYPE/i.test(text)) throw unreadableWorkbook('doctype')
    isStart = false
    take(text)
  }
}

async function readPart(zip: ZipFile, entry: Entry): Promise<string> {
  let text = ''
  await streamPart(zip, entry, (part) => {
    text += part
  })
  return text
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const decoded = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })

/** Attributes of every tag of that local name. */
function tags(xml: string, local: string): Map<string, string>[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${local}\\s([^>]*)>`, 'g'))].map(
    ([, attributes = '']) =>
      new Map(
        [...attributes.matchAll(/([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
          ([, name = '', double, single]): [string, string] => [name, decoded(double ?? single ?? '')],
        ),
      ),
  )
}

const idOf = (attributes: ReadonlyMap<string, string>): string | undefined =>
  [...attributes].find(([name]) => name.endsWith(':id'))?.[1]

function readRelations(xml: string, folder: string): { id: string; type: string; target: string }[] {
  return tags(xml, 'Relationship').map((attributes) => ({
    id: attributes.get('Id') ?? '',
    type: attributes.get('Type') ?? '',
    target: resolved(folder, attributes.get('Target') ?? ''),
  }))
}

function resolved(folder: string, target: string): string {
  const parts: string[] = []
  for (const part of (target.startsWith('/') ? target.slice(1) : folder + target).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}
