import { type CriterionKey, isFieldCriterion, toCriterionKey } from '#shared/domain/scoring-model.ts'
import type { AccountInputs, ModelOutputs, PaymentFacts } from './account-inputs.ts'

/** Other figures for an account, in the units of their criteria; null makes a figure unknown. */
export type ChangedFigures = Partial<Readonly<Record<CriterionKey, number | null>>>

const NO_PAYMENT: PaymentFacts = {
  invoiceCount: 0,
  collectionPercent: null,
  timelinessPercent: null,
  daysBeyondTerms: null,
  overdueSharePercent: null,
}
const NO_OUTPUTS: ModelOutputs = { creditScore: null, lifetimeValue: null, salesQuality: null }

/**
 * The inputs with some figures exchanged. Each stands for itself: other sales leave the growth as it is,
 * and a level of influence keeps the evidence, author and expiry of the judgement it replaces.
 */
export function withFigures(inputs: AccountInputs, figures: ChangedFigures): AccountInputs {
  return Object.entries(figures).reduce(
    (changed, [key, figure]) => withFigure(changed, toCriterionKey(key), figure ?? null),
    inputs,
  )
}

function withFigure(inputs: AccountInputs, key: CriterionKey | null, figure: number | null): AccountInputs {
  if (key === null) return inputs
  if (isFieldCriterion(key)) {
    const { [key]: _, ...others } = inputs.fields ?? {}
    return { ...inputs, fields: figure === null ? others : { ...others, [key]: figure } }
  }
  const payment = (changes: Partial<PaymentFacts>) => ({
    ...inputs,
    payment: { ...(inputs.payment ?? NO_PAYMENT), ...changes },
  })
  const outputs = (changes: Partial<ModelOutputs>) => ({
    ...inputs,
    outputs: { ...(inputs.outputs ?? NO_OUTPUTS), ...changes },
  })
  switch (key) {
    case 'sales':
      return { ...inputs, sales: figure }
    case 'margin':
      return { ...inputs, marginPercent: figure }
    case 'growth':
      return {
        ...inputs,
        growth: figure === null ? null : { kind: 'percent', percent: figure, symmetric: 0 },
      }
    case 'collection':
      return payment({ collectionPercent: figure })
    case 'timeliness':
      return payment({ timelinessPercent: figure })
    case 'influence':
      return {
        ...inputs,
        influence: figure === null ? null : { ...judgementOf(inputs), level: toLevel(figure) },
      }
    case 'credit-score':
      return outputs({ creditScore: figure })
    case 'lifetime-value':
      return outputs({ lifetimeValue: figure })
    case 'sales-quality':
      return outputs({ salesQuality: figure })
    case 'share-of-wallet':
      return {
        ...inputs,
        wallet:
          figure === null
            ? null
            : { isInTopThird: inputs.wallet?.isInTopThird ?? false, shareOfWalletPercent: figure },
      }
  }
}

function judgementOf({ influence }: AccountInputs) {
  return influence ?? { level: 1, evidence: '', author: '', expiresOn: null }
}

function toLevel(figure: number): number {
  return Math.min(Math.max(Math.round(figure), 1), 5)
}
