import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContributionPortfolio, CostActivity } from '#shared/contract/contribution.ts'
import { CommitField } from '../../../components/CommitField.tsx'
import { useFormat } from '../../../components/format.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { parseAmount } from '../../../components/parse-amount.ts'
import { ScrollRegion } from '../../../components/ScrollRegion.tsx'
import { SimpleTable } from '../../../components/SimpleTable.tsx'
import { showToast } from '../../../components/toast.ts'
import styles from '../Analysis.module.css'
import { ActivityDialog } from './ActivityDialog.tsx'
import { rateText } from './rate-text.ts'
import type { ContributionEdits } from './use-contribution-edits.ts'

function RateField({ activity, edits }: { activity: CostActivity; edits: ContributionEdits }) {
  const { t } = useTranslation('contribution')
  const format = useFormat()
  const commit = (text: string) => {
    const rate = text === '' ? null : parseAmount(text)
    if (text !== '' && (rate === null || rate < 0)) {
      showToast({ message: t('dialog.rateWrong'), isFailure: true })
      return
    }
    edits.revise(activity, { rate })
  }
  return (
    <CommitField
      className={styles.rateField}
      aria-label={t('activities.rateOf', { name: activity.name })}
      value={rateText(activity.rate)}
      placeholder={format.missing}
      onCommit={commit}
    />
  )
}

/** What serving costs: the activities with their rates, edited in place. */
export function ActivitiesPanel({
  activities,
  portfolio,
  edits,
  isReadOnly,
}: {
  activities: readonly CostActivity[]
  portfolio: ContributionPortfolio
  edits: ContributionEdits
  isReadOnly: boolean
}) {
  const { t } = useTranslation('contribution')
  const { t: tCommon } = useTranslation('common')
  const format = useFormat()
  /** 'new', or the activity whose definition is open. */
  const [open, setOpen] = useState<'new' | CostActivity | null>(null)
  const { costToServe, grossMargin } = portfolio
  const symbol = format.currency ? format.currencySymbol(format.currency) : ''
  const missing = activities.filter(({ rate }) => rate === null).length
  const title =
    costToServe === null
      ? t('activities.titleUnknown')
      : grossMargin !== null && grossMargin > 0
        ? t('activities.title', {
            amount: format.money(costToServe),
            percent: format.percent((costToServe / grossMargin) * 100),
          })
        : t('activities.titlePlain', { amount: format.money(costToServe) })
  return (
    <Panel
      title={title}
      note={missing > 0 ? t('activities.noteMissing', { count: missing }) : t('activities.note')}
      actions={
        !isReadOnly && (
          <Button leftSection={<IconPlus size={16} stroke={1.6} />} onClick={() => setOpen('new')}>
            {t('activities.add')}
          </Button>
        )
      }
    >
      <ScrollRegion label={t('activities.label')} className={`${styles.scroll} ${styles.rates}`}>
        <SimpleTable
          label={t('activities.label')}
          columns={[
            { key: 'name', label: t('activities.column.name') },
            { key: 'driver', label: t('activities.column.driver') },
            { key: 'rate', label: t('activities.column.rate', { symbol }), align: 'end', width: 116 },
            { key: 'acts', label: t('activities.column.acts'), isLabelHidden: true, width: 44 },
          ]}
          rows={activities.map((activity) => ({
            key: activity.id,
            cells: [
              activity.name,
              <span key="driver" className="ms-dimmed" title={t(`driverHint.${activity.driver}`)}>
                {t(`driver.${activity.driver}`)}
                {activity.unit && ` · ${activity.unit}`}
              </span>,
              isReadOnly ? (
                (format.moneyFull(activity.rate) ?? '')
              ) : (
                <RateField key="rate" activity={activity} edits={edits} />
              ),
              isReadOnly ? null : (
                <Menu key="acts" position="bottom-end">
                  <Menu.Target>
                    <ActionIcon aria-label={t('activities.actsOf', { name: activity.name })}>
                      <IconDots size={16} stroke={1.6} />
                    </ActionIcon>
                  </Menu.Target>
                  <Menu.Dropdown>
                    <Menu.Item
                      leftSection={<IconPencil size={16} stroke={1.6} />}
                      onClick={() => setOpen(activity)}
                    >
                      {t('activities.revise')}
                    </Menu.Item>
                    <Menu.Item
                      leftSection={<IconTrash size={16} stroke={1.6} />}
                      onClick={() => edits.remove(activity)}
                    >
                      {tCommon('remove')}
                    </Menu.Item>
                  </Menu.Dropdown>
                </Menu>
              ),
            ],
          }))}
        />
      </ScrollRegion>
      {open && (
        <ActivityDialog
          activity={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
          onSave={(fields) => (open === 'new' ? edits.define([fields]) : edits.revise(open, fields))}
        />
      )}
    </Panel>
  )
}
