import { useEffect } from 'react'
import { useCall } from '../api/use-call.ts'
import { nameClasses } from './i18n.ts'

/** The classes are called as the model in force calls them, for as long as its workspace is open. */
export function useClassTexts(): void {
  const { data: classes } = useCall('model.listClasses', {})
  useEffect(() => {
    const hasOwn = Object.values(classes ?? {}).some(({ name, letter }) => name !== null || letter !== null)
    if (!classes || !hasOwn) return
    nameClasses(classes)
    return () => nameClasses(null)
  }, [classes])
}
