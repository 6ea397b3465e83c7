import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ValueClass } from '#shared/domain/value-class.ts'
import { ClassLetter } from '../../../components/ClassLetter.tsx'
import { Panel } from '../../../components/Panel.tsx'
import type { ThresholdName } from '../model-differences.ts'
import styles from './Edit.module.css'
import { EditNumber } from './EditNumber.tsx'
import { ProblemNotices } from './ProblemNotices.tsx'
import type { RulesEditorProps } from './RulesEditor.tsx'

const ROWS: readonly { valueClass: ValueClass; name: ThresholdName }[] = [
  { valueClass: 'diamond', name: 'diamondScore' },
  { valueClass: 'gold', name: 'goldScore' },
  { valueClass: 'strategic', name: 'strategicInfluence' },
  { valueClass: 'potential', name: 'potentialGrowth' },
  { valueClass: 'key-opportunity', name: 'keyOpportunityScore' },
]

/** From which points on an account belongs to a class, how large a wallet counts as open, and what is tested first. */
export function ThresholdsEditor({ edits: { model, revise }, problems }: RulesEditorProps) {
  const { t } = useTranslation('model')
  const { t: tScoring } = useTranslation('scoring')
  const { thresholds, ruleLimits } = model
  const isWrong = problems.some(({ code }) => code === 'model-thresholds')
  return (
    <Panel title={t('thresholds.title')} note={t('thresholds.note')}>
      <ul className={styles.rows}>
        {ROWS.map(({ valueClass, name }) => (
          <li key={name} className={styles.row}>
            <ClassLetter valueClass={valueClass} />
            <span className={styles.rowText}>{tScoring(`thresholds.${name}`)}</span>
            <EditNumber
              label={tScoring(`thresholds.${name}`)}
              value={thresholds[name]}
              min={0}
              max={100}
              width={72}
              isWrong={isWrong}
              onCommit={(value) => revise({ thresholds: { ...thresholds, [name]: value } })}
            />
            <span className={styles.unit}>{t('unit.points')}</span>
          </li>
        ))}
        <li className={styles.row}>
          <ClassLetter valueClass="potential" />
          <span className={styles.rowText}>{t('thresholds.openWallet')}</span>
          <EditNumber
            label={t('thresholds.openWallet')}
            value={ruleLimits.openWalletPercent}
            min={0}
            max={100}
            width={72}
            onCommit={(openWalletPercent) => revise({ ruleLimits: { ...ruleLimits, openWalletPercent } })}
          />
          <span className={styles.unit}>%</span>
        </li>
        <li className={styles.row}>
          <span className={styles.rowText}>{t('thresholds.coverage')}</span>
          <EditNumber
            label={t('thresholds.coverage')}
            value={Math.round(model.minimumCoverage * 100)}
            min={0}
            max={100}
            decimals={0}
            width={72}
            onCommit={(percent) => revise({ minimumCoverage: percent / 100 })}
          />
          <span className={styles.unit}>%</span>
        </li>
        <li className={styles.row}>
          <Switch
            size="sm"
            label={tScoring('desk.strategicBeforeGold')}
            checked={model.strategicBeforeGold}
            onChange={(event) => revise({ strategicBeforeGold: event.currentTarget.checked })}
          />
        </li>
      </ul>
      <ProblemNotices problems={problems} codes={['model-thresholds']} />
    </Panel>
  )
}
