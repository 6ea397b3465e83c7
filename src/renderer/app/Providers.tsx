import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import type { ColourScheme } from '#shared/contract/workspace.ts'
import { queryClient } from '../api/query-client.ts'
import { styleNonce } from '../components/theme/style-nonce.ts'
import { cssVariablesResolver, theme } from '../components/theme/theme.ts'
import { preferredScheme } from './colour-scheme.ts'
import styles from './Providers.module.css'
import { router } from './routes.tsx'

/** Theme, answers, routes and toasts. */
export function Providers({ colourScheme }: { colourScheme: ColourScheme }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      getStyleNonce={() => styleNonce() ?? ''}
      colorSchemeManager={preferredScheme}
      defaultColorScheme={colourScheme === 'system' ? 'auto' : colourScheme}
    >
      <QueryClientProvider client={queryClient}>
        <Notifications
          position="bottom-left"
          limit={3}
          transitionDuration={0}
          autoClose={8_000}
          classNames={{ root: styles.toasts, notification: styles.toast }}
        />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  )
}
