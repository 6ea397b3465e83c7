import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/contract.ts'
import type { ScoringModel } from '#shared/domain/scoring-model.ts'
import { useFormat } from '../../components/format.tsx'
import { Panel } from '../../components/Panel.tsx'
import styles from './Scoring.module.css'

export type CurrentModel = OutputOf<'model.current'>

/** Since when the model holds, who adopted it, and over what it is computed. */
export function ModelFacts({ model, current }: { model: ScoringModel; current: CurrentModel }) {
  const { t } = useTranslation('scoring')
  const format = useFormat()
  const { adoptedAt, adoptedBy } = current
  return (
    <Panel
      title={t('facts.title', { version: model.version, day: format.day(model.effectiveOn) })}
      note={t('facts.note')}
    >
      <dl className={styles.facts}>
        <div>
          <dt>{t('facts.name')}</dt>
          <dd>{model.name}</dd>
        </div>
        <div>
          <dt>{t('facts.adopted')}</dt>
          <dd>
            {t('facts.adoptedBy', {
              author: adoptedBy || format.missing,
              at: adoptedAt ? format.momentFull(adoptedAt) : format.missing,
            })}
          </dd>
        </div>
        <div>
          <dt>{t('facts.window')}</dt>
          <dd>{t('facts.months', { count: model.windowMonths })}</dd>
        </div>
        <div>
          <dt>{t('facts.currency')}</dt>
          <dd>{model.currency}</dd>
        </div>
        <div>
          <dt>{t('facts.coverage')}</dt>
          <dd>{t('facts.atLeast', { percent: format.percent(100 * model.minimumCoverage, 0) })}</dd>
        </div>
      </dl>
    </Panel>
  )
}
