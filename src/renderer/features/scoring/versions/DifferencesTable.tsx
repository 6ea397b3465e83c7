import { useTranslation } from 'react-i18next'
import { ScrollRegion } from '../../../components/ScrollRegion.tsx'
import { SimpleTable } from '../../../components/SimpleTable.tsx'
import type { ParameterDifference } from './parameter-differences.ts'
import styles from './Versions.module.css'

export interface DifferencesTableProps {
  differences: readonly ParameterDifference[]
  /** Names of the two models. */
  before: string
  after: string
}

/** The parameters in which two models differ, side by side. */
export function DifferencesTable({ differences, before, after }: DifferencesTableProps) {
  const { t } = useTranslation('model')
  const { t: tScoring } = useTranslation('scoring')
  const label = t('versions.differ', { count: differences.length })
  return (
    <ScrollRegion className={styles.scroll} label={label}>
      <SimpleTable
        label={label}
        columns={[
          { key: 'parameter', label: t('versions.parameter'), width: '30%' },
          { key: 'before', label: before, width: '35%' },
          { key: 'after', label: after, width: '35%' },
        ]}
        rows={differences.map(({ key, label: name, was, is }) => ({
          key,
          cells: [
            name,
            <span key="before" className={`ms-dimmed ${styles.wrap}`}>
              {was ?? tScoring('proposal.none')}
            </span>,
            <b key="after" className={styles.wrap}>
              {is ?? tScoring('proposal.none')}
            </b>,
          ],
        }))}
      />
    </ScrollRegion>
  )
}
