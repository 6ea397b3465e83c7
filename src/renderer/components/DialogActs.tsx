import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'

export interface DialogActsProps {
  /** Verb of the primary act. */
  act: string
  onCancel: () => void
  /** Without it the primary button submits its form. */
  onAct?: () => void
  /** Id of the form it submits, where the buttons stand outside of it. */
  form?: string
  isRefused?: boolean
  isPending?: boolean
  /** Has the focus when the dialog opens. */
  isFocused?: boolean
}

/** The two buttons that end a dialog: leave everything as it is, or do what it asks for. */
export function DialogActs({
  act,
  onCancel,
  onAct,
  form,
  isRefused = false,
  isPending = false,
  isFocused = false,
}: DialogActsProps) {
  const { t } = useTranslation('common')
  return (
    <>
      <Button size="sm" onClick={onCancel}>
        {t('cancel')}
      </Button>
      <Button
        size="sm"
        variant="filled"
        type={onAct ? 'button' : 'submit'}
        disabled={isRefused}
        loading={isPending}
        data-autofocus={isFocused || undefined}
        {...(onAct ? { onClick: onAct } : {})}
        {...(form === undefined ? {} : { form })}
      >
        {act}
      </Button>
    </>
  )
}
