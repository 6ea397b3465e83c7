import { Select, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { currencyCode } from '#shared/domain/money.ts'
import { PUBLICATION_PERIODS } from '#shared/domain/scoring-model.ts'
import { CurrencySelect } from '../../../components/CurrencySelect.tsx'
import { Panel } from '../../../components/Panel.tsx'
import styles from './Edit.module.css'
import { EditNumber } from './EditNumber.tsx'
import { ProblemNotices } from './ProblemNotices.tsx'
import type { RulesEditorProps } from './RulesEditor.tsx'

/** Over how many months figures count, how often classes are announced, in which currency, and what holds a class. */
export function ComputationEditor({ edits: { model, revise }, problems }: RulesEditorProps) {
  const { t } = useTranslation('model')
  const { hysteresis } = model
  return (
    <Panel title={t('computation.title', { months: model.windowMonths })} note={t('computation.note')}>
      <ul className={styles.rows}>
        <li className={styles.row}>
          <span className={styles.rowText}>{t('computation.window')}</span>
          <EditNumber
            label={t('computation.window')}
            value={model.windowMonths}
            min={1}
            max={60}
            decimals={0}
            width={72}
            onCommit={(windowMonths) => revise({ windowMonths })}
          />
          <span className={styles.unit}>{t('unit.months')}</span>
        </li>
        <li className={styles.row}>
          <span className={styles.rowText}>{t('computation.publication')}</span>
          <Select
            size="xs"
            w={168}
            aria-label={t('computation.publication')}
            value={model.publicationPeriod}
            data={PUBLICATION_PERIODS.map((value) => ({ value, label: t(`computation.${value}`) }))}
            onChange={(value) => {
              const publicationPeriod = PUBLICATION_PERIODS.find((one) => one === value)
              if (publicationPeriod) revise({ publicationPeriod })
            }}
            allowDeselect={false}
            comboboxProps={{ transitionProps: { duration: 0 } }}
          />
        </li>
        <li className={styles.row}>
          <span className={styles.rowText}>{t('computation.currency')}</span>
          <CurrencySelect
            label={t('computation.currency')}
            isLabelHidden
            value={model.currency}
            onChange={(value) => {
              const currency = currencyCode.safeParse(value)
              if (currency.success) revise({ currency: currency.data })
            }}
          />
        </li>
        <li className={styles.row}>
          <Switch
            size="sm"
            label={t('computation.hysteresis')}
            checked={hysteresis.enabled}
            onChange={(event) =>
              revise({ hysteresis: { ...hysteresis, enabled: event.currentTarget.checked } })
            }
          />
        </li>
        <li className={styles.row}>
          <span className={styles.rowText} data-off={!hysteresis.enabled || undefined}>
            {t('computation.beyond')}
          </span>
          <EditNumber
            label={t('computation.beyond')}
            value={hysteresis.points}
            min={0}
            max={50}
            width={72}
            isDisabled={!hysteresis.enabled}
            onCommit={(points) => revise({ hysteresis: { ...hysteresis, points } })}
          />
          <span className={styles.unit}>{t('unit.points')}</span>
        </li>
        <li className={styles.row}>
          <span className={styles.rowText} data-off={!hysteresis.enabled || undefined}>
            {t('computation.stays')}
          </span>
          <EditNumber
            label={t('computation.stays')}
            value={hysteresis.periods}
            min={1}
            max={24}
            decimals={0}
            width={72}
            isDisabled={!hysteresis.enabled}
            onCommit={(periods) => revise({ hysteresis: { ...hysteresis, periods } })}
          />
          <span className={styles.unit}>{t('unit.periods')}</span>
        </li>
      </ul>
      <ProblemNotices problems={problems} codes={['model-currency']} />
    </Panel>
  )
}
