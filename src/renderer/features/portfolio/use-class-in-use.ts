import { useCallback } from 'react'
import type { ValueClass } from '#shared/domain/value-class.ts'
import { useCall } from '../../api/use-call.ts'

/** Whether the model in force gives this class; true until that is known. */
export function useClassInUse(): (valueClass: ValueClass) => boolean {
  const { data: classes } = useCall('model.listClasses', {})
  return useCallback(
    (valueClass) => Object.entries(classes ?? {}).every(([key, { isUsed }]) => key !== valueClass || isUsed),
    [classes],
  )
}
