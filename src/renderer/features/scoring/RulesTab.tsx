import { useTranslation } from 'react-i18next'
import type { ScoringModel } from '#shared/domain/scoring-model.ts'
import { ClassLetter } from '../../components/ClassLetter.tsx'
import { FigureLink } from '../../components/FigureLink.tsx'
import { useFormat } from '../../components/format.tsx'
import { Panel } from '../../components/Panel.tsx'
import { Tag } from '../../components/Tag.tsx'
import type { ClassesPanelProps } from './ClassesPanel.tsx'
import type { ClassRule } from './class-rules.ts'
import styles from './Scoring.module.css'

export interface RulesTabProps extends ClassesPanelProps {
  model: ScoringModel
}

/** The ordered rules in words: the first that matches decides. */
export function RulesTab({ model, rules, classes }: RulesTabProps) {
  const { t } = useTranslation('scoring')
  const { t: tCommon } = useTranslation('common')
  const format = useFormat()
  const countOf = (valueClass: ClassRule['valueClass']) =>
    classes.find((entry) => entry.valueClass === valueClass)?.count ?? 0
  return (
    <div className={styles.reading}>
      <Panel title={t('rules.title')} note={t('rules.note')} padding="none">
        <ol className={styles.rules}>
          {rules.map(({ step, valueClass, conditions }) => (
            <li key={valueClass} className={styles.rule}>
              <span className={styles.step}>{step}</span>
              <ClassLetter valueClass={valueClass} size={32} />
              <div className={styles.ruleText}>
                <b>{tCommon(`valueClass.${valueClass}`)}</b>
                {valueClass === 'problem' && (
                  <span className={styles.ruleWhen}>
                    {t('rules.problemWhen', { count: model.problemMinimumOrders })}
                  </span>
                )}
                <ul className={styles.conditions}>
                  {conditions.map((condition) => (
                    <li key={condition.key} data-inactive={!condition.hasData || undefined}>
                      {t(`conditions.${condition.key}`, condition.values)}
                      {!condition.hasData && (
                        <>
                          {' '}
                          <Tag>{t('rules.noData')}</Tag>
                        </>
                      )}
                    </li>
                  ))}
                </ul>
              </div>
              <div className={styles.ruleCount}>
                <b>
                  {countOf(valueClass) > 0 ? (
                    <FigureLink
                      to="/accounts"
                      search={{ filter: { valueClasses: [valueClass] } }}
                      hint={t('classes.open', { name: tCommon(`valueClass.${valueClass}`) })}
                    >
                      {format.number(countOf(valueClass))}
                    </FigureLink>
                  ) : (
                    format.number(0)
                  )}
                </b>
                <span className="ms-dimmed">{t('rules.accounts', { count: countOf(valueClass) })}</span>
              </div>
            </li>
          ))}
        </ol>
      </Panel>
      <p className={styles.remark}>
        {t('rules.coverage', { percent: format.percent(100 * model.minimumCoverage, 0) })}
      </p>
    </div>
  )
}
