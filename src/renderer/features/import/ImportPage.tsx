import { Button } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useCallback, useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PickedFile } from '#shared/contract/host-bridge.ts'
import { useCall } from '../../api/use-call.ts'
import { Keys } from '../../components/Keys.tsx'
import { Page } from '../../components/page/Page.tsx'
import { type Step, StepBar } from '../../components/StepBar.tsx'
import { FileStep } from './FileStep.tsx'
import { MappingRemarks, ProblemRemarks } from './FooterRemarks.tsx'
import styles from './ImportPage.module.css'
import { ImportStatus } from './ImportStatus.tsx'
import { IMPORT_STEPS, type ImportStep, reachableStep } from './import-request.ts'
import { endSession, reviseSession, startSession, useImportSession } from './import-session.ts'
import { MappingStep } from './MappingStep.tsx'
import { actAfterMapping, actAfterProblems } from './next-act.ts'
import { ProblemsStep } from './ProblemsStep.tsx'
import { useImportDraft } from './use-import-draft.ts'
import { useImportUndo } from './use-import-undo.ts'
import { useWizardKeys } from './use-wizard-keys.ts'
import { useStartWriting, useWriteState } from './use-write-import.ts'
import { WizardFooter } from './WizardFooter.tsx'
import { WriteStep } from './WriteStep.tsx'

const route = getRouteApi('/workspace/import')

/** Orders in: file, mapping and preview, problems, writing. */
export function ImportPage() {
  const { t } = useTranslation('import')
  const search = route.useSearch()
  const navigate = useNavigate()
  const { data: workspace } = useCall('workspace.current', {})
  const workspaceId = workspace?.id
  const known = useImportSession(workspaceId)
  const session = known?.isSetAside ? null : known
  const draft = useImportDraft(session)
  const writing = useWriteState(session)
  const { undoImport, isBusy: isUndoing } = useImportUndo()

  const goTo = useCallback(
    (step: ImportStep, file: { token: string; name: string } | null, replace = false) =>
      void navigate({
        to: '/import',
        search: file ? { step, file: file.token, fileName: file.name } : {},
        replace,
      }),
    [navigate],
  )

  const begin = useCallback(
    (file: { token: string; name: string }, replace = false) => {
      if (!workspaceId) return
      startSession(workspaceId, { token: file.token, name: file.name })
      goTo('mapping', file, replace)
    },
    [workspaceId, goTo],
  )

  // A file handed over by its address starts; without one an import under way is shown again.
  useEffect(() => {
    if (!workspaceId) return
    if (search.file) {
      if (known?.file.token !== search.file) {
        begin({ token: search.file, name: search.fileName ?? search.file }, true)
      } else if (known.isSetAside) goTo('file', null, true)
      return
    }
    if (session && !session.isReceiptSeen && search.step !== 'file') {
      goTo(session.commitJobId === null ? 'mapping' : 'write', session.file, true)
    }
  }, [workspaceId, search.file, search.fileName, search.step, known, session, begin, goTo])

  const reachable = reachableStep(search.file ? (search.step ?? 'mapping') : 'file', session)
  const step = reachable === 'problems' && draft.inspection && !draft.request ? 'mapping' : reachable

  const show = useCallback((next: ImportStep) => goTo(next, session?.file ?? null), [goTo, session?.file])
  const startWriting = useStartWriting(useCallback(() => show('write'), [show]))
  const next =
    step === 'problems'
      ? actAfterProblems(draft.checking.state)
      : actAfterMapping(
          draft.gaps,
          draft.inspection !== null && !draft.inspectionFailure,
          draft.checking.state,
        )

  const goOn = () => {
    if (next.act === 'review') show('problems')
    else if (next.act === 'write' && draft.request && !startWriting.isBusy) startWriting.write(draft.request)
  }
  const cancel = useCallback(() => {
    reviseSession({ isSetAside: true })
    goTo('file', null)
  }, [goTo])
  const toPortfolio = () => void navigate({ to: '/portfolio' })
  const another = () => {
    endSession()
    goTo('file', null)
  }

  const isDone = step === 'write' && writing?.state === 'done'
  const isBeforeWriting = step === 'mapping' || step === 'problems'
  useWizardKeys(isDone ? toPortfolio : isBeforeWriting ? goOn : null, isBeforeWriting ? cancel : null)

  const steps = useMemo<Step[]>(
    () =>
      IMPORT_STEPS.map((key, index) => {
        const at = IMPORT_STEPS.indexOf(step)
        const isPast = index < at || (isDone && key === 'write')
        const canReturn = isPast && step !== 'write'
        return {
          key,
          label: t(`steps.${key}`),
          state: isPast ? 'done' : index === at ? 'current' : 'ahead',
          ...(canReturn ? { onSelect: () => (key === 'file' ? cancel() : show(key)) } : {}),
        }
      }),
    [step, isDone, t, show, cancel],
  )

  const footer = (): ReactNode => {
    if (isBeforeWriting) {
      return (
        <WizardFooter
          next={next}
          isBusy={startWriting.isBusy}
          onBack={() => (step === 'problems' ? show('mapping') : cancel())}
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
    const { batchId } = writing.receipt
    return (
      <>
        <div className={styles.remarks} />
        {batchId && (
          <Button size="sm" disabled={isUndoing} onClick={() => undoImport(batchId)}>
            {t('receipt.undo')}
          </Button>
        )}
        <Button size="sm" onClick={another}>
          {t('receipt.another')}
        </Button>
        <Button
          size="sm"
          variant="filled"
          rightSection={<IconArrowRight size={16} stroke={1.6} aria-hidden />}
          aria-keyshortcuts="Enter"
          onClick={toPortfolio}
        >
          {t('receipt.toPortfolio')}
        </Button>
      </>
    )
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
      tools={
        isBeforeWriting ? (
          <>
            <span className="ms-dimmed">{t('nothingWritten')}</span>
            <Button
              variant="subtle"
              color="gray"
              aria-keyshortcuts="Escape"
              rightSection={<Keys shortcut="esc" />}
              onClick={cancel}
            >
              {t('cancel', { ns: 'common' })}
            </Button>
          </>
        ) : step === 'write' && writing?.state === 'running' ? (
          <span className="ms-dimmed">{t('writing.mayLeave')}</span>
        ) : undefined
      }
      status={
        session ? <ImportStatus draft={draft} writing={step === 'write' ? writing : null} /> : undefined
      }
      footer={footer()}
      padding={step === 'file' ? 'reading' : 'none'}
    >
      {step === 'file' && (
        <FileStep
          onFile={(file: PickedFile) => begin(file)}
          setAside={known?.isSetAside ? known : null}
          onResume={() => {
            reviseSession({ isSetAside: false })
            goTo('mapping', known?.file ?? null)
          }}
        />
      )}
      {session && step === 'mapping' && <MappingStep session={session} draft={draft} onOtherFile={cancel} />}
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
