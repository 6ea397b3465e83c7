import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { takeFile } from '../api/client.ts'
import { useErrorText } from '../api/use-error-text.ts'
import { showToast } from '../components/toast.ts'
import { useFileDrop } from '../components/use-file-drop.ts'
import { useOpenWorkspace } from '../components/use-open-workspace.ts'

/** Orders dropped on any page go to the import, a workspace file is opened. */
export function useImportDrop(): void {
  const navigate = useNavigate()
  const errorText = useErrorText()
  const { openFile } = useOpenWorkspace()
  const onFile = useCallback(
    (dropped: File) => {
      takeFile(dropped).then(
        (file) => {
          if (file.name.toLowerCase().endsWith('.mainstay')) openFile(file.token)
          else void navigate({ to: '/import', search: { file: file.token, fileName: file.name } })
        },
        (failure: unknown) => {
          const { what, remedy } = errorText(failure)
          showToast({ title: what, message: remedy, isFailure: true })
        },
      )
    },
    [navigate, errorText, openFile],
  )
  useFileDrop(onFile)
}
