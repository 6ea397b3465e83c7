import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CreditSheet } from '#shared/contract/credit.ts'
import { useCommand } from '../../../api/use-command.ts'
import { Dialog } from '../../../components/Dialog.tsx'
import { DialogActs } from '../../../components/DialogActs.tsx'
import { useFormat } from '../../../components/format.tsx'
import { useUndoToast } from '../../../components/page/use-undo.tsx'
import styles from './Credit.module.css'
import { useCreditWords } from './use-credit-words.ts'

/** Asks before a grade is frozen; a changed one needs its reason. */
export function RateDialog({
  accountId,
  name,
  sheet,
  isOpen,
  onClose,
}: {
  accountId: string
  name: string
  sheet: CreditSheet
  isOpen: boolean
  onClose: () => void
}) {
  const { t } = useTranslation('credit')
  const format = useFormat()
  const words = useCreditWords()
  const tell = useUndoToast()
  const [reason, setReason] = useState('')
  const { mutate: rate, isPending } = useCommand('credit.rate')
  const { grade, points, limit, termsDays } = sheet.result
  if (grade === null) return null
  const before = sheet.decision?.grade ?? sheet.previous?.decision.grade ?? null
  const isChanged = before !== null && before !== grade
  const quarter = words.quarter(sheet.quarter)
  const finish = () =>
    rate(
      { accountId, quarter: sheet.quarter, reason: reason.trim() },
      {
        onSuccess: () => {
          tell(t('toast.rated', { name, quarter, grade }))
          setReason('')
          onClose()
        },
      },
    )
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('rateDialog.title', { name, quarter })}
      footer={
        <DialogActs
          act={t('rateDialog.act', { grade })}
          onCancel={onClose}
          onAct={finish}
          isPending={isPending}
          isRefused={isChanged && reason.trim() === ''}
        />
      }
    >
      <div className={styles.form}>
        <p>
          {t('rateDialog.summary', {
            grade,
            points: format.decimal(points, 1),
            limit: format.money(limit),
            days: termsDays,
          })}
        </p>
        {isChanged && <p>{t('rateDialog.changed', { before })}</p>}
        <Textarea
          label={t(isChanged ? 'rateDialog.reason' : 'rateDialog.note')}
          required={isChanged}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </div>
    </Dialog>
  )
}
