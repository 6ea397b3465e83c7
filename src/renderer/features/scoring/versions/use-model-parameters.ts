import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type ModelDraft,
  PROBLEM_RULES,
  type ProblemRule,
  type RuleLimits,
} from '#shared/domain/scoring-model.ts'
import { VALUE_CLASSES } from '#shared/domain/value-class.ts'
import { useFormat } from '../../../components/format.tsx'
import { useCriteria } from '../../../components/use-criteria.ts'
import { THRESHOLDS } from '../model-differences.ts'
import { useCriterionFormat } from '../use-criterion-format.ts'

export interface ModelParameter {
  key: string
  label: string
  value: string
}

const LIMITED: readonly { rule: ProblemRule; limit: keyof RuleLimits; unit: 'percent' | 'days' }[] = [
  { rule: 'negative-margin', limit: 'minimumMarginPercent', unit: 'percent' },
  { rule: 'low-collection', limit: 'minimumCollectionPercent', unit: 'percent' },
  { rule: 'late-payment', limit: 'maximumDaysBeyondTerms', unit: 'days' },
  { rule: 'overdue-share', limit: 'maximumOverdueSharePercent', unit: 'percent' },
]

/** Writes every parameter of a model as a label and a value, in one order for every model. */
export function useModelParameters(): (model: ModelDraft) => ModelParameter[] {
  const { t } = useTranslation('model')
  const { t: tScoring } = useTranslation('scoring')
  const { nameOf } = useCriteria()
  const format = useFormat()
  const write = useCriterionFormat()
  return useCallback(
    (model) => {
      const number = (value: number) => format.number(value, 2)
      const list = (values: readonly string[]) => values.join(' · ')
      const { thresholds, ruleLimits, hysteresis, weighting, rfm } = model
      return [
        { key: 'name', label: t('parameter.name'), value: model.name },
        { key: 'effectiveOn', label: t('parameter.effectiveOn'), value: format.day(model.effectiveOn) },
        {
          key: 'weighting',
          label: t('parameter.weighting'),
          value:
            weighting.method === 'points'
              ? t('parameter.points')
              : t('parameter.ahp', {
                  ratio: weighting.consistencyRatio?.toFixed(3) ?? format.missing,
                }),
        },
        ...model.criteria.flatMap(({ key, weight, anchors }) => [
          {
            key: `weight ${key}`,
            label: t('parameter.weight', { name: nameOf(key) }),
            value: `${number(weight)}%`,
          },
          {
            key: `anchors ${key}`,
            label: t('parameter.anchors', { name: nameOf(key) }),
            value: list(anchors.map((anchor) => write(key, anchor))),
          },
        ]),
        ...THRESHOLDS.map((name) => ({
          key: name,
          label: tScoring(`thresholds.${name}`),
          value: number(thresholds[name]),
        })),
        {
          key: 'order',
          label: t('parameter.order'),
          value: t(model.strategicBeforeGold ? 'parameter.strategicFirst' : 'parameter.goldFirst'),
        },
        {
          key: 'openWallet',
          label: t('parameter.openWallet'),
          value: `${number(ruleLimits.openWalletPercent)}%`,
        },
        {
          key: 'coverage',
          label: t('parameter.coverage'),
          value: format.percent(100 * model.minimumCoverage, 0),
        },
        ...PROBLEM_RULES.map((rule) => ({
          key: `rule ${rule}`,
          label: t('parameter.rule', { rule: t(`hardRules.${rule}`) }),
          value: t(model.problemRules.includes(rule) ? 'parameter.on' : 'parameter.off'),
        })),
        ...LIMITED.map(({ rule, limit, unit }) => ({
          key: limit,
          label: t('parameter.limit', { rule: t(`hardRules.${rule}`) }),
          value: `${number(ruleLimits[limit])} ${t(`unit.${unit}`)}`,
        })),
        {
          key: 'minimumOrders',
          label: t('parameter.minimumOrders'),
          value: `${number(model.problemMinimumOrders)} ${t('unit.orders')}`,
        },
        ...VALUE_CLASSES.map((valueClass) => {
          const { isUsed, name, letter } = model.classes[valueClass]
          const ours = t(`ours.name.${valueClass}`)
          return {
            key: `class ${valueClass}`,
            label: t('parameter.class', { name: ours }),
            value: isUsed
              ? t('parameter.classOwn', {
                  name: name ?? ours,
                  letter: letter ?? t(`ours.letter.${valueClass}`),
                })
              : t('parameter.unused'),
          }
        }),
        {
          key: 'hysteresis',
          label: t('parameter.hysteresis'),
          value: hysteresis.enabled
            ? t('parameter.hysteresisValue', {
                points: number(hysteresis.points),
                periods: number(hysteresis.periods),
              })
            : t('parameter.noHysteresis'),
        },
        {
          key: 'publication',
          label: t('parameter.publication'),
          value: t(`computation.${model.publicationPeriod}`),
        },
        {
          key: 'window',
          label: t('parameter.window'),
          value: t('parameter.months', { months: model.windowMonths }),
        },
        { key: 'currency', label: t('parameter.currency'), value: model.currency },
        { key: 'rfm', label: t('parameter.rfm'), value: t(`rfm.${rfm.method ?? 'workspace'}`) },
        ...(['recencyDays', 'orderCount', 'netSales'] as const).flatMap((scale) =>
          rfm.bands
            ? [
                {
                  key: `rfm ${scale}`,
                  label: t('parameter.rfmBands', { scale: t(`rfm.${scale}`) }),
                  value: list(rfm.bands[scale].map(number)),
                },
              ]
            : [],
        ),
      ]
    },
    [t, tScoring, nameOf, format, write],
  )
}
