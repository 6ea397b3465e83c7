import { writeFileSync } from 'node:fs'
import type { EngineHandlers } from '../../application/ports.ts'
import { buildWorkbook } from '../../interchange/write-xlsx.ts'
import { buildScoreSheet } from './score-sheet.ts'

export const exportHandlers = {
  'export.scoreSheet': ({ database, files, startJob }, { language }) => ({
    jobId: startJob('export', async (control) => {
      const { fileName, sheets } = await buildScoreSheet(database, language, control)
      const bytes = await buildWorkbook(sheets)
      const download = files.prepareDownload(fileName)
      writeFileSync(download.path, bytes)
      return download.finish()
    }),
  }),
} satisfies EngineHandlers<'export'>
