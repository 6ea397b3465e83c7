import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type RobustnessResult, robustnessResult } from '#shared/contract/model.ts'
import { useJob } from '../../../api/jobs.ts'
import { useCommand } from '../../../api/use-command.ts'
import { AccountLink } from '../../../components/account/AccountLink.tsx'
import { ClassLetter } from '../../../components/ClassLetter.tsx'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { useFormat } from '../../../components/format.tsx'
import { Notice } from '../../../components/Notice.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { ProgressBar } from '../../../components/ProgressBar.tsx'
import { ScrollRegion } from '../../../components/ScrollRegion.tsx'
import { SimpleTable } from '../../../components/SimpleTable.tsx'
import type { ModelDraftEdits } from '../use-model-draft.ts'
import styles from './Experts.module.css'

const DRAWS = 1000

/** How firmly classes stand while the weights are drawn at random: a run with progress, to be cancelled at any time. */
export function RobustnessPanel({ edits: { model, isChanged } }: { edits: ModelDraftEdits }) {
  const { t } = useTranslation('model')
  const { t: tCommon } = useTranslation('common')
  const format = useFormat()
  const [jobId, setJobId] = useState<string | null>(null)
  const job = useJob(jobId)
  const start = useCommand('model.startRobustness', { onSuccess: (started) => setJobId(started.jobId) })
  const cancel = useCommand('job.cancel')
  const isRunning = start.isPending || (jobId !== null && job?.state !== 'finished')
  const outcome = job?.state === 'finished' ? job.outcome : null
  const parsed = outcome?.state === 'done' ? robustnessResult.safeParse(outcome.result) : null
  const result = parsed?.success ? parsed.data : null
  const percent = job?.state === 'running' && job.total > 0 ? (100 * job.done) / job.total : null
  return (
    <Panel
      padding={result ? 'none' : 'panel'}
      title={
        result
          ? t('experts.robust', {
              count: result.accountCount,
              firm: result.firmCount,
              percent: format.percent(result.meanPercent, 0),
            })
          : t('experts.robustTitle')
      }
      note={
        result
          ? t('experts.robustSeed', { draws: format.number(result.draws), seed: result.seed })
          : `${t('experts.robustNote', { draws: format.number(DRAWS) })} · ${t(isChanged ? 'experts.draft' : 'experts.inForce')}`
      }
      actions={
        isRunning ? (
          <Button disabled={jobId === null} onClick={() => jobId !== null && cancel.mutate({ jobId })}>
            {tCommon('cancel')}
          </Button>
        ) : (
          <Button onClick={() => start.mutate({ model, draws: DRAWS })}>
            {t(result ? 'experts.again' : 'experts.start')}
          </Button>
        )
      }
    >
      {isRunning ? (
        <ProgressBar percent={percent} label={t('experts.running')} />
      ) : outcome?.state === 'failed' ? (
        <ErrorNotice failure={outcome.error} />
      ) : outcome?.state === 'cancelled' ? (
        <Notice tone="plain" role="status">
          {t('experts.cancelled')}
        </Notice>
      ) : result ? (
        <LeastFirm accounts={result.accounts} />
      ) : null}
    </Panel>
  )
}

function LeastFirm({ accounts }: { accounts: RobustnessResult['accounts'] }) {
  const { t } = useTranslation('model')
  const format = useFormat()
  return (
    <ScrollRegion className={styles.scroll} label={t('experts.robustLabel')}>
      <SimpleTable
        label={t('experts.robustLabel')}
        isHeaderSticky
        columns={[
          { key: 'class', label: t('experts.class') },
          { key: 'account', label: t('experts.account') },
          { key: 'share', label: t('experts.share'), align: 'end' },
          { key: 'other', label: t('experts.otherClass'), align: 'end' },
        ]}
        rows={accounts.map(({ id, name, valueClass, sharePercent, otherClass }) => ({
          key: id,
          cells: [
            <ClassLetter key="class" valueClass={valueClass} />,
            <AccountLink key="account" id={id} name={name} tab="reasons" />,
            format.percent(sharePercent, 0),
            otherClass ? <ClassLetter key="other" valueClass={otherClass} /> : '–',
          ],
        }))}
      />
    </ScrollRegion>
  )
}
