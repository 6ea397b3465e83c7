import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LifetimeAccount } from '#shared/contract/lifetime.ts'
import { LIFETIME_KEYS, type LifetimeEntries, type LifetimeKey } from '#shared/domain/lifetime.ts'
import type { CallFailure } from '../../api/call-failure.ts'
import { useCall } from '../../api/use-call.ts'
import { useCommand } from '../../api/use-command.ts'
import { useUndoToast } from '../page/use-undo.tsx'
import { type LifetimeDraft, readAssumption, trialOf } from './lifetime-draft.ts'

const TYPING_MS = 120

export interface LifetimeForecast {
  /** With what is being typed in the place of what is kept; undefined while it is read. */
  shown: LifetimeAccount | undefined
  failure: CallFailure | null
  draft: LifetimeDraft
  /** Tries a text without keeping it; undefined gives up the typing. */
  type: (key: LifetimeKey, text: string | undefined) => void
  /** Keeps what is typed, or gives a blank back to the account's figures. */
  commit: (key: LifetimeKey) => void
  giveBack: (key: LifetimeKey) => void
  reset: () => void
}

function keptEntries(kept: LifetimeAccount | undefined): LifetimeEntries {
  const entries: LifetimeEntries = {}
  if (!kept) return entries
  for (const key of LIFETIME_KEYS) {
    const { source, value } = kept.assumptions[key]
    if (source === 'entered') entries[key] = value
  }
  return entries
}

/** An account's forecast that follows the typing and keeps what is entered. */
export function useLifetimeForecast(accountId: string): LifetimeForecast {
  const { t } = useTranslation('lifetime')
  const tell = useUndoToast()
  const [draft, setDraft] = useState<LifetimeDraft>({})
  const { data: kept, error } = useCall('lifetime.account', { accountId })
  const isTyping = Object.keys(draft).length > 0
  const [trial] = useDebouncedValue(isTyping ? trialOf(keptEntries(kept), draft) : null, TYPING_MS)
  const { data: tried } = useCall(
    'lifetime.account',
    { accountId, ...(trial ? { trial } : {}) },
    { enabled: isTyping && trial !== null, keepPrevious: true },
  )
  const { mutate: revise } = useCommand('lifetime.revise', { onSuccess: () => tell(t('kept')) })
  const { mutate: resetAll } = useCommand('lifetime.reset', { onSuccess: () => tell(t('gaveBack')) })

  const type = (key: LifetimeKey, text: string | undefined) =>
    setDraft(({ [key]: _before, ...others }) => (text === undefined ? others : { ...others, [key]: text }))

  return {
    shown: isTyping && trial ? (tried ?? kept) : kept,
    failure: error,
    draft,
    type,
    commit(key) {
      const text = draft[key]
      if (text === undefined || !kept) return
      const read = readAssumption(key, text)
      if (read.kind === 'refused') return
      type(key, undefined)
      const entry = read.kind === 'value' ? read.value : null
      const { source, value } = kept.assumptions[key]
      const before = source === 'entered' ? value : null
      if (entry !== before) revise({ accountId, entries: { [key]: entry } })
    },
    giveBack(key) {
      type(key, undefined)
      revise({ accountId, entries: { [key]: null } })
    },
    reset() {
      setDraft({})
      resetAll({ accountId })
    },
  }
}
