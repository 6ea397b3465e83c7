import { IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { AccountExplanation } from '#shared/contract/account.ts'
import { useFormat } from '../../../components/format.tsx'
import { joinSentences } from '../../../components/join-sentences.ts'
import { Panel } from '../../../components/Panel.tsx'
import { useCriteria } from '../../../components/use-criteria.ts'
import { countedWeights, narrowestInterval } from './explained.ts'
import styles from './Reasons.module.css'

/** How far each weight may move before the class changes, and how often random weights keep it. */
export function StabilityPanel({ explanation }: { explanation: AccountExplanation }) {
  const { t } = useTranslation('account')
  const { t: tCommon } = useTranslation('common')
  const { nameOf } = useCriteria()
  const format = useFormat()
  const {
    items,
    robustnessPercent,
    robustnessShares,
    robustnessSeed,
    computedValueClass: valueClass,
  } = explanation
  const weights = countedWeights(items)
  const narrowest = narrowestInterval(items)
  const name = valueClass ? tCommon(`valueClass.${valueClass}`) : tCommon('notClassified')
  const narrowName = narrowest ? nameOf(narrowest.criterion) : ''
  const remark = !narrowest
    ? t('stability.firm', { class: name })
    : narrowest.to < 100
      ? t('stability.above', { criterion: narrowName, percent: format.number(narrowest.to), class: name })
      : t('stability.below', { criterion: narrowName, percent: format.number(narrowest.from), class: name })
  return (
    <Panel
      title={
        robustnessPercent === null
          ? t('stability.titleNone')
          : t('stability.title', { percent: format.percent(robustnessPercent, 0), class: name })
      }
      note={t('stability.note')}
    >
      {items.map(({ criterion, stability }) => {
        if (!stability) return null
        const isNarrow = narrowest?.criterion === criterion
        return (
          <div key={criterion} className={styles.interval} data-narrow={isNarrow || undefined}>
            <span>{nameOf(criterion)}</span>
            <span className={styles.range} aria-hidden>
              <span className={styles.rangeTrack} />
              <span
                className={styles.rangeBand}
                style={{ insetInlineStart: `${stability.from}%`, width: `${stability.to - stability.from}%` }}
              />
              <span
                className={styles.rangeNow}
                style={{ insetInlineStart: `${weights.get(criterion) ?? 0}%` }}
              />
            </span>
            <span className={isNarrow ? styles.end : `${styles.end} ms-dimmed`}>
              {t('stability.range', { from: format.number(stability.from), to: format.number(stability.to) })}
            </span>
          </div>
        )
      })}
      <div className={styles.remark}>
        <IconInfoCircle size={16} stroke={1.6} aria-hidden />
        <span>
          {joinSentences(format.language, [
            remark,
            robustnessShares.length === 0
              ? ''
              : t('stability.draws', {
                  shares: robustnessShares
                    .map(({ valueClass: drawn, percent }) =>
                      t('stability.share', {
                        percent: format.percent(percent, 0),
                        class: tCommon(`valueClass.${drawn}`),
                      }),
                    )
                    .join(t('stability.separator')),
                  seed: String(robustnessSeed),
                }),
          ])}
        </span>
      </div>
    </Panel>
  )
}
