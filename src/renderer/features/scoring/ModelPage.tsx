import { Button } from '@mantine/core'
import { IconPencil, IconScale, IconWand } from '@tabler/icons-react'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/contract.ts'
import type { ScoringModel } from '#shared/domain/scoring-model.ts'
import { useCall } from '../../api/use-call.ts'
import { useCommand } from '../../api/use-command.ts'
import type { ActionGroup } from '../../components/actions/action.ts'
import { useActions } from '../../components/actions/use-actions.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { LoadingLine } from '../../components/LoadingLine.tsx'
import { Page } from '../../components/page/Page.tsx'
import { useUndoToast } from '../../components/page/use-undo.tsx'
import { AhpDialog } from './ahp/AhpDialog.tsx'
import { ClassesPanel } from './ClassesPanel.tsx'
import { CriteriaPanel } from './CriteriaPanel.tsx'
import { classRules } from './class-rules.ts'
import { DeskFooter } from './desk/DeskFooter.tsx'
import { DeskTab } from './desk/DeskTab.tsx'
import { ScenarioMenu } from './desk/ScenarioMenu.tsx'
import { ExportScores } from './ExportScores.tsx'
import { CriteriaEditor } from './edit/CriteriaEditor.tsx'
import { EditHeadline } from './edit/EditHeadline.tsx'
import { RULE_PROBLEMS } from './edit/ProblemNotices.tsx'
import { RulesEditor } from './edit/RulesEditor.tsx'
import { ExpertsTab } from './experts/ExpertsTab.tsx'
import { InactivePanel } from './InactivePanel.tsx'
import { ModelFacts } from './ModelFacts.tsx'
import { isSameModel } from './model-differences.ts'
import { ProposalTab } from './ProposalTab.tsx'
import { RulesTab } from './RulesTab.tsx'
import styles from './Scoring.module.css'
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
  const validation = useCall('model.validate', { model: edits.model }, { keepPrevious: true })
  const problems = validation.data?.problems ?? []
  const isEditor = isEditing && (tab === 'criteria' || tab === 'rules')
  const moved = useCall(
    'model.preview',
    { model: edits.model, changes: [...edits.changes], limit: 0 },
    { enabled: isEditor && edits.isChanged, keepPrevious: true },
  )

  const select = useCallback(
    (next: Tab) =>
      void navigate({ to: '/scoring', search: next === 'criteria' ? {} : { tab: next }, replace: true }),
    [navigate],
  )
  const startEditing = () => {
    setEditing(true)
    select('criteria')
  }
  const adopt = useCommand('model.adopt', {
    onSuccess: ({ version }) => {
      select('criteria')
      undoToast(t('proposal.adopted', { version }))
    },
  })

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
  const isNew = tab === 'proposal' && proposal.data !== undefined && !isSameModel(model, proposal.data)
  const inactive = criteria.filter(({ isActive }) => !isActive).length

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
        ) : canPropose && (tab === 'criteria' || tab === 'rules') ? (
          <>
            <Button
              leftSection={isEditing ? undefined : <IconPencil size={16} stroke={1.6} />}
              onClick={() => setEditing(!isEditing)}
            >
              {tModel(isEditing ? 'read' : 'edit')}
            </Button>
            <Button leftSection={<IconWand size={16} stroke={1.6} />} onClick={() => select('proposal')}>
              {t('propose')}
            </Button>
          </>
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
          <>
            <span className={styles.footnote}>{isNew && t('proposal.frozen')}</span>
            <Button size="sm" onClick={() => select('criteria')}>
              {t('proposal.keep', { version: model.version })}
            </Button>
            <Button
              size="sm"
              variant="filled"
              disabled={!isNew || adopt.isPending}
              onClick={() => adopt.mutate({})}
            >
              {isNew ? t('proposal.adopt', { version: proposal.data.version }) : t('proposal.nothing')}
            </Button>
          </>
        ) : undefined
      }
    >
      {isEditor ? (
        <EditHeadline
          version={model.version + 1}
          movedCount={edits.isChanged ? moved.data?.movedCount : undefined}
          elsewhere={
            problems.filter(({ code }) => RULE_PROBLEMS.includes(code) === (tab === 'criteria')).length
          }
          other={tab === 'criteria' ? 'rules' : 'criteria'}
          onGo={select}
        />
      ) : (
        HEADED.includes(tab) && (
          <div className={styles.headline}>
            <h2 className={styles.sentence}>
              {inactive > 0
                ? t('headline.some', { version: model.version, count: model.criteria.length, inactive })
                : t('headline.all', { version: model.version, count: model.criteria.length })}
            </h2>
            <div className="ms-dimmed">{t('headline.note')}</div>
          </div>
        )
      )}
      {isEditor && tab === 'criteria' && (
        <CriteriaEditor edits={edits} problems={problems} onCompare={() => setComparing(true)} />
      )}
      {isEditor && tab === 'rules' && <RulesEditor edits={edits} problems={problems} />}
      {!isEditor && tab === 'criteria' && (
        <div className={styles.board}>
          <div className={styles.column}>
            <CriteriaPanel model={model} criteria={criteria} />
            <InactivePanel criteria={criteria} />
          </div>
          <div className={styles.column}>
            <ClassesPanel rules={rules} classes={classes} />
            <ModelFacts model={model} current={current} />
          </div>
        </div>
      )}
      {!isEditor && tab === 'rules' && <RulesTab model={model} rules={rules} classes={classes} />}
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
