import { writeFileSync } from 'node:fs'
import type { Language } from '#shared/contract/workspace.ts'
import type { FilePort, JobControl } from '../../application/ports.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { buildWorkbook } from '../../interchange/write-xlsx.ts'
import { buildScoreSheet } from './score-sheet.ts'

/** Writes the score sheet as a workbook for the user. Errors: cancelled, disk-full. */
export async function writeScoreSheet(
  database: ReadDatabase,
  files: FilePort,
  language: Language,
  control: JobControl,
): Promise<ReturnType<ReturnType<FilePort['prepareDownload']>['finish']>> {
  const { fileName, sheets } = await buildScoreSheet(database, language, control)
  const bytes = await buildWorkbook(sheets)
  const download = files.prepareDownload(fileName)
  writeFileSync(download.path, bytes)
  return download.finish()
}
