import { Button } from '@mantine/core'
import { IconUpload, IconWand } from '@tabler/icons-react'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../api/use-call.ts'
import { useCommand } from '../../api/use-command.ts'
import type { ActionGroup } from '../../components/actions/action.ts'
import { useActions } from '../../components/actions/use-actions.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { LoadingLine } from '../../components/LoadingLine.tsx'
import { Page } from '../../components/page/Page.tsx'
import { useUndoToast } from '../../components/page/use-undo.tsx'
import { ClassesPanel } from './ClassesPanel.tsx'
import { CriteriaPanel } from './CriteriaPanel.tsx'
import { classRules } from './class-rules.ts'
import { InactivePanel } from './InactivePanel.tsx'
import { ModelFacts } from './ModelFacts.tsx'
import { isSameModel } from './model-differences.ts'
import { ProposalTab } from './ProposalTab.tsx'
import { RulesTab } from './RulesTab.tsx'
import styles from './Scoring.module.css'

const TABS = ['criteria', 'rules', 'proposal'] as const
type Tab = (typeof TABS)[number]

/** The model in force: what counts, how much, from which figure on, and what else could count. */
export function ScoringPage() {
  const { t } = useTranslation('scoring')
  const navigate = useNavigate()
  const search = getRouteApi('/workspace/scoring').useSearch()
  const tab = TABS.find((one) => one === search.tab) ?? 'criteria'
  const current = useCall('model.current', {})
  const overview = useCall('portfolio.overview', {})
  const { data: workspace } = useCall('workspace.current', {})
  const model = current.data?.model ?? null
  const isProposing = tab === 'proposal' && model !== null
  const proposal = useCall('model.propose', {}, { enabled: isProposing })
  const undoToast = useUndoToast()

  const select = useCallback(
    (next: Tab) =>
      void navigate({ to: '/scoring', search: next === 'criteria' ? {} : { tab: next }, replace: true }),
    [navigate],
  )
  const adopt = useCommand('model.adopt', {
    onSuccess: ({ version }) => {
      select('criteria')
      undoToast(t('proposal.adopted', { version }))
    },
  })

  const canPropose = model !== null && !(workspace?.isReadOnly ?? false)
  const actions = useMemo<ActionGroup | null>(
    () =>
      canPropose
        ? {
            scope: 'page',
            title: t('title'),
            actions: [
              { id: 'propose-model', label: t('propose'), icon: IconWand, run: () => select('proposal') },
            ],
          }
        : null,
    [canPropose, t, select],
  )
  useActions(actions)

  const criteria = current.data?.criteria ?? []
  const rules = useMemo(
    () => (model ? classRules(model, current.data?.criteria ?? []) : []),
    [model, current.data?.criteria],
  )
  const classes = overview.data?.classes ?? []
  const isNew = isProposing && proposal.data !== undefined && !isSameModel(model, proposal.data)

  const content = () => {
    if (current.error) return <ErrorNotice failure={current.error} />
    if (!current.data) return <LoadingLine />
    if (!model) {
      return (
        <EmptyState
          title={t('empty.title')}
          action={
            <Button
              size="sm"
              variant="filled"
              leftSection={<IconUpload size={16} stroke={1.6} />}
              renderRoot={(props) => <Link to="/import" {...props} />}
            >
              {t('empty.action')}
            </Button>
          }
        >
          {t('empty.text')}
        </EmptyState>
      )
    }
    const inactive = criteria.filter(({ isActive }) => !isActive).length
    return (
      <>
        <div className={styles.headline}>
          <h2 className={styles.sentence}>
            {inactive > 0
              ? t('headline.some', {
                  version: model.version,
                  count: model.criteria.length,
                  inactive,
                })
              : t('headline.all', { version: model.version, count: model.criteria.length })}
          </h2>
          <div className="ms-dimmed">{t('headline.note')}</div>
        </div>
        {tab === 'criteria' && (
          <div className={styles.board}>
            <div className={styles.column}>
              <CriteriaPanel model={model} criteria={criteria} />
              <InactivePanel criteria={criteria} />
            </div>
            <div className={styles.column}>
              <ClassesPanel rules={rules} classes={classes} />
              <ModelFacts model={model} current={current.data} />
            </div>
          </div>
        )}
        {tab === 'rules' && <RulesTab model={model} rules={rules} classes={classes} />}
        {tab === 'proposal' &&
          (proposal.error ? (
            <ErrorNotice failure={proposal.error} />
          ) : proposal.data ? (
            <ProposalTab present={model} proposed={proposal.data} />
          ) : (
            <LoadingLine label={t('proposal.computing')} />
          ))}
      </>
    )
  }

  return (
    <Page
      breadcrumb={[{ label: t('title') }]}
      tabs={
        model
          ? TABS.filter((one) => one !== 'proposal' || tab === 'proposal').map((one) => ({
              key: one,
              label: t(`tab.${one}`),
              isActive: one === tab,
              onSelect: () => select(one),
            }))
          : []
      }
      tools={
        canPropose && tab !== 'proposal' ? (
          <Button leftSection={<IconWand size={16} stroke={1.6} />} onClick={() => select('proposal')}>
            {t('propose')}
          </Button>
        ) : undefined
      }
      status={
        model && overview.data ? (
          <span>{t('status', { count: overview.data.accountCount, version: model.version })}</span>
        ) : undefined
      }
      footer={
        isProposing && proposal.data ? (
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
      {content()}
    </Page>
  )
}
