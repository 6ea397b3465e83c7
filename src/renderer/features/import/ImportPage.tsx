import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Keys } from '../../components/Keys.tsx'
import { Page } from '../../components/page/Page.tsx'
import { type Step, StepBar } from '../../components/StepBar.tsx'
import { DoneActs } from './DoneActs.tsx'
import { FileStep } from './FileStep.tsx'
import { MappingRemarks, ProblemRemarks } from './FooterRemarks.tsx'
import { ImportStatus } from './ImportStatus.tsx'
import { IMPORT_STEPS, type ImportStep, reachableStep } from './import-request.ts'
import { reviseSession } from './import-session.ts'
import { MappingStep } from './MappingStep.tsx'
import { actAfterMapping, actAfterProblems } from './next-act.ts'
import { ProblemsStep } from './ProblemsStep.tsx'
import { useImportDraft } from './use-import-draft.ts'
import { useImportRoute } from './use-import-route.ts'
import { useWizardKeys } from './use-wizard-keys.ts'
import { useStartWriting, useWriteState } from './use-write-import.ts'
import { WizardFooter } from './WizardFooter.tsx'
import { WriteStep } from './WriteStep.tsx'

function useSteps(step: ImportStep, isDone: boolean, show: (step: ImportStep) => void): Step[] {
  const { t } = useTranslation('import')
  return useMemo(() => {
    const at = IMPORT_STEPS.indexOf(step)
    return IMPORT_STEPS.map((key, index) => {
      const isPast = index < at || isDone
      return {
        key,
        label: t(`steps.${key}`),
        state: isPast ? 'done' : index === at ? 'current' : 'ahead',
        ...(isPast && step !== 'write' ? { onSelect: () => show(key) } : {}),
      }
    })
  }, [step, isDone, t, show])
}

/** Orders in: file, mapping and preview, problems, writing. */
export function ImportPage() {
  const { t } = useTranslation('import')
  const navigate = useNavigate()
  const { wanted, known, session, begin, show, resume, setAside, leave } = useImportRoute()
  const draft = useImportDraft(session)
  const writing = useWriteState(session)

  const reachable = reachableStep(wanted, session)
  const step = reachable === 'problems' && draft.inspection && !draft.request ? 'mapping' : reachable
  const isBeforeWriting = step === 'mapping' || step === 'problems'
  const isDone = step === 'write' && writing?.state === 'done'

  const { write, isBusy } = useStartWriting(useCallback(() => show('write'), [show]))
  const checkState = draft.checking.state
  const next =
    step === 'problems'
      ? actAfterProblems(checkState)
      : actAfterMapping(draft.gaps, draft.inspection !== null && !draft.inspectionFailure, checkState)
  const goOn = () => {
    if (next.act === 'review') show('problems')
    else if (next.act === 'write' && draft.request && !isBusy) write(draft.request)
  }
  const toPortfolio = () => void navigate({ to: '/portfolio' })

  useWizardKeys(isDone ? toPortfolio : isBeforeWriting ? goOn : null, isBeforeWriting ? setAside : null)
  const steps = useSteps(step, isDone, show)

  const footer = () => {
    if (isBeforeWriting) {
      return (
        <WizardFooter
          next={next}
          isBusy={isBusy}
          onBack={() => show(step === 'problems' ? 'mapping' : 'file')}
          onNext={goOn}
        >
          {step === 'problems' ? (
            <ProblemRemarks checking={draft.checking} />
          ) : (
            <MappingRemarks checking={draft.checking} />
          )}
        </WizardFooter>
      )
    }
    if (!isDone || writing?.state !== 'done') return undefined
    return <DoneActs batchId={writing.receipt.batchId} onAnother={leave} onPortfolio={toPortfolio} />
  }

  const tools = () => {
    if (isBeforeWriting) {
      return (
        <>
          <span className="ms-dimmed">{t('nothingWritten')}</span>
          <Button
            variant="subtle"
            color="gray"
            aria-keyshortcuts="Escape"
            rightSection={<Keys shortcut="esc" />}
            onClick={setAside}
          >
            {t('cancel', { ns: 'common' })}
          </Button>
        </>
      )
    }
    return step === 'write' && writing?.state === 'running' ? (
      <span className="ms-dimmed">{t('writing.mayLeave')}</span>
    ) : undefined
  }

  return (
    <Page
      breadcrumb={
        session && step !== 'file'
          ? [
              { label: t('title'), link: { to: '/import', search: { step: 'file' } } },
              { label: session.file.name },
            ]
          : [{ label: t('title') }]
      }
      filters={<StepBar steps={steps} label={t('steps.label')} />}
      tools={tools()}
      status={
        session ? <ImportStatus draft={draft} writing={step === 'write' ? writing : null} /> : undefined
      }
      footer={footer()}
      padding={step === 'file' ? 'reading' : 'none'}
    >
      {step === 'file' && (
        <FileStep
          onFile={begin}
          unfinished={known?.isReceiptSeen ? null : known}
          onResume={resume}
          onForget={leave}
        />
      )}
      {session && step === 'mapping' && (
        <MappingStep session={session} draft={draft} onOtherFile={() => show('file')} />
      )}
      {session && step === 'problems' && (
        <ProblemsStep
          session={session}
          draft={draft}
          onMapping={(focusHeader) => {
            reviseSession({ focusHeader })
            show('mapping')
          }}
        />
      )}
      {session && step === 'write' && writing && <WriteStep session={session} writing={writing} />}
    </Page>
  )
}
