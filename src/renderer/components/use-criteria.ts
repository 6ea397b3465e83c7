import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type CriterionKey,
  type CriterionUnit,
  isFieldCriterion,
  UNIT_BY_CRITERION,
} from '#shared/domain/scoring-model.ts'
import { useCall } from '../api/use-call.ts'

export interface Criteria {
  /** In the chosen language, or as the firm called its field. */
  nameOf: (key: CriterionKey) => string
  /** With what a field's numbers count, such as 台. */
  unitOf: (key: CriterionKey) => { unit: CriterionUnit; label: string | null }
}

/** Names and units of every criterion a model may hold, the firm's own fields included. */
export function useCriteria(): Criteria {
  const { t } = useTranslation('common')
  const { data } = useCall('model.listCriteria', {})
  const nameOf = useCallback(
    (key: CriterionKey) => {
      if (!isFieldCriterion(key)) return t(`criterion.${key}`)
      return data?.find((choice) => choice.key === key)?.name ?? (data ? t('criterion.removedField') : '')
    },
    [t, data],
  )
  const unitOf = useCallback(
    (key: CriterionKey) => {
      if (!isFieldCriterion(key)) return { unit: UNIT_BY_CRITERION[key], label: null }
      const choice = data?.find((candidate) => candidate.key === key)
      return { unit: choice?.unit ?? ('number' as const), label: choice?.unitLabel ?? null }
    },
    [data],
  )
  return { nameOf, unitOf }
}
