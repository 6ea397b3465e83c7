import type { GetLocaleTextParams } from 'ag-grid-community'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** The words the grid speaks itself, from our catalogue; what is not there stays as it is. */
export function useGridTexts(): (params: GetLocaleTextParams) => string {
  const { t, i18n } = useTranslation('common')
  return useCallback(
    ({ key, defaultValue }) =>
      i18n.exists(`common:grid.text.${key}`) ? t(`grid.text.${key}` as 'grid.text.loadingOoo') : defaultValue,
    [t, i18n],
  )
}
