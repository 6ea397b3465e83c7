import { type ClipboardEvent, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountRow } from '#shared/contract/account.ts'
import { call } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { isEditable } from '../../components/actions/shortcut.ts'
import { useUndoStepsToast } from '../../components/use-undo-steps.tsx'
import { parseBlock } from './copy-rows.ts'
import type { ColumnKey } from './grid-view.ts'
import { type PastePlan, planPaste } from './paste-plan.ts'

export interface Paste {
  plan: PastePlan | null
  columns: readonly ColumnKey[]
  isBusy: boolean
  onPaste: (event: ClipboardEvent) => void
  apply: () => void
  close: () => void
}

interface Target {
  rowIndex: number
  column: string
}

/** The focused cell of the grid, by what the grid writes on its elements. */
function focusedCell(target: EventTarget | null): Target | null {
  if (!(target instanceof Element)) return null
  const column = target.closest('[col-id]')?.getAttribute('col-id')
  const row = target.closest('[row-index]')?.getAttribute('row-index')
  return column && row ? { column, rowIndex: Number(row) } : null
}

/** Takes a block copied from a spreadsheet at the focused cell, shows what it would do, then does it. */
export function usePaste(
  columns: readonly ColumnKey[],
  listRows: (offset: number, limit: number) => Promise<AccountRow[]>,
): Paste {
  const { t } = useTranslation('accounts')
  const tell = useUndoStepsToast()
  const { mutateAsync } = useCommand('account.revise')
  const [plan, setPlan] = useState<{ plan: PastePlan; columns: readonly ColumnKey[] } | null>(null)
  const [isBusy, setBusy] = useState(false)

  const onPaste = useCallback(
    (event: ClipboardEvent) => {
      const cell = focusedCell(event.target)
      const text = event.clipboardData.getData('text/plain')
      if (!cell || text === '' || isEditable(event.target)) return
      event.preventDefault()
      const from = columns.map(String).indexOf(cell.column)
      if (from < 0) return
      const block = parseBlock(text)
      const width = Math.max(...block.map((row) => row.length))
      const covered = columns.slice(from, from + width)
      void listRows(cell.rowIndex, block.length).then((rows) =>
        setPlan({ plan: planPaste(block, rows, columns.slice(from)), columns: covered }),
      )
    },
    [columns, listRows],
  )

  const apply = useCallback(async () => {
    if (!plan) return
    setBusy(true)
    const entryIds: string[] = []
    try {
      for (const command of plan.plan.commands) {
        await mutateAsync(command)
        const { undo } = await call('history.state', {})
        if (undo) entryIds.push(undo.id)
      }
    } catch {
      // The failed command has told its reason; what was written before it can be taken back below.
    }
    setBusy(false)
    setPlan(null)
    if (entryIds.length > 0) tell(t('toast.pasted', { count: plan.plan.changed }), entryIds)
  }, [plan, mutateAsync, tell, t])

  return {
    plan: plan?.plan ?? null,
    columns: plan?.columns ?? [],
    isBusy,
    onPaste,
    apply: () => void apply(),
    close: () => setPlan(null),
  }
}
