import {
  IconAlertTriangle,
  IconCalendar,
  IconCoins,
  IconCopy,
  IconDecimal,
  IconFileText,
  IconLanguage,
  IconTableColumn,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ImportCheck } from '#shared/contract/import.ts'
import type { IconComponent } from '../../components/actions/action.ts'
import { useFormat } from '../../components/format.tsx'
import { Tag } from '../../components/Tag.tsx'
import styles from './ProblemsStep.module.css'
import { type Effort, exampleValues, type ProblemGroup, type Remedy } from './problem-groups.ts'

export const DUPLICATES_KEY = 'duplicates'
const VALUES_SHOWN = 3

const REMEDY_ICONS: Record<Remedy, IconComponent> = {
  'date-order': IconCalendar,
  'decimal-sign': IconDecimal,
  rate: IconCoins,
  mapping: IconTableColumn,
  encoding: IconLanguage,
  file: IconFileText,
}

export interface ProblemListProps {
  groups: readonly ProblemGroup[]
  duplicates: ImportCheck['duplicates']
  selected: string | null
  onSelect: (key: string) => void
}

/** Problems by what repairs them, and new customers that look like known ones. */
export function ProblemList({ groups, duplicates, selected, onSelect }: ProblemListProps) {
  const { t } = useTranslation('import')
  const format = useFormat()

  const effort = (kind: Effort) => {
    if (kind === 'choice') return <Tag tone="accent">{t('problems.efforts.choice')}</Tag>
    if (kind === 'file') return <Tag>{t('problems.efforts.file')}</Tag>
    return (
      <Tag tone="amber" icon={IconAlertTriangle}>
        {t('problems.efforts.input')}
      </Tag>
    )
  }

  if (groups.length + duplicates.length === 0) return null
  const likelyRows = duplicates.reduce((sum, { rowCount }) => sum + rowCount, 0)
  const firstLikely = duplicates[0]
  return (
    <ul className={styles.groups}>
      {groups.map((group) => {
        const Icon = REMEDY_ICONS[group.remedy]
        const values = exampleValues(group, VALUES_SHOWN).join(t('problems.valueSeparator'))
        return (
          <li key={group.key}>
            <button
              type="button"
              className={styles.group}
              aria-current={group.key === selected}
              onClick={() => onSelect(group.key)}
            >
              <Icon size={16} stroke={1.6} className={styles.icon} />
              <span className={styles.groupTitle}>{t(`problem.${group.text}.title`)}</span>
              {effort(group.effort)}
              <span className={styles.groupLine}>
                {t('problems.where', {
                  count: group.rowCount,
                  rows: format.number(group.rowCount),
                  column: group.column,
                })}
              </span>
              {values && <bdi className={styles.groupValues}>{values}</bdi>}
            </button>
          </li>
        )
      })}
      {firstLikely && (
        <li>
          <button
            type="button"
            className={styles.group}
            aria-current={selected === DUPLICATES_KEY}
            onClick={() => onSelect(DUPLICATES_KEY)}
          >
            <IconCopy size={16} stroke={1.6} className={styles.icon} />
            <span className={styles.groupTitle}>{t('duplicates.title')}</span>
            <Tag tone="amber" icon={IconAlertTriangle}>
              {t('duplicates.tag')}
            </Tag>
            <span className={styles.groupLine}>
              {t('duplicates.where', { count: duplicates.length, rows: format.number(likelyRows) })}
            </span>
            <bdi className={styles.groupValues}>
              {t('duplicates.pair', { name: firstLikely.name, like: firstLikely.likeName })}
            </bdi>
          </button>
        </li>
      )}
    </ul>
  )
}
