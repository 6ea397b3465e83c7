import { Button, FileButton, Textarea } from '@mantine/core'
import { IconFile } from '@tabler/icons-react'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CallFailure } from '../../../api/call-failure.ts'
import { call } from '../../../api/client.ts'
import { useErrorText } from '../../../api/use-error-text.ts'
import { Dialog } from '../../../components/Dialog.tsx'
import { DialogActs } from '../../../components/DialogActs.tsx'
import { Notice } from '../../../components/Notice.tsx'
import { showToast } from '../../../components/toast.ts'
import type { ModelDraftEdits } from '../use-model-draft.ts'
import styles from './Versions.module.css'

const MOST_CHARACTERS = 1_000_000

export interface ImportModelDialogProps {
  edits: ModelDraftEdits
  onClose: () => void
  onTaken: () => void
}

/** Reads an exported model, from a file or pasted, into the draft. */
export function ImportModelDialog({ edits, onClose, onTaken }: ImportModelDialogProps) {
  const { t } = useTranslation('model')
  const form = useId()
  const errorText = useErrorText()
  const [text, setText] = useState('')
  const [refusal, setRefusal] = useState<{ what: string; remedy: string } | null>(null)
  const choose = async (file: File | null) => {
    if (!file) return
    if (file.size > MOST_CHARACTERS) setRefusal({ what: t('file.tooLarge'), remedy: '' })
    else {
      setRefusal(null)
      setText(await file.text())
    }
  }
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') return
    try {
      const { model, problems } = await call('model.import', { text })
      edits.load({ model, changes: [] }, null)
      showToast({
        message: problems.length > 0 ? t('file.takenProblems', { count: problems.length }) : t('file.taken'),
      })
      onTaken()
    } catch (failure) {
      const isOther = failure instanceof CallFailure && failure.code === 'file-unreadable'
      setRefusal(
        isOther ? { what: t('file.notModel'), remedy: t('file.notModelRemedy') } : errorText(failure),
      )
    }
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width={640}
      title={t('file.importTitle')}
      footer={
        <DialogActs act={t('file.take')} onCancel={onClose} form={form} isRefused={text.trim() === ''} />
      }
    >
      <form id={form} onSubmit={(event) => void onSubmit(event)} className={styles.form}>
        <p className={styles.note}>{t('file.importNote')}</p>
        <div>
          <FileButton onChange={(file) => void choose(file)} accept=".json,.txt,application/json">
            {(props) => (
              <Button {...props} leftSection={<IconFile size={16} stroke={1.6} />} data-autofocus>
                {t('file.choose')}
              </Button>
            )}
          </FileButton>
        </div>
        <Textarea
          classNames={{ input: styles.text ?? '' }}
          aria-label={t('file.text')}
          value={text}
          maxLength={MOST_CHARACTERS}
          onChange={(event) => setText(event.currentTarget.value)}
          rows={10}
        />
        {refusal && (
          <Notice tone="red" role="alert" title={refusal.what}>
            {refusal.remedy}
          </Notice>
        )}
      </form>
    </Dialog>
  )
}
