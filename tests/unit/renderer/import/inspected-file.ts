import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FileInspection } from '../../../../src/shared/contract/import.ts'
import type { ReadSettings } from '../../../../src/shared/domain/import.ts'
import type { OrderLineMapping } from '../../../../src/shared/domain/order-line.ts'
import { inspectOrderFile } from '../../interchange/inspect-order-file.ts'

/** What the application says of a file with these lines. */
export function inspectLines(
  lines: readonly string[],
  settings: ReadSettings = {},
  remembered: OrderLineMapping = {},
): FileInspection {
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-inspected-'))
  try {
    const path = join(folder, 'orders.csv')
    writeFileSync(path, lines.join('\n'))
    return inspectOrderFile(path, settings, { remembered })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
