import { Switch } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ModelProblem } from '#shared/contract/model.ts'
import type { ModelDraft } from '#shared/domain/scoring-model.ts'
import { ClassLetter } from '../../../components/ClassLetter.tsx'
import { ProblemNotices, RULE_PROBLEMS } from '../edit/ProblemNotices.tsx'
import styles from './Desk.module.css'
import { DeskNumber, type DeskNumberProps } from './DeskNumber.tsx'

export interface RuleRowsProps {
  model: ModelDraft
  problems: readonly ModelProblem[]
  onRevise: (change: Partial<ModelDraft>) => void
}

function NumberField({ children, ...number }: DeskNumberProps & { children: ReactNode }) {
  return (
    <span className={styles.rule}>
      {children}
      <DeskNumber width={64} {...number} />
    </span>
  )
}

/** The thresholds of the classes and the hysteresis, to be moved like the weights. */
export function RuleRows({ model, problems, onRevise }: RuleRowsProps) {
  const { t } = useTranslation('scoring')
  const { thresholds, hysteresis, classes } = model
  const isWrong = problems.some(({ code }) => code === 'model-thresholds')
  const threshold = (name: keyof ModelDraft['thresholds']) => ({
    label: t(`thresholds.${name}`),
    value: thresholds[name],
    max: 100,
    isWrong,
    onChange: (value: number) => onRevise({ thresholds: { ...thresholds, [name]: value } }),
  })
  return (
    <dl className={styles.rules}>
      <div>
        <dt>{t('desk.thresholds')}</dt>
        <dd>
          {classes.diamond.isUsed && (
            <NumberField {...threshold('diamondScore')}>
              <ClassLetter valueClass="diamond" /> ≥
            </NumberField>
          )}
          {classes.gold.isUsed && (
            <NumberField {...threshold('goldScore')}>
              <ClassLetter valueClass="gold" /> ≥
            </NumberField>
          )}
          {classes.strategic.isUsed && (
            <NumberField {...threshold('strategicInfluence')}>
              <ClassLetter valueClass="strategic" /> {t('desk.influence')} ≥
            </NumberField>
          )}
          {classes.potential.isUsed && (
            <NumberField {...threshold('potentialGrowth')}>
              <ClassLetter valueClass="potential" /> {t('desk.growth')} ≥
            </NumberField>
          )}
          <ProblemNotices problems={problems} codes={RULE_PROBLEMS} />
        </dd>
      </div>
      {classes.strategic.isUsed && classes.gold.isUsed && (
        <div>
          <dt>{t('desk.order')}</dt>
          <dd>
            <Switch
              size="sm"
              label={t('desk.strategicBeforeGold')}
              checked={model.strategicBeforeGold}
              onChange={(event) => onRevise({ strategicBeforeGold: event.currentTarget.checked })}
            />
          </dd>
        </div>
      )}
      <div>
        <dt>{t('desk.hysteresis')}</dt>
        <dd>
          <Switch
            size="sm"
            aria-label={t('desk.hysteresis')}
            checked={hysteresis.enabled}
            onChange={(event) =>
              onRevise({ hysteresis: { ...hysteresis, enabled: event.currentTarget.checked } })
            }
          />
          {hysteresis.enabled ? (
            <>
              <NumberField
                label={t('desk.points')}
                value={hysteresis.points}
                max={50}
                onChange={(points) => onRevise({ hysteresis: { ...hysteresis, points } })}
              >
                {t('desk.beyond')}
              </NumberField>
              <NumberField
                label={t('desk.periods')}
                value={hysteresis.periods}
                min={1}
                max={24}
                onChange={(periods) =>
                  onRevise({ hysteresis: { ...hysteresis, periods: Math.round(periods) } })
                }
              >
                {t('desk.orStays')}
              </NumberField>
              <span className="ms-dimmed">{t('desk.thenMoves')}</span>
            </>
          ) : (
            <span className="ms-dimmed">{t('desk.noHysteresis')}</span>
          )}
        </dd>
      </div>
    </dl>
  )
}
