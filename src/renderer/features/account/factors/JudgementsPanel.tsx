import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { JudgementRow, PurchaseFactor, ScenarioResult } from '#shared/contract/factor.ts'
import { useFactorTexts } from '../../../components/factor/use-factor-texts.ts'
import { useFormat } from '../../../components/format.tsx'
import { Missing } from '../../../components/Missing.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { SimpleTable } from '../../../components/SimpleTable.tsx'
import styles from './Factors.module.css'

export interface JudgementsPanelProps {
  result: ScenarioResult
  factors: readonly PurchaseFactor[]
  isReadOnly: boolean
  onAdd: () => void
  onEdit: (row: JudgementRow) => void
  onRemove: (row: JudgementRow) => void
}

/** Everybody who was asked, how, and what they said. */
export function JudgementsPanel(props: JudgementsPanelProps) {
  const { result, factors, isReadOnly, onAdd, onEdit, onRemove } = props
  const { t } = useTranslation('factor')
  const { nameOf, percentOf } = useFactorTexts()
  const format = useFormat()
  const { judgements } = result
  return (
    <Panel
      question={t('judgements.question')}
      title={
        judgements.length === 0
          ? t('judgements.none')
          : judgements.map(({ judgeName }) => judgeName).join(' · ')
      }
      actions={
        !isReadOnly && (
          <Button leftSection={<IconPlus size={16} stroke={1.6} />} onClick={onAdd}>
            {t('act.add')}
          </Button>
        )
      }
      padding={judgements.length === 0 ? 'panel' : 'none'}
    >
      {judgements.length === 0 ? (
        <p className={styles.text}>{t('judgements.empty')}</p>
      ) : (
        <SimpleTable
          label={t('judgements.question')}
          columns={[
            { key: 'judge', label: t('column.judge') },
            { key: 'influence', label: t('column.influence'), align: 'end', width: 80 },
            { key: 'method', label: t('column.method'), width: 116 },
            ...factors.map((factor) => ({
              key: factor.id,
              label: <span className={styles.factor}>{nameOf(factor)}</span>,
              align: 'end' as const,
            })),
            { key: 'ratio', label: t('column.ratio'), align: 'end', width: 100 },
            { key: 'on', label: t('column.on'), width: 116 },
            { key: 'acts', label: t('column.acts'), isLabelHidden: true, width: 48 },
          ]}
          rows={judgements.map((row) => ({
            key: row.id,
            cells: [
              <span key="judge" title={row.reason ?? undefined}>
                {row.judgeName}
              </span>,
              format.number(row.influence),
              t(`method.${row.answers.method}`),
              ...row.weights.map((weight, place) =>
                weight === null ? <Missing key={factors[place]?.id ?? place} /> : percentOf(weight),
              ),
              row.answers.method !== 'pairs' ? (
                ''
              ) : row.consistencyRatio === null ? (
                <Missing key="ratio" />
              ) : (
                <span key="ratio" className={row.isConsistent ? undefined : styles.wrong}>
                  {format.decimal(row.consistencyRatio, 2)}
                </span>
              ),
              row.judgedOn === null ? <Missing key="on" /> : format.day(row.judgedOn),
              !isReadOnly && (
                <Menu key="acts" position="bottom-end">
                  <Menu.Target>
                    <ActionIcon aria-label={t('judgements.actsOf', { judge: row.judgeName })}>
                      <IconDots size={16} stroke={1.6} />
                    </ActionIcon>
                  </Menu.Target>
                  <Menu.Dropdown>
                    <Menu.Item onClick={() => onEdit(row)}>{t('act.edit')}</Menu.Item>
                    <Menu.Item onClick={() => onRemove(row)}>{t('act.remove')}</Menu.Item>
                  </Menu.Dropdown>
                </Menu>
              ),
            ],
          }))}
        />
      )}
    </Panel>
  )
}
