import { useTranslation } from 'react-i18next'
import type { ClassMovement } from '#shared/contract/publication.ts'
import { useFormat } from '../../../components/format.tsx'
import { Notice } from '../../../components/Notice.tsx'
import styles from './Periods.module.css'

/** Percent of the long-run mix that says the class is never left. */
const NEARLY_ALL = 99.95

/** What the shares of a movement can't be trusted for: classes too small, or a mix that never settles. */
export function MigrationRemarks({ movement }: { movement: ClassMovement }) {
  const { t } = useTranslation('portfolio')
  const { t: tCommon } = useTranslation('common')
  const format = useFormat()
  const { classes, smallCount, noSteadyState } = movement
  const small = classes.filter(({ isSmall }) => isSmall)
  const absorbing = classes.find(({ steadyPercent }) => (steadyPercent ?? 0) > NEARLY_ALL)
  if (small.length === 0 && !noSteadyState && !absorbing) return null
  return (
    <div className={styles.remarks}>
      {small.length > 0 && (
        <Notice tone="amber" title={t('migration.small', { count: smallCount })}>
          {small
            .map(({ valueClass, started }) =>
              t('migration.smallClass', {
                class: tCommon(`valueClass.${valueClass}`),
                started: format.number(started),
              }),
            )
            .join(t('headline.comma'))}
        </Notice>
      )}
      {absorbing && (
        <Notice tone="plain">
          {t('migration.absorbing', { class: tCommon(`valueClass.${absorbing.valueClass}`) })}
        </Notice>
      )}
      {noSteadyState && <Notice tone="plain">{t(`migration.noSteady.${noSteadyState}`)}</Notice>}
    </div>
  )
}
