import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { downloadToken } from '#shared/contract/workspace.ts'
import { saveDownload } from '../../api/client.ts'
import { useJob } from '../../api/jobs.ts'
import { useCommand } from '../../api/use-command.ts'
import { useErrorText } from '../../api/use-error-text.ts'
import { useFormat } from '../../components/format.tsx'
import { showToast } from '../../components/toast.ts'

/** Hands out the model as a workbook whose scores are live formulas; progress stands in the status bar. */
export function ExportScores() {
  const { t } = useTranslation('scoring')
  const { language } = useFormat()
  const errorText = useErrorText()
  const [jobId, setJobId] = useState<string | null>(null)
  const job = useJob(jobId)
  const start = useCommand('export.scoreSheet', { onSuccess: (started) => setJobId(started.jobId) })
  const outcome = job?.state === 'finished' ? job.outcome : null

  useEffect(() => {
    if (!outcome) return
    setJobId(null)
    if (outcome.state === 'done') {
      const download = downloadToken.safeParse(outcome.result)
      if (download.success) void saveDownload(download.data)
    } else if (outcome.state === 'failed') {
      const { what, remedy } = errorText(outcome.error)
      showToast({ title: what, message: remedy, isFailure: true })
    }
  }, [outcome, errorText])

  return (
    <Button
      leftSection={<IconDownload size={16} stroke={1.6} />}
      loading={start.isPending || jobId !== null}
      onClick={() => start.mutate({ language })}
    >
      {t('exportScores')}
    </Button>
  )
}
