import { Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AccountDetail, AccountExplanation } from '#shared/contract/account.ts'
import { OPPORTUNITY_CLASSES, VALUE_CLASSES, type ValueClass } from '#shared/domain/value-class.ts'
import { useCall } from '../../../api/use-call.ts'
import { useCommand } from '../../../api/use-command.ts'
import { Dialog } from '../../../components/Dialog.tsx'
import { DialogActs } from '../../../components/DialogActs.tsx'
import { useUndoToast } from '../../../components/page/use-undo.tsx'
import { parseDay } from '../../../components/parse-day.ts'
import { ClassChoice } from './ClassChoice.tsx'
import styles from './Reasons.module.css'
import { useOverrideForm } from './use-override-form.ts'

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
  const tell = useUndoToast()
  const { data: preferences } = useCall('preferences.get', {})
  const set = useCommand('override.set')
  const { computedValueClass, items } = explanation
  const classes: readonly ValueClass[] = items.length === 0 ? OPPORTUNITY_CLASSES : VALUE_CLASSES
  const form = useOverrideForm(explanation)

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
        <ClassChoice
          classes={classes}
          value={form.values.valueClass}
          refusal={form.errors.valueClass}
          onChoose={(valueClass) => form.setFieldValue('valueClass', valueClass)}
        />
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
