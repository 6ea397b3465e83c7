import { useTranslation } from 'react-i18next'
import type { PurchaseFactor, ScenarioResult } from '#shared/contract/factor.ts'
import { OpinionBar } from '../../../components/factor/OpinionBar.tsx'
import { useFactorTexts } from '../../../components/factor/use-factor-texts.ts'
import { useFormat } from '../../../components/format.tsx'
import { joinSentences } from '../../../components/join-sentences.ts'
import { Missing } from '../../../components/Missing.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { SimpleTable } from '../../../components/SimpleTable.tsx'
import styles from './Factors.module.css'

export interface RankingPanelProps {
  result: ScenarioResult
  factors: readonly PurchaseFactor[]
  isSeedPrior: boolean
}

/** Below .5 judges disagree, from .7 on they agree. */
const FAIR = 0.5
const STRONG = 0.7

/** Factors by weight with every judge's opinion, and what decided in fact. */
export function RankingPanel({ result, factors, isSeedPrior }: RankingPanelProps) {
  const { t } = useTranslation('factor')
  const { nameById, percentOf } = useFactorTexts()
  const format = useFormat()
  const { w, judges } = result.agreement
  const { closings, needed, rankCorrelation } = result.derived
  const highest = Math.max(...result.factors.flatMap(({ weight, high }) => [weight, high ?? 0]), 0.5)
  const end = Math.ceil(highest * 10) / 10
  const top = result.factors[0]
  const agreement =
    w === null
      ? t(judges < 2 ? 'agreement.none' : 'agreement.undefined', { count: judges })
      : t(`agreement.${w >= STRONG ? 'strong' : w >= FAIR ? 'fair' : 'weak'}`, {
          count: judges,
          w: format.decimal(w, 2),
        })
  const derived =
    closings < needed
      ? t('derived.few', { count: closings, needed })
      : rankCorrelation === null
        ? t('derived.noRho', { count: closings })
        : t('derived.rho', { count: closings, rho: format.decimal(rankCorrelation, 2) })
  return (
    <Panel
      question={t('ranking.question')}
      title={
        top &&
        t(top.judgedWeight === null ? 'ranking.titleUnasked' : 'ranking.title', {
          factor: nameById(factors, top.factorId),
          percent: percentOf(top.weight),
        })
      }
      note={agreement}
      padding="none"
    >
      <SimpleTable
        label={t('ranking.question')}
        columns={[
          { key: 'factor', label: t('column.factor'), width: '24%' },
          { key: 'opinions', label: t('column.opinions') },
          { key: 'weight', label: t('column.weight'), align: 'end', width: 76 },
          { key: 'judged', label: t('column.judged'), align: 'end', width: 104 },
          { key: 'spread', label: t('column.spread'), align: 'end', width: 108 },
          { key: 'prior', label: t('column.prior'), align: 'end', width: 84 },
          { key: 'derived', label: t('column.derived'), align: 'end', width: 92 },
        ]}
        rows={result.factors.map((factor) => {
          const place = factors.findIndex(({ id }) => id === factor.factorId)
          return {
            key: factor.factorId,
            cells: [
              <span key="factor">
                <span className={styles.rank}>{factor.rank}</span>
                {nameById(factors, factor.factorId)}
              </span>,
              <OpinionBar
                key="opinions"
                weight={factor.weight}
                opinions={result.judgements.flatMap(({ id, weights }) => {
                  const weight = weights[place]
                  return typeof weight === 'number' ? [{ id, weight }] : []
                })}
                end={end}
              />,
              <b key="weight">{percentOf(factor.weight)}</b>,
              factor.judgedWeight === null ? <Missing key="judged" /> : percentOf(factor.judgedWeight),
              factor.low === null ? (
                <Missing key="spread" />
              ) : (
                `${percentOf(factor.low)} – ${percentOf(factor.high)}`
              ),
              percentOf(factors[place]?.priorWeight ?? null),
              factor.derivedWeight === null ? <Missing key="derived" /> : percentOf(factor.derivedWeight),
            ],
          }
        })}
      />
      <div className={styles.notes}>
        <p>{derived}</p>
        <p className="ms-dimmed">
          {joinSentences(format.language, [t('ranking.note'), isSeedPrior ? t('ranking.seed') : ''])}
        </p>
      </div>
    </Panel>
  )
}
