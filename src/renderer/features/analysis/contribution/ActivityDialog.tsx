import { Select, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CostActivity } from '#shared/contract/contribution.ts'
import { ACTIVITY_DRIVERS, type ActivityDriver } from '#shared/domain/cost-activity.ts'
import { Dialog } from '../../../components/Dialog.tsx'
import { DialogActs } from '../../../components/DialogActs.tsx'
import { useFormat } from '../../../components/format.tsx'
import { parseAmount } from '../../../components/parse-amount.ts'
import styles from '../Analysis.module.css'
import { rateText } from './rate-text.ts'
import type { ActivityFields } from './use-contribution-edits.ts'

/** A new activity, or the definition of one there is. */
export function ActivityDialog({
  activity,
  onSave,
  onClose,
}: {
  activity: CostActivity | null
  onSave: (fields: ActivityFields) => void
  onClose: () => void
}) {
  const { t } = useTranslation('contribution')
  const { t: tCommon } = useTranslation('common')
  const format = useFormat()
  const [name, setName] = useState(activity?.name ?? '')
  const [unit, setUnit] = useState(activity?.unit ?? '')
  const [driver, setDriver] = useState<ActivityDriver>(activity?.driver ?? 'entered')
  const [rate, setRate] = useState(rateText(activity?.rate ?? null))
  const amount = rate.trim() === '' ? null : parseAmount(rate)
  const isRateWrong = rate.trim() !== '' && (amount === null || amount < 0)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '' || isRateWrong) return
    onSave({ name: name.trim(), unit: unit.trim(), driver, rate: amount })
    onClose()
  }
  return (
    <Dialog isOpen onClose={onClose} title={activity ? t('dialog.revise') : t('dialog.define')}>
      <form onSubmit={submit} className={styles.form}>
        <TextInput
          label={t('dialog.name')}
          value={name}
          maxLength={80}
          autoComplete="off"
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          label={t('dialog.driver')}
          description={t(`driverHint.${driver}`)}
          data={ACTIVITY_DRIVERS.map((value) => ({ value, label: t(`driver.${value}`) }))}
          value={driver}
          onChange={(value) => setDriver(ACTIVITY_DRIVERS.find((one) => one === value) ?? 'entered')}
        />
        <div className={styles.formPair}>
          <TextInput
            label={t('dialog.rate', {
              currency: format.currency ? format.currencySymbol(format.currency) : '',
            })}
            value={rate}
            error={isRateWrong ? t('dialog.rateWrong') : undefined}
            placeholder={format.missing}
            autoComplete="off"
            onChange={(event) => setRate(event.currentTarget.value)}
          />
          <TextInput
            label={t('dialog.unit')}
            value={unit}
            maxLength={40}
            autoComplete="off"
            onChange={(event) => setUnit(event.currentTarget.value)}
          />
        </div>
        <div className={styles.acts}>
          <DialogActs
            act={tCommon('save')}
            onCancel={onClose}
            isRefused={name.trim() === '' || isRateWrong}
          />
        </div>
      </form>
    </Dialog>
  )
}
