import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { HostEvent, MenuCommand } from '#shared/contract/host-bridge.ts'
import { onHostEvent } from '../api/client.ts'
import { currentActionGroups } from '../components/actions/use-actions.ts'
import { useOpenWorkspace } from '../components/use-open-workspace.ts'

const START_ACTS: Partial<Record<MenuCommand, 'create' | 'open' | 'sample'>> = {
  'new-workspace': 'create',
  'open-workspace': 'open',
  'open-sample': 'sample',
}

/** Menu items run the action of the same id; those of the start window lead there first. */
export function useHostEvents(): void {
  const navigate = useNavigate()
  const { openFile } = useOpenWorkspace()
  useEffect(
    () =>
      onHostEvent((event: HostEvent) => {
        if (event.type === 'open-workspace') {
          openFile(event.file.token)
          return
        }
        const action = currentActionGroups()
          .flatMap((group) => group.actions)
          .findLast((candidate) => candidate.id === event.command)
        if (action) {
          if (!action.isDisabled) action.run()
          return
        }
        const act = START_ACTS[event.command]
        if (act) void navigate({ to: '/', search: { act } })
      }),
    [navigate, openFile],
  )
}
