import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/contract.ts'
import { ClassLetter } from '../../components/ClassLetter.tsx'
import { FigureLink } from '../../components/FigureLink.tsx'
import { useFormat } from '../../components/format.tsx'
import { Panel } from '../../components/Panel.tsx'
import { SimpleTable } from '../../components/SimpleTable.tsx'
import type { ClassRule } from './class-rules.ts'
import styles from './Scoring.module.css'

export type ClassCounts = NonNullable<OutputOf<'portfolio.overview'>>['classes']

export interface ClassesPanelProps {
  rules: readonly ClassRule[]
  classes: ClassCounts
}

/** The classes in their order of decision, with how many accounts each holds. */
export function ClassesPanel({ rules, classes }: ClassesPanelProps) {
  const { t } = useTranslation('scoring')
  const { t: tCommon } = useTranslation('common')
  const format = useFormat()
  const countOf = (valueClass: ClassRule['valueClass']) =>
    classes.find((entry) => entry.valueClass === valueClass)?.count ?? 0
  const top = classes.filter(({ valueClass }) => valueClass === 'diamond' || valueClass === 'gold')
  return (
    <Panel
      padding="none"
      title={t('classes.title', {
        count: top.reduce((sum, { count }) => sum + count, 0),
        share: format.percent(top.reduce((sum, { sharePercent }) => sum + sharePercent, 0)),
      })}
      note={t('classes.note')}
    >
      <SimpleTable
        label={t('classes.label')}
        columns={[
          { key: 'class', label: t('classes.class') },
          { key: 'when', label: t('classes.when') },
          { key: 'count', label: t('classes.count'), align: 'end' },
        ]}
        rows={rules.map(({ valueClass, conditions }) => {
          const [first] = conditions
          const name = tCommon(`valueClass.${valueClass}`)
          return {
            key: valueClass,
            cells: [
              <span key="class" className={styles.class}>
                <ClassLetter valueClass={valueClass} />
                <span aria-hidden>{name}</span>
              </span>,
              <span key="when" className={styles.when}>
                {valueClass === 'problem'
                  ? t('classes.anyProblem', { count: conditions.length })
                  : first && t(`short.${valueClass}`, first.values)}
              </span>,
              countOf(valueClass) > 0 ? (
                <FigureLink
                  key="count"
                  to="/accounts"
                  search={{ filter: { valueClasses: [valueClass] } }}
                  hint={t('classes.open', { name })}
                >
                  {format.number(countOf(valueClass))}
                </FigureLink>
              ) : (
                format.number(0)
              ),
            ],
          }
        })}
      />
    </Panel>
  )
}
