import type { EngineHandlers } from '../../application/ports.ts'

export const exportHandlers = {
  'export.scoreSheet': ({ database, files, startJob }, { language }) => ({
    jobId: startJob('export', async (control) => {
      // A writer of workbooks is large and seldom needed: it waits for the first one.
      const { writeScoreSheet } = await import('./write-score-sheet.ts')
      return writeScoreSheet(database, files, language, control)
    }),
  }),
} satisfies EngineHandlers<'export'>
