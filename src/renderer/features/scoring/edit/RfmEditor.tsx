import { Select, Switch } from '@mantine/core'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { RFM_METHODS } from '#shared/domain/rfm.ts'
import { useCall } from '../../../api/use-call.ts'
import { Panel } from '../../../components/Panel.tsx'
import styles from './Edit.module.css'
import { EditNumber } from './EditNumber.tsx'
import { ProblemNotices } from './ProblemNotices.tsx'
import type { RulesEditorProps } from './RulesEditor.tsx'

const SCALES = ['recencyDays', 'orderCount', 'netSales'] as const
const LIMITS = [1, 2, 3, 4] as const
const METHODS = ['workspace', ...RFM_METHODS] as const

/** How RFM scores are given, and whether their limits are frozen into the model. */
export function RfmEditor({ edits: { model, revise }, problems }: RulesEditorProps) {
  const { t } = useTranslation('model')
  const { rfm } = model
  const { data: grid } = useCall('rfm.grid', {})
  const proposed = grid?.bands ?? null
  const { bands } = rfm
  const isWrong = problems.some(({ code }) => code === 'model-rfm-bands')
  return (
    <Panel title={t(bands ? 'rfm.frozen' : 'rfm.proposed')} note={t('rfm.note')}>
      <ul className={styles.rows}>
        <li className={styles.row}>
          <span className={styles.rowText}>{t('rfm.method')}</span>
          <Select
            size="xs"
            w={168}
            aria-label={t('rfm.method')}
            value={rfm.method ?? 'workspace'}
            data={METHODS.map((value) => ({ value, label: t(`rfm.${value}`) }))}
            onChange={(value) =>
              revise({ rfm: { ...rfm, method: RFM_METHODS.find((one) => one === value) ?? null } })
            }
            allowDeselect={false}
            comboboxProps={{ transitionProps: { duration: 0 } }}
          />
        </li>
        <li className={styles.row}>
          <Switch
            size="sm"
            label={t('rfm.freeze')}
            checked={bands !== null}
            disabled={bands === null && proposed === null}
            onChange={(event) =>
              revise({ rfm: { ...rfm, bands: event.currentTarget.checked ? proposed : null } })
            }
          />
        </li>
      </ul>
      {bands && (
        <div className={styles.bands}>
          <span />
          {LIMITS.map((limit) => (
            <span key={limit} className={styles.bandHead}>
              {t('rfm.limit', { limit })}
            </span>
          ))}
          {SCALES.map((scale) => (
            <Fragment key={scale}>
              <span>{t(`rfm.${scale}`)}</span>
              {LIMITS.map((limit, index) => (
                <EditNumber
                  key={limit}
                  label={t('rfm.limitOf', { scale: t(`rfm.${scale}`), limit })}
                  value={bands[scale][index] ?? 0}
                  min={0}
                  decimals={2}
                  isWrong={isWrong}
                  onCommit={(value) =>
                    revise({
                      rfm: { ...rfm, bands: { ...bands, [scale]: bands[scale].with(index, value) } },
                    })
                  }
                />
              ))}
            </Fragment>
          ))}
        </div>
      )}
      <ProblemNotices problems={problems} codes={['model-rfm-bands']} />
    </Panel>
  )
}
