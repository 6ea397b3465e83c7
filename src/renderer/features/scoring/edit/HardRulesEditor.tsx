import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PROBLEM_RULES, type ProblemRule, type RuleLimits } from '#shared/domain/scoring-model.ts'
import { Panel } from '../../../components/Panel.tsx'
import styles from './Edit.module.css'
import { EditNumber } from './EditNumber.tsx'
import type { RulesEditorProps } from './RulesEditor.tsx'

interface Limit {
  name: keyof RuleLimits
  min: number
  max: number
  unit: 'percent' | 'days'
}

/** The limit each hard rule compares with, in the range the model allows; null where it needs none. */
const LIMITS: Record<ProblemRule, Limit | null> = {
  'negative-margin': { name: 'minimumMarginPercent', min: -1000, max: 100, unit: 'percent' },
  'low-collection': { name: 'minimumCollectionPercent', min: 0, max: 100, unit: 'percent' },
  'late-payment': { name: 'maximumDaysBeyondTerms', min: 0, max: 3650, unit: 'days' },
  'overdue-share': { name: 'maximumOverdueSharePercent', min: 0, max: 100, unit: 'percent' },
  'credit-grade': null,
  litigation: null,
}

/** Which hard rules make a Problem account, from which figure on, and after how many orders. */
export function HardRulesEditor({ edits: { model, revise } }: RulesEditorProps) {
  const { t } = useTranslation('model')
  const { problemRules, ruleLimits, problemMinimumOrders } = model
  return (
    <Panel title={t('hardRules.title', { count: problemRules.length })} note={t('hardRules.note')}>
      <ul className={styles.rows}>
        {PROBLEM_RULES.map((rule) => {
          const isOn = problemRules.includes(rule)
          const limit = LIMITS[rule]
          return (
            <li key={rule} className={styles.row}>
              <Switch
                size="sm"
                aria-label={t(`hardRules.${rule}`)}
                checked={isOn}
                onChange={() =>
                  revise({
                    problemRules: PROBLEM_RULES.filter((one) =>
                      one === rule ? !isOn : problemRules.includes(one),
                    ),
                  })
                }
              />
              <span className={styles.rowText} data-off={!isOn || undefined}>
                {t(`hardRules.${rule}`)}
              </span>
              {limit && (
                <>
                  <EditNumber
                    label={t(`hardRules.${rule}`)}
                    value={ruleLimits[limit.name]}
                    min={limit.min}
                    max={limit.max}
                    width={72}
                    isDisabled={!isOn}
                    onCommit={(value) => revise({ ruleLimits: { ...ruleLimits, [limit.name]: value } })}
                  />
                  <span className={styles.unit}>{t(`unit.${limit.unit}`)}</span>
                </>
              )}
            </li>
          )
        })}
        <li className={styles.row}>
          <span className={styles.rowText}>{t('hardRules.minimumOrders')}</span>
          <EditNumber
            label={t('hardRules.minimumOrders')}
            value={problemMinimumOrders}
            min={0}
            max={10_000}
            decimals={0}
            width={72}
            onCommit={(value) => revise({ problemMinimumOrders: value })}
          />
          <span className={styles.unit}>{t('unit.orders')}</span>
        </li>
      </ul>
    </Panel>
  )
}
