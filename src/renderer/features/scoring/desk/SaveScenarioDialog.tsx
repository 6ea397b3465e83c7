import { TextInput } from '@mantine/core'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../api/use-command.ts'
import { Dialog } from '../../../components/Dialog.tsx'
import { DialogActs } from '../../../components/DialogActs.tsx'
import { useUndoToast } from '../../../components/page/use-undo.tsx'
import type { ModelDraftEdits } from '../use-model-draft.ts'
import styles from './Desk.module.css'

/** Keeps the draft under a name, to be looked at, compared or applied later. */
export function SaveScenarioDialog({ edits, onClose }: { edits: ModelDraftEdits; onClose: () => void }) {
  const { t } = useTranslation('scoring')
  const form = useId()
  const undoToast = useUndoToast()
  const [name, setName] = useState(edits.scenario?.name ?? '')
  const trimmed = name.trim()
  const isSame = edits.scenario !== null && edits.scenario.name === trimmed
  const save = useCommand('model.saveScenario', {
    onSuccess: ({ id }) => {
      edits.load({ model: edits.model, changes: edits.changes }, { id, name: trimmed })
      undoToast(t('desk.scenarioKept', { name: trimmed }))
      onClose()
    },
  })
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (trimmed === '' || save.isPending) return
    save.mutate({
      ...(isSame && edits.scenario ? { id: edits.scenario.id } : {}),
      name: trimmed,
      model: edits.model,
      changes: [...edits.changes],
    })
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('desk.scenarioTitle')}
      footer={
        <DialogActs
          act={t(isSame ? 'desk.scenarioAnew' : 'desk.scenarioSave')}
          onCancel={onClose}
          form={form}
          isRefused={trimmed === ''}
          isPending={save.isPending}
        />
      }
    >
      <form id={form} onSubmit={onSubmit} className={styles.form}>
        <TextInput
          label={t('desk.scenarioName')}
          placeholder={t('desk.scenarioExample')}
          value={name}
          maxLength={120}
          onChange={(event) => setName(event.currentTarget.value)}
          required
          data-autofocus
        />
      </form>
    </Dialog>
  )
}
