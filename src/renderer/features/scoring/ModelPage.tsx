import { Button } from '@mantine/core'
import { IconScale, IconWand } from '@tabler/icons-react'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/contract.ts'
import type { ScoringModel } from '#shared/domain/scoring-model.ts'
import { useCall } from '../../api/use-call.ts'
import type { ActionGroup } from '../../components/actions/action.ts'
import { useActions } from '../../components/actions/use-actions.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { LoadingLine } from '../../components/LoadingLine.tsx'
import { Page } from '../../components/page/Page.tsx'
import { useUndoToast } from '../../components/page/use-undo.tsx'
import { AhpDialog } from './ahp/AhpDialog.tsx'
import { CriteriaTab } from './CriteriaTab.tsx'
import { classRules } from './class-rules.ts'
import { DeskFooter } from './desk/DeskFooter.tsx'
import { DeskTab } from './desk/DeskTab.tsx'
import { ScenarioMenu } from './desk/ScenarioMenu.tsx'
import { ExportScores } from './ExportScores.tsx'
import { ModelEditor } from './edit/ModelEditor.tsx'
import { ExpertsTab } from './experts/ExpertsTab.tsx'
import { ModelHeadline } from './ModelHeadline.tsx'
import { ModelTools } from './ModelTools.tsx'
import { ProposalFooter } from './ProposalFooter.tsx'
import { ProposalTab } from './ProposalTab.tsx'
import { RulesTab } from './RulesTab.tsx'
import { useModelDraft } from './use-model-draft.ts'
import { VersionDrawer } from './versions/VersionDrawer.tsx'
import { VersionsTab } from './versions/VersionsTab.tsx'

const TABS = ['criteria', 'rules', 'desk', 'versions', 'experts', 'proposal'] as const
type Tab = (typeof TABS)[number]

/** Tabs below a sentence about the model in force. */
const HEADED: readonly Tab[] = ['criteria', 'rules', 'proposal']

export interface ModelPageProps {
  model: ScoringModel
  current: OutputOf<'model.current'>
}

/** Everything about the model in force, and the desk where the next version is tried out. */
export function ModelPage({ model, current }: ModelPageProps) {
  const { t } = useTranslation('scoring')
  const { t: tModel } = useTranslation('model')
  const navigate = useNavigate()
  const search = getRouteApi('/workspace/scoring').useSearch()
  const tab = TABS.find((one) => one === search.tab) ?? 'criteria'
  const overview = useCall('portfolio.overview', {})
  const { data: workspace } = useCall('workspace.current', {})
  const edits = useModelDraft(model)
  const proposal = useCall('model.propose', {}, { enabled: tab === 'proposal' })
  const undoToast = useUndoToast()
  const [isEditing, setEditing] = useState(false)
  const [isComparing, setComparing] = useState(false)
  const [lookedAt, setLookedAt] = useState<number | null>(null)
  const part = tab === 'criteria' || tab === 'rules' ? tab : null

  const select = useCallback(
    (next: Tab) =>
      void navigate({ to: '/scoring', search: next === 'criteria' ? {} : { tab: next }, replace: true }),
    [navigate],
  )
  const startEditing = () => {
    setEditing(true)
    select('criteria')
  }
  const canPropose = !(workspace?.isReadOnly ?? false)
  const actions = useMemo<ActionGroup>(
    () => ({
      scope: 'page',
      title: t('title'),
      actions: [
        { id: 'model-desk', label: t('tab.desk'), run: () => select('desk') },
        ...(canPropose
          ? [{ id: 'propose-model', label: t('propose'), icon: IconWand, run: () => select('proposal') }]
          : []),
      ],
    }),
    [canPropose, t, select],
  )
  useActions(actions)

  const { criteria } = current
  const rules = useMemo(() => classRules(model, current), [model, current])
  const classes = overview.data?.classes ?? []

  return (
    <Page
      breadcrumb={[{ label: t('title') }]}
      primaryAction={<ExportScores />}
      padding={tab === 'desk' ? 'none' : 'page'}
      tabs={TABS.filter((one) => one !== 'proposal' || tab === 'proposal').map((one) => ({
        key: one,
        label: t(`tab.${one}`),
        isActive: one === tab,
        onSelect: () => select(one),
      }))}
      tools={
        tab === 'desk' ? (
          <>
            <ScenarioMenu edits={edits} />
            {canPropose && (
              <Button leftSection={<IconScale size={16} stroke={1.6} />} onClick={() => setComparing(true)}>
                {tModel('ahp.open')}
              </Button>
            )}
          </>
        ) : canPropose && part ? (
          <ModelTools isEditing={isEditing} onEdit={setEditing} onPropose={() => select('proposal')} />
        ) : undefined
      }
      status={
        overview.data ? (
          <span>{t('status', { count: overview.data.accountCount, version: model.version })}</span>
        ) : undefined
      }
      drawer={
        tab === 'versions' && lookedAt !== null ? (
          <VersionDrawer
            version={lookedAt}
            edits={edits}
            onClose={() => setLookedAt(null)}
            onEdit={startEditing}
          />
        ) : undefined
      }
      footer={
        tab !== 'proposal' && edits.isChanged ? (
          <DeskFooter
            present={model}
            edits={edits}
            onApplied={(version) => undoToast(t('desk.applied', { version }))}
          />
        ) : tab === 'proposal' && proposal.data ? (
          <ProposalFooter present={model} proposed={proposal.data} onDone={() => select('criteria')} />
        ) : undefined
      }
    >
      {part && isEditing ? (
        <ModelEditor
          part={part}
          edits={edits}
          version={model.version + 1}
          onGo={select}
          onCompare={() => setComparing(true)}
        />
      ) : (
        <>
          {HEADED.includes(tab) && <ModelHeadline model={model} criteria={criteria} />}
          {tab === 'criteria' && (
            <CriteriaTab model={model} current={current} rules={rules} classes={classes} />
          )}
          {tab === 'rules' && <RulesTab model={model} rules={rules} classes={classes} />}
        </>
      )}
      {tab === 'desk' && <DeskTab present={model} edits={edits} criteria={criteria} />}
      {tab === 'versions' && (
        <VersionsTab present={model} edits={edits} onLook={setLookedAt} onEdit={startEditing} />
      )}
      {tab === 'experts' && <ExpertsTab edits={edits} />}
      {isComparing && <AhpDialog edits={edits} onClose={() => setComparing(false)} />}
      {tab === 'proposal' &&
        (proposal.error ? (
          <ErrorNotice failure={proposal.error} />
        ) : proposal.data ? (
          <ProposalTab present={model} proposed={proposal.data} />
        ) : (
          <LoadingLine label={t('proposal.computing')} />
        ))}
    </Page>
  )
}
