import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { fetchCall } from '../api/fetch-call.ts'
import { Frame } from './Frame.tsx'
import { Root } from './Root.tsx'
import { RouteFailure } from './RouteFailure.tsx'
import {
  accountSearch,
  accountsSearch,
  analysisSearch,
  historySearch,
  importSearch,
  portfolioSearch,
  scoringSearch,
  startSearch,
} from './view-state.ts'

const pages = {
  start: () => import('../features/start/index.ts'),
  portfolio: () => import('../features/portfolio/index.ts'),
  accounts: () => import('../features/accounts/index.ts'),
  account: () => import('../features/account/index.ts'),
  import: () => import('../features/import/index.ts'),
  scoring: () => import('../features/scoring/index.ts'),
  analysis: () => import('../features/analysis/index.ts'),
  history: () => import('../features/history/index.ts'),
  settings: () => import('../features/settings/index.ts'),
}

const openWorkspace = () => fetchCall('workspace.current', {})

const rootRoute = createRootRoute({ component: Root, errorComponent: RouteFailure })

const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  validateSearch: startSearch,
  beforeLoad: async ({ search }) => {
    if (!search.act && (await openWorkspace())) throw redirect({ to: '/portfolio' })
  },
  component: lazyRouteComponent(pages.start, 'StartPage'),
})

const frameRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'workspace',
  beforeLoad: async () => {
    if (!(await openWorkspace())) throw redirect({ to: '/' })
  },
  component: Frame,
})

const portfolioRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/portfolio',
  validateSearch: portfolioSearch,
  component: lazyRouteComponent(pages.portfolio, 'PortfolioPage'),
})

const accountsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/accounts',
  validateSearch: accountsSearch,
  component: lazyRouteComponent(pages.accounts, 'AccountsPage'),
})

const accountRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/accounts/$accountId',
  validateSearch: accountSearch,
  component: lazyRouteComponent(pages.account, 'AccountPage'),
})

const importRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/import',
  validateSearch: importSearch,
  component: lazyRouteComponent(pages.import, 'ImportPage'),
})

const scoringRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/scoring',
  validateSearch: scoringSearch,
  component: lazyRouteComponent(pages.scoring, 'ScoringPage'),
})

const analysisRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/analysis',
  validateSearch: analysisSearch,
  component: lazyRouteComponent(pages.analysis, 'AnalysisPage'),
})

const historyRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/history',
  validateSearch: historySearch,
  component: lazyRouteComponent(pages.history, 'HistoryPage'),
})

const settingsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/settings',
  component: lazyRouteComponent(pages.settings, 'SettingsPage'),
})

const routeTree = rootRoute.addChildren([
  startRoute,
  frameRoute.addChildren([
    portfolioRoute,
    accountsRoute,
    accountRoute,
    importRoute,
    scoringRoute,
    analysisRoute,
    historyRoute,
    settingsRoute,
  ]),
])

/** Fetches every page's code once the first one stands, so that going there shows no waiting. */
export function preloadPages(): void {
  for (const load of Object.values(pages)) void load()
}

export const router = createRouter({
  routeTree,
  history: createHashHistory(),
  defaultPreload: 'intent',
  defaultErrorComponent: RouteFailure,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
