import { Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountDetail, AccountExplanation } from '#shared/contract/account.ts'
import { addMonths } from '#shared/domain/calendar.ts'
import { OPPORTUNITY_CLASSES, VALUE_CLASSES, type ValueClass } from '#shared/domain/value-class.ts'
import { useCall } from '../../../api/use-call.ts'
import { useCommand } from '../../../api/use-command.ts'
import { ClassLetter } from '../../../components/ClassLetter.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { DialogActs } from '../../../components/DialogActs.tsx'
import { useFormat } from '../../../components/format.tsx'
import { useUndoToast } from '../../../components/page/use-undo.tsx'
import { parseDay } from '../../../components/parse-day.ts'
import styles from './Reasons.module.css'

const OFFERED_MONTHS = 6

interface Values {
  valueClass: ValueClass | null
  reason: string
  author: string
  expiresOn: string
}

/** A class set by hand: which, why, by whom and until when. */
export function OverrideDialog({
  detail,
  explanation,
  onClose,
}: {
  detail: AccountDetail
  explanation: AccountExplanation
  onClose: () => void
}) {
  const { t } = useTranslation('account')
  const { t: tCommon } = useTranslation('common')
  const format = useFormat()
  const tell = useUndoToast()
  const group = useId()
  const { data: preferences } = useCall('preferences.get', {})
  const set = useCommand('override.set')
  const { computedValueClass, override, asOf, items } = explanation
  const classes: readonly ValueClass[] = items.length === 0 ? OPPORTUNITY_CLASSES : VALUE_CLASSES
  const form = useForm<Values>({
    initialValues: {
      valueClass: override?.valueClass ?? null,
      reason: override?.reason ?? '',
      author: override?.author ?? '',
      expiresOn: override?.expiresOn ?? addMonths(asOf, OFFERED_MONTHS),
    },
    validate: {
      valueClass: (value) => (value === null ? t('override.refused.class') : null),
      reason: (value) => (value.trim() === '' ? t('override.refused.reason') : null),
      expiresOn: (value) => {
        const day = parseDay(value)
        if (day === null) return t('refused.day')
        return day <= asOf ? t('override.refused.expiry', { day: format.day(asOf) }) : null
      },
    },
  })

  const onSubmit = form.onSubmit(({ valueClass, reason, author, expiresOn }) => {
    const until = parseDay(expiresOn)
    if (valueClass === null || until === null) return
    set.mutate(
      {
        accountId: detail.row.id,
        valueClass,
        reason: reason.trim(),
        expiresOn: until,
        ...(author.trim() === '' ? {} : { author: author.trim() }),
      },
      {
        onSuccess: () => {
          onClose()
          tell(t('toast.overridden', { name: detail.row.name, class: tCommon(`valueClass.${valueClass}`) }))
        },
      },
    )
  })

  return (
    <Dialog isOpen onClose={onClose} title={t('override.title', { name: detail.row.name })} width={520}>
      <form onSubmit={onSubmit} className={styles.form} noValidate>
        <p className="ms-dimmed">
          {t('override.explains', {
            computed: computedValueClass
              ? tCommon(`valueClass.${computedValueClass}`)
              : tCommon('notClassified'),
          })}
        </p>
        <fieldset className={styles.fieldset}>
          <legend>{t('override.class')}</legend>
          <div className={styles.choices}>
            {classes.map((valueClass) => (
              <label key={valueClass} className={styles.choice}>
                <input
                  type="radio"
                  name={group}
                  checked={form.values.valueClass === valueClass}
                  onChange={() => form.setFieldValue('valueClass', valueClass)}
                />
                <span aria-hidden>
                  <ClassLetter valueClass={valueClass} />
                </span>
                {tCommon(`valueClass.${valueClass}`)}
              </label>
            ))}
          </div>
          {form.errors.valueClass && (
            <p role="alert" className={styles.refused}>
              {form.errors.valueClass}
            </p>
          )}
        </fieldset>
        <Textarea
          label={t('override.reason')}
          placeholder={t('override.reasonHint')}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={2000}
          required
          withAsterisk={false}
          {...form.getInputProps('reason')}
        />
        <div className={styles.pair}>
          <TextInput
            label={t('override.expiresOn')}
            description={t('override.expiresHint')}
            required
            withAsterisk={false}
            autoComplete="off"
            {...form.getInputProps('expiresOn')}
          />
          <TextInput
            label={t('override.author')}
            description={t('override.authorHint')}
            placeholder={preferences?.author ?? ''}
            maxLength={200}
            {...form.getInputProps('author')}
          />
        </div>
        <div className={styles.acts}>
          <DialogActs act={t('override.act')} onCancel={onClose} isPending={set.isPending} />
        </div>
      </form>
    </Dialog>
  )
}
