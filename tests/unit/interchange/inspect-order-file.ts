import type { FileInspection } from '#shared/contract/import.ts'
import type { ReadSettings } from '#shared/domain/import.ts'
import { type InspectOptions, inspectFile } from '../../../src/main/interchange/inspect-file.ts'
import { openCsvFile } from '../../../src/main/interchange/open-csv-file.ts'

/** What the wizard is shown of a file of order lines. */
export function inspectOrderFile(
  path: string,
  settings: ReadSettings = {},
  options: InspectOptions = {},
): FileInspection {
  return inspectFile(openCsvFile(path, settings), 'order-lines', settings, options)
}
