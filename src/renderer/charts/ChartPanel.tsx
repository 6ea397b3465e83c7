import { ActionIcon, Tooltip } from '@mantine/core'
import { IconChartLine, IconTable } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel, type PanelProps } from '../components/Panel.tsx'
import { Chart, type ChartProps } from './Chart.tsx'

export interface ChartPanelProps
  extends Pick<PanelProps, 'question' | 'title' | 'note' | 'actions' | 'className'>,
    Omit<ChartProps, 'isTable'> {
  /** Below the picture, in both views. */
  children?: ReactNode
}

/** A panel with a chart in it and the switch to its table. */
export function ChartPanel({
  question,
  title,
  note,
  actions,
  className,
  children,
  ...chart
}: ChartPanelProps) {
  const { t } = useTranslation('common')
  const [isTable, setTable] = useState(false)
  const label = isTable ? t('viewAsChart') : t('viewAsTable')
  return (
    <Panel
      {...(question === undefined ? {} : { question })}
      {...(note === undefined ? {} : { note })}
      {...(className === undefined ? {} : { className })}
      title={title}
      actions={
        <>
          {actions}
          <Tooltip label={label}>
            <ActionIcon
              size="xs"
              aria-label={label}
              aria-pressed={isTable}
              onClick={() => setTable(!isTable)}
            >
              {isTable ? <IconChartLine size={16} stroke={1.6} /> : <IconTable size={16} stroke={1.6} />}
            </ActionIcon>
          </Tooltip>
        </>
      }
    >
      <Chart {...chart} isTable={isTable} />
      {children}
    </Panel>
  )
}
