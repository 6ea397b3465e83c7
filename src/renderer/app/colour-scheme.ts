import type { MantineColorSchemeManager } from '@mantine/core'

/** The theme is a device preference of the application, so Mantine keeps no copy of its own. */
export const preferredScheme: MantineColorSchemeManager = {
  get: (defaultValue) => defaultValue,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
}
