import { Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '#shared/domain/calendar.ts'
import type { ScoringModel } from '#shared/domain/scoring-model.ts'
import { useCall } from '../../../api/use-call.ts'
import { useCommand } from '../../../api/use-command.ts'
import { DayField } from '../../../components/DayField.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { DialogActs } from '../../../components/DialogActs.tsx'
import { useFormat } from '../../../components/format.tsx'
import { Notice } from '../../../components/Notice.tsx'
import type { ModelDraftEdits } from '../use-model-draft.ts'
import styles from './Desk.module.css'

export interface ApplyDialogProps {
  present: ScoringModel
  edits: ModelDraftEdits
  onClose: () => void
  onApplied: (version: number) => void
}

/** Freezes the draft as the next version: its name, why it is made, from which day on. */
export function ApplyDialog({ present, edits, onClose, onApplied }: ApplyDialogProps) {
  const { t } = useTranslation('scoring')
  const format = useFormat()
  const form = useId()
  const { data: settings } = useCall('settings.get', {})
  const [name, setName] = useState(edits.model.name)
  const [note, setNote] = useState('')
  const [chosenDay, setChosenDay] = useState<Day | null>(null)
  const save = useCommand('model.save', {
    onSuccess: ({ version }) => {
      edits.discard()
      onApplied(version)
    },
  })
  const effectiveOn = chosenDay ?? settings?.effectiveAsOf ?? present.effectiveOn
  const version = present.version + 1
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '' || save.isPending) return
    save.mutate({ model: { ...edits.model, name: name.trim(), note: note.trim(), effectiveOn } })
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('desk.applyTitle', { version })}
      footer={
        <DialogActs
          act={t('desk.apply', { version })}
          onCancel={onClose}
          form={form}
          isRefused={name.trim() === ''}
          isPending={save.isPending}
        />
      }
    >
      <form id={form} onSubmit={onSubmit} className={styles.form}>
        <TextInput
          label={t('facts.name')}
          value={name}
          maxLength={120}
          onChange={(event) => setName(event.currentTarget.value)}
          required
          data-autofocus
        />
        <Textarea
          label={t('desk.why')}
          placeholder={t('desk.whyExample')}
          value={note}
          maxLength={2000}
          onChange={(event) => setNote(event.currentTarget.value)}
          autosize
          minRows={2}
        />
        <DayField
          label={t('desk.effectiveOn')}
          description={t('desk.effectiveNote')}
          value={effectiveOn}
          refusal={t('desk.noDay')}
          onCommit={setChosenDay}
        />
        {effectiveOn < present.effectiveOn && (
          <Notice tone="amber">
            {t('desk.effectiveEarlier', { version: present.version, day: format.day(present.effectiveOn) })}
          </Notice>
        )}
        {edits.changes.length > 0 && (
          <Notice tone="plain">{t('desk.figuresStay', { count: edits.changes.length })}</Notice>
        )}
      </form>
    </Dialog>
  )
}
