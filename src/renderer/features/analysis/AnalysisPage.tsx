import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Suspense, useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActionGroup } from '../../components/actions/action.ts'
import { useActions } from '../../components/actions/use-actions.ts'
import { LoadingLine } from '../../components/LoadingLine.tsx'
import { Page } from '../../components/page/Page.tsx'
import styles from './Analysis.module.css'
import { type AnalysisSlots, AnalysisSlotsContext } from './analysis-slots.ts'
import { ANALYSIS_GROUPS, ANALYSIS_KEYS, ANALYSIS_TABS, type AnalysisKey } from './analysis-tabs.ts'

/** In the order of the keys, whatever the order in which the views are listed. */
const VIEWS = ANALYSIS_KEYS.flatMap((key) => ANALYSIS_TABS.filter((tab) => tab.key === key))

const searchOf = (key: AnalysisKey) => (key === VIEWS[0]?.key ? {} : { tab: key })
/** 1 to 9, then 0; later views have none. */
const shortcutOf = (index: number) => (index < 10 ? { shortcut: String((index + 1) % 10) } : {})

/** Every model beside the value class: groups as tabs, the views of the group behind them. */
export function AnalysisPage() {
  const { t } = useTranslation('analysis')
  const navigate = useNavigate()
  const search = getRouteApi('/workspace/analysis').useSearch()
  const view = VIEWS.find(({ key }) => key === search.tab) ?? VIEWS[0]
  const [toolsElement, setToolsElement] = useState<HTMLElement | null>(null)
  const [drawerElement, setDrawerElement] = useState<HTMLElement | null>(null)
  const slots = useMemo<AnalysisSlots>(() => ({ toolsElement, drawerElement }), [toolsElement, drawerElement])

  const show = useCallback(
    (key: AnalysisKey) => void navigate({ to: '/analysis', search: searchOf(key), replace: true }),
    [navigate],
  )
  const actions = useMemo<ActionGroup>(
    () => ({
      scope: 'page',
      title: t('title'),
      actions: VIEWS.map(({ key }, index) => ({
        id: `analysis-${key}`,
        label: t(`tab.${key}`),
        ...shortcutOf(index),
        run: () => show(key),
      })),
    }),
    [t, show],
  )
  useActions(actions)

  const groups = ANALYSIS_GROUPS.filter((group) => VIEWS.some((tab) => tab.group === group))
  const View = view?.component
  return (
    <Page
      breadcrumb={[{ label: t('title') }]}
      title={view ? `${t(`tab.${view.key}`)} · ${t('title')}` : t('title')}
      tabs={groups.map((group) => ({
        key: group,
        label: t(`group.${group}`),
        isActive: group === view?.group,
        onSelect: () => {
          const first = VIEWS.find((tab) => tab.group === group)
          if (first) show(first.key)
        },
      }))}
      filters={
        <nav aria-label={t('views')}>
          <ul className={styles.views}>
            {VIEWS.filter((tab) => tab.group === view?.group).map(({ key }) => (
              <li key={key}>
                <Link
                  to="/analysis"
                  search={searchOf(key)}
                  replace
                  className={styles.view}
                  data-active={key === view?.key || undefined}
                  aria-current={key === view?.key ? 'page' : undefined}
                >
                  {t(`tab.${key}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      }
      tools={<div ref={setToolsElement} className={styles.tools} />}
      drawer={<div ref={setDrawerElement} className={styles.slot} />}
      padding={view?.padding ?? 'page'}
    >
      <AnalysisSlotsContext value={slots}>
        <Suspense fallback={<LoadingLine />}>{View && <View key={view.key} />}</Suspense>
      </AnalysisSlotsContext>
    </Page>
  )
}
