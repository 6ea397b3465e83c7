import { MantineProvider } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ProductMark } from '../components/ProductMark.tsx'
import { styleNonce } from '../components/theme/style-nonce.ts'
import { cssVariablesResolver, theme } from '../components/theme/theme.ts'
import { preferredScheme } from './colour-scheme.ts'
import styles from './RouteFailure.module.css'

/** A browser window without a session: only the address printed at the start opens one. */
export function NotConnected() {
  const { t } = useTranslation('common')
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      getStyleNonce={() => styleNonce() ?? ''}
      colorSchemeManager={preferredScheme}
      defaultColorScheme="auto"
    >
      <main className={styles.failure}>
        <ProductMark size={40} />
        <h1>{t('notConnected.title')}</h1>
        <p>{t('notConnected.message')}</p>
      </main>
    </MantineProvider>
  )
}
