import { useTranslation } from 'react-i18next'
import type { AccountDetail, AccountExplanation } from '#shared/contract/account.ts'
import { useFormat } from '../../../components/format.tsx'

/** The class and what decided it, in one sentence with the score in it. */
export function useClassSentence(detail: AccountDetail, explanation: AccountExplanation | undefined): string {
  const { t } = useTranslation('account')
  const { t: tCommon } = useTranslation('common')
  const format = useFormat()
  const sentence = useComputedSentence(detail, explanation)
  if (!explanation?.override) return sentence
  return t('class.overridden', {
    class: tCommon(`valueClass.${explanation.override.valueClass}`),
    until: format.day(explanation.override.expiresOn),
    computed: sentence,
  })
}

/** What the model says, whether or not somebody put another class in its place. */
function useComputedSentence(detail: AccountDetail, explanation: AccountExplanation | undefined): string {
  const { t } = useTranslation('account')
  const { t: tCommon } = useTranslation('common')
  const format = useFormat()
  const shown = explanation?.computedValueClass ?? detail.row.computedValueClass
  if (!shown) return t('class.none')
  const name = tCommon(`valueClass.${shown}`)
  if (!explanation) return name
  const { decidedBy, scorePercent, next, problemRules } = explanation
  if (decidedBy === 'problem-rule') {
    const rules = problemRules.map((rule) => t(`problemRule.${rule}` as 'problemRule.litigation'))
    return t('class.problem', { class: name, rules: rules.join(t('comma')) })
  }
  if (scorePercent === null) {
    return t(decidedBy === 'never-traded' ? 'class.prospectUnknown' : 'class.noScore', { class: name })
  }
  const score = format.number(scorePercent, 1)
  if (next && next.missingPoints > 0) {
    return t('class.withNext', {
      class: name,
      score,
      next: tCommon(`valueClass.${next.valueClass}`),
      points: format.number(next.missingPoints, 1),
    })
  }
  return t('class.withScore', { class: name, score })
}
