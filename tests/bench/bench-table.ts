export interface BenchRow {
  what: string
  ours: string
  peer: string
  /** Our figure over the peer's, or the figure that is held against the aim. */
  ratio: string
  aim: string
  isMet: boolean | null
}

export const seconds = (value: number) =>
  value < 1 ? `${(value * 1000).toFixed(1)} ms` : `${value.toFixed(2)} s`
export const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`

export function ratioRow(
  what: string,
  ours: number,
  peer: { name: string; value: number },
  aim: number,
  write: (value: number) => string = seconds,
): BenchRow {
  const ratio = ours / peer.value
  return {
    what,
    ours: write(ours),
    peer: `${peer.name} ${write(peer.value)}`,
    ratio: ratio.toFixed(2),
    aim: `≤ ${aim}`,
    isMet: ratio <= aim,
  }
}

export function limitRow(
  what: string,
  ours: number,
  aim: number,
  write: (value: number) => string,
): BenchRow {
  return { what, ours: write(ours), peer: '—', ratio: '—', aim: `≤ ${write(aim)}`, isMet: ours <= aim }
}

export function missingRow(what: string, missing: string): BenchRow {
  return { what, ours: '—', peer: `${missing} is not on this machine`, ratio: '—', aim: '—', isMet: null }
}

export function printTable(rows: readonly BenchRow[]): string {
  const verdict = (row: BenchRow) => (row.isMet === null ? 'not run' : row.isMet ? 'met' : 'missed')
  const cells = [
    ['what', 'ours', 'peer', 'ratio', 'aim', ''],
    ...rows.map((row) => [row.what, row.ours, row.peer, row.ratio, row.aim, verdict(row)]),
  ]
  const widths = cells[0]?.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0))) ?? []
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
