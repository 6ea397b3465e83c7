import { Button } from '@mantine/core'
import { IconUserEdit } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountDetail, AccountExplanation } from '#shared/contract/account.ts'
import { useCommand } from '../../../api/use-command.ts'
import { useFormat } from '../../../components/format.tsx'
import { Notice } from '../../../components/Notice.tsx'
import { useUndoToast } from '../../../components/page/use-undo.tsx'
import { OverrideDialog } from './OverrideDialog.tsx'
import styles from './Reasons.module.css'

interface Explained {
  detail: AccountDetail
  explanation: AccountExplanation
}

/** The way to put another class in the place of the computed one. */
export function OverrideTools({ detail, explanation }: Explained) {
  const { t } = useTranslation('account')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button leftSection={<IconUserEdit size={16} stroke={1.6} />} onClick={() => setOpen(true)}>
        {t(explanation.override ? 'override.change' : 'override.open')}
      </Button>
      {isOpen && <OverrideDialog detail={detail} explanation={explanation} onClose={() => setOpen(false)} />}
    </>
  )
}

/** Who set the class by hand, why and until when, with the computed class beside it. */
export function OverrideNotice({ detail, explanation }: Explained) {
  const { t } = useTranslation('account')
  const { t: tCommon } = useTranslation('common')
  const format = useFormat()
  const tell = useUndoToast()
  const end = useCommand('override.end')
  const { override, computedValueClass } = explanation
  if (!override) return null
  return (
    <div className={styles.note}>
      <Notice
        tone="accent"
        icon={IconUserEdit}
        title={t('override.notice', {
          class: tCommon(`valueClass.${override.valueClass}`),
          computed: computedValueClass
            ? tCommon(`valueClass.${computedValueClass}`)
            : tCommon('notClassified'),
          author: override.author,
          setOn: format.day(override.setOn),
          until: format.day(override.expiresOn),
        })}
        action={
          <Button
            loading={end.isPending}
            onClick={() =>
              end.mutate(
                { id: override.id },
                { onSuccess: () => tell(t('toast.overrideEnded', { name: detail.row.name })) },
              )
            }
          >
            {t('override.end')}
          </Button>
        }
      >
        {override.reason}
      </Notice>
    </div>
  )
}
