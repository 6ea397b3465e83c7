import { Group, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PickedFile } from '#shared/contract/host-bridge.ts'
import type { Language, WorkspaceSummary } from '#shared/contract/workspace.ts'
import { pickPlace } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { CurrencySelect } from '../../components/CurrencySelect.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { DialogActs } from '../../components/DialogActs.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { useLanguage } from '../../components/format.tsx'

export interface CreateDialogProps {
  isOpen: boolean
  /** Orders the workspace is made for; its name is proposed from theirs. */
  file: PickedFile | null
  onClose: () => void
  onCreated: (workspace: WorkspaceSummary, file?: PickedFile) => void
}

const HOME_CURRENCY: Record<Language, string> = { 'zh-CN': 'CNY', 'zh-TW': 'TWD', en: 'USD' }
const HANDLED = ['workspace-exists', 'unsafe-location', 'disk-full', 'read-only'] as const

/** Names a new workspace and its currency: the two things that are asked before there is data. */
export function CreateDialog({ isOpen, file, onClose, onCreated }: CreateDialogProps) {
  const { t } = useTranslation('start')
  const language = useLanguage()
  const create = useCommand('workspace.create', { handles: HANDLED })
  const [name, setName] = useState('')
  const [currency, setCurrency] = useState(HOME_CURRENCY[language])
  const { reset } = create

  useEffect(() => {
    if (!isOpen) return
    setName(file ? file.name.replace(/\.[^.]+$/, '') : '')
    setCurrency(HOME_CURRENCY[language])
    reset()
  }, [isOpen, file, language, reset])

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const trimmed = name.trim()
    if (!trimmed) return
    const place = await pickPlace(trimmed)
    if (place === null) return
    create.mutate(
      { name: trimmed, baseCurrency: currency, ...(place ? { fileToken: place.token } : {}) },
      {
        onSuccess: (workspace) => onCreated(workspace, file ?? undefined),
      },
    )
  }

  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t(file ? 'create.titleForFile' : 'create.title')}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="lg">
          {file && <div className="ms-dimmed">{t('create.forFile', { name: file.name })}</div>}
          <TextInput
            label={t('create.name')}
            description={t('create.nameHint')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={120}
            data-autofocus
          />
          <CurrencySelect
            label={t('create.currency')}
            description={t('create.currencyHint')}
            value={currency}
            onChange={setCurrency}
          />
          {create.error && HANDLED.some((code) => code === create.error?.code) && (
            <ErrorNotice failure={create.error} />
          )}
          <Group justify="flex-end">
            <DialogActs
              act={t(name.trim() ? 'create.act' : 'create.actMissing')}
              onCancel={onClose}
              isRefused={!name.trim()}
              isPending={create.isPending}
            />
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
