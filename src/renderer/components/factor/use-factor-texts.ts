import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { FactorPortfolioRow, PurchaseFactor, ScenarioResult } from '#shared/contract/factor.ts'
import { useFormat } from '../format.tsx'

type Advice = ScenarioResult['advice'][number]

export interface FactorTexts {
  nameOf: (factor: Pick<PurchaseFactor, 'name' | 'kind'>) => string
  nameById: (factors: readonly PurchaseFactor[], id: string | null) => string
  /** 0.462 → 46 %. */
  percentOf: (weight: number | null) => string
  /** A whole sentence with its number. */
  adviceOf: (advice: Advice, result: ScenarioResult, factors: readonly PurchaseFactor[]) => string
  /** A few words, for a table. */
  shortAdviceOf: (advice: FactorPortfolioRow['advice'][number], factors: readonly PurchaseFactor[]) => string
}

/** Names of factors and what follows from them, in the user's language. */
export function useFactorTexts(): FactorTexts {
  const { t } = useTranslation('factor')
  const format = useFormat()
  return useMemo(() => {
    const nameOf: FactorTexts['nameOf'] = ({ name, kind }) => name ?? (kind ? t(`factor.${kind}`) : '')
    const nameById: FactorTexts['nameById'] = (factors, id) => {
      const factor = factors.find((one) => one.id === id)
      return factor ? nameOf(factor) : ''
    }
    const percentOf = (weight: number | null) => format.percent(weight === null ? null : weight * 100, 0)
    return {
      nameOf,
      nameById,
      percentOf,
      adviceOf: ({ advice, factorId }, result, factors) =>
        t(`advice.${advice}`, {
          factor: nameById(factors, factorId),
          percent: percentOf(result.factors.find((factor) => factor.factorId === factorId)?.weight ?? null),
          w: format.decimal(result.agreement.w, 2),
          rho: format.decimal(result.derived.rankCorrelation, 2),
          count: result.derived.closings,
        }),
      shortAdviceOf: ({ advice, factorId }, factors) =>
        t(`short.${advice}`, { factor: nameById(factors, factorId) }),
    }
  }, [t, format])
}
