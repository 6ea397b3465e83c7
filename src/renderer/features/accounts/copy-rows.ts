const NEEDS_QUOTES = /["\t\n\r]/

const cell = (text: string): string => (NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Rows as spreadsheets take them from the clipboard: tabs between cells, CRLF between rows. */
export function tabSeparated(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, ...rows].map((cells) => cells.map(cell).join('\t')).join('\r\n')
}

/** A copied block as cells; quoted cells may hold tabs and line ends. A last empty line is no row. */
export function parseBlock(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let current = ''
  let isQuoted = false
  const endCell = () => {
    row.push(current)
    current = ''
  }
  const endRow = () => {
    endCell()
    rows.push(row)
    row = []
  }
  const signs = [...text.replace(/\r\n?/g, '\n')]
  for (let index = 0; index < signs.length; index++) {
    const sign = signs[index] ?? ''
    if (isQuoted) {
      if (sign === '"' && signs[index + 1] === '"') {
        current += '"'
        index++
      } else if (sign === '"') isQuoted = false
      else current += sign
    } else if (sign === '"' && current === '') isQuoted = true
    else if (sign === '\t') endCell()
    else if (sign === '\n') endRow()
    else current += sign
  }
  if (current !== '' || row.length > 0) endRow()
  return rows
}
