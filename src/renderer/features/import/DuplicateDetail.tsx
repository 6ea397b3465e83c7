import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ImportCheck } from '#shared/contract/import.ts'
import { useFormat } from '../../components/format.tsx'
import { ScrollRegion } from '../../components/ScrollRegion.tsx'
import { SimpleTable } from '../../components/SimpleTable.tsx'
import styles from './ProblemsStep.module.css'

/** New customers that look like known ones, before either is written. */
export function DuplicateDetail({ duplicates }: { duplicates: ImportCheck['duplicates'] }) {
  const { t } = useTranslation('import')
  const format = useFormat()
  return (
    <div className={styles.problem}>
      <div className={styles.problemHead}>
        <h2>{t('duplicates.headline', { count: duplicates.length })}</h2>
        <p className={styles.advice}>{t('duplicates.advice')}</p>
      </div>
      <ScrollRegion className={styles.examples} label={t('duplicates.title')}>
        <SimpleTable
          label={t('duplicates.title')}
          isHeaderSticky
          columns={[
            { key: 'name', label: t('duplicates.inFile') },
            { key: 'rows', label: t('past.rows'), align: 'end', width: 88 },
            { key: 'like', label: t('duplicates.like') },
            { key: 'number', label: t('duplicates.likeNumber') },
            { key: 'reason', label: t('duplicates.reason') },
          ]}
          rows={duplicates.map((duplicate, index) => ({
            key: `${duplicate.likeId}-${index}`,
            cells: [
              <bdi key="name">{duplicate.name}</bdi>,
              format.number(duplicate.rowCount),
              <Link key="like" to="/accounts/$accountId" params={{ accountId: duplicate.likeId }}>
                {duplicate.likeName}
              </Link>,
              duplicate.likeNumber || format.missing,
              t('duplicates.sameCore'),
            ],
          }))}
        />
      </ScrollRegion>
    </div>
  )
}
