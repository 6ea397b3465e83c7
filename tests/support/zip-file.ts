import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipPart {
  name: string
  content: string | Uint8Array
  /** What the directory says of the inflated size, where it lies. */
  saidSize?: number
}

/** An archive made by hand, so that it may lie. */
export function zipFile(parts: readonly ZipPart[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, saidSize } of parts) {
    const plain = Buffer.from(content)
    const packed = deflateRawSync(plain)
    const fileName = Buffer.from(name)
    const sizes = Buffer.alloc(12)
    sizes.writeUInt32LE(crc32(plain), 0)
    sizes.writeUInt32LE(packed.length, 4)
    sizes.writeUInt32LE(saidSize ?? plain.length, 8)
    const local = Buffer.alloc(14)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(20, 4)
    local.writeUInt16LE(8, 8)
    const nameLength = Buffer.alloc(4)
    nameLength.writeUInt16LE(fileName.length, 0)
    files.push(local, sizes, nameLength, fileName, packed)
    const central = Buffer.alloc(16)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(20, 4)
    central.writeUInt16LE(20, 6)
    central.writeUInt16LE(8, 10)
    const place = Buffer.alloc(18)
    place.writeUInt16LE(fileName.length, 0)
    place.writeUInt32LE(offset, 14)
    directory.push(central, sizes, place, fileName)
    offset += local.length + sizes.length + nameLength.length + fileName.length + packed.length
  }
  const index = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(index.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, index, end])
}

const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'

export interface HandMadeSheet {
  name: string
  /** What stands inside `worksheet`. */
  xml: string
  state?: 'hidden'
}

/** The parts of a workbook with sheets written out by hand; `styles` holds number formats by style index. */
export function workbookParts(
  sheets: readonly HandMadeSheet[],
  { formats = [], is1904 = false }: { formats?: readonly string[]; is1904?: boolean } = {},
): ZipPart[] {
  const declared = sheets
    .map(
      ({ name, state }, at) =>
        `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"${state ? ` state="${state}"` : ''}/>`,
    )
    .join('')
  const related = sheets
    .map(
      (_, at) =>
        `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
    )
    .join('')
  const numberFormats = formats
    .map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${code.replaceAll('"', '&quot;')}"/>`)
    .join('')
  const cellFormats = formats.map((_, at) => `<xf numFmtId="${200 + at}" applyNumberFormat="1"/>`).join('')
  return [
    { name: '[Content_Types].xml', content: TYPES },
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${declared}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="${RELATIONS}">${related}<Relationship Id="rId99" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      content: `<styleSheet xmlns="${MAIN}"><numFmts count="${formats.length}">${numberFormats}</numFmts><cellXfs count="${formats.length + 1}"><xf numFmtId="0"/>${cellFormats}</cellXfs></styleSheet>`,
    },
    ...sheets.map(({ xml }, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      content: `<worksheet xmlns="${MAIN}">${xml}</worksheet>`,
    })),
  ]
}
