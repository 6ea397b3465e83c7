import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

/** Questions the views answer, in the order they are read. */
export const ANALYSIS_GROUPS = ['value', 'buying', 'growth', 'risk'] as const
export type AnalysisGroup = (typeof ANALYSIS_GROUPS)[number]

export const ANALYSIS_KEYS = [
  'contribution',
  'lifetime',
  'segments',
  'rfm',
  'salesQuality',
  'factors',
  'share',
  'whiteSpace',
  'opportunities',
  'credit',
  'complexity',
] as const
export type AnalysisKey = (typeof ANALYSIS_KEYS)[number]

export interface AnalysisTab {
  key: AnalysisKey
  group: AnalysisGroup
  component: LazyExoticComponent<ComponentType>
  /** 'none' for a view whose grid fills the centre. */
  padding?: 'none'
}

/** The views there are, group by group; a view renders its content inside `AnalysisView`. */
export const ANALYSIS_TABS: readonly AnalysisTab[] = [
  {
    key: 'contribution',
    group: 'value',
    component: lazy(() =>
      import('./contribution/ContributionTab.tsx').then((view) => ({ default: view.ContributionTab })),
    ),
  },
  {
    key: 'segments',
    group: 'value',
    component: lazy(() =>
      import('./segments/SegmentsTab.tsx').then((view) => ({ default: view.SegmentsTab })),
    ),
  },
  {
    key: 'salesQuality',
    group: 'buying',
    component: lazy(() => import('./quality/QualityTab.tsx').then((view) => ({ default: view.QualityTab }))),
  },
  {
    key: 'complexity',
    group: 'risk',
    component: lazy(() =>
      import('./complexity/ComplexityTab.tsx').then((view) => ({ default: view.ComplexityTab })),
    ),
  },
  {
    key: 'lifetime',
    group: 'value',
    component: lazy(() =>
      import('./lifetime/LifetimeView.tsx').then((view) => ({ default: view.LifetimeView })),
    ),
  },
  {
    key: 'rfm',
    group: 'buying',
    component: lazy(() => import('./rfm/RfmView.tsx').then((view) => ({ default: view.RfmView }))),
  },
  {
    key: 'factors',
    group: 'buying',
    component: lazy(() =>
      import('./factors/FactorsView.tsx').then((view) => ({ default: view.FactorsView })),
    ),
  },
  {
    key: 'share',
    group: 'growth',
    component: lazy(() => import('./share/ShareView.tsx').then((view) => ({ default: view.ShareView }))),
  },
  {
    key: 'whiteSpace',
    group: 'growth',
    component: lazy(() =>
      import('./white-space/WhiteSpaceView.tsx').then((view) => ({ default: view.WhiteSpaceView })),
    ),
  },
  {
    key: 'opportunities',
    group: 'growth',
    component: lazy(() =>
      import('./opportunities/OpportunitiesView.tsx').then((view) => ({ default: view.OpportunitiesView })),
    ),
  },
  {
    key: 'credit',
    group: 'risk',
    component: lazy(() => import('./credit/CreditView.tsx').then((view) => ({ default: view.CreditView }))),
  },
]
