import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { call } from '../api/client.ts'
import { queryClient } from '../api/query-client.ts'
import { callKey } from '../api/use-call.ts'
import { Frame } from './Frame.tsx'
import { Root } from './Root.tsx'
import { RouteFailure } from './RouteFailure.tsx'
import {
  accountSearch,
  accountsSearch,
  historySearch,
  importSearch,
  portfolioSearch,
  scoringSearch,
  startSearch,
} from './view-state.ts'

const openWorkspace = () =>
  queryClient.fetchQuery({
    queryKey: callKey('workspace.current', {}),
    queryFn: () => call('workspace.current', {}),
  })

const rootRoute = createRootRoute({ component: Root, errorComponent: RouteFailure })

const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  validateSearch: startSearch,
  beforeLoad: async ({ search }) => {
    if (!search.act && (await openWorkspace())) throw redirect({ to: '/portfolio' })
  },
  component: lazyRouteComponent(() => import('../features/start/index.ts'), 'StartPage'),
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
  component: lazyRouteComponent(() => import('../features/portfolio/index.ts'), 'PortfolioPage'),
})

const accountsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/accounts',
  validateSearch: accountsSearch,
  component: lazyRouteComponent(() => import('../features/accounts/index.ts'), 'AccountsPage'),
})

const accountRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/accounts/$accountId',
  validateSearch: accountSearch,
  component: lazyRouteComponent(() => import('../features/account/index.ts'), 'AccountPage'),
})

const importRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/import',
  validateSearch: importSearch,
  component: lazyRouteComponent(() => import('../features/import/index.ts'), 'ImportPage'),
})

const scoringRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/scoring',
  validateSearch: scoringSearch,
  component: lazyRouteComponent(() => import('../features/scoring/index.ts'), 'ScoringPage'),
})

const historyRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/history',
  validateSearch: historySearch,
  component: lazyRouteComponent(() => import('../features/history/index.ts'), 'HistoryPage'),
})

const settingsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('../features/settings/index.ts'), 'SettingsPage'),
})

const routeTree = rootRoute.addChildren([
  startRoute,
  frameRoute.addChildren([
    portfolioRoute,
    accountsRoute,
    accountRoute,
    importRoute,
    scoringRoute,
    historyRoute,
    settingsRoute,
  ]),
])

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
