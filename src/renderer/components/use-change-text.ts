import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChangeLabel } from '#shared/contract/history.ts'

/** A change's label in the user's language, such as 修改 12 个客户. */
export function useChangeText(): (label: ChangeLabel) => string {
  const { t, i18n } = useTranslation('changes')
  return useCallback(
    (label) => {
      const key: string = label.key
      return i18n.exists(`changes:${key}`)
        ? String(t(key as 'account.create', label.values))
        : t('unknown', { key })
    },
    [t, i18n],
  )
}
