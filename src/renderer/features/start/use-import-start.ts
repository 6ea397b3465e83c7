import { useCallback, useState } from 'react'
import type { PickedFile } from '#shared/contract/host-bridge.ts'
import { pickFile, takeFile } from '../../api/client.ts'

export interface ImportStart {
  /** The file a workspace is about to be made for. */
  file: PickedFile | null
  chooseOrders: () => void
  dropOrders: (file: File) => void
  forget: () => void
  isBusy: boolean
  failure: unknown
}

/** Orders first: the file is handed to the host before there is a workspace to import it into. */
export function useImportStart(): ImportStart {
  const [file, setFile] = useState<PickedFile | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)

  const take = useCallback(async (source: Promise<PickedFile | null>) => {
    setBusy(true)
    setFailure(null)
    try {
      setFile(await source)
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }, [])

  return {
    file,
    chooseOrders: useCallback(() => void take(pickFile('orders')), [take]),
    dropOrders: useCallback((dropped: File) => void take(takeFile(dropped)), [take]),
    forget: useCallback(() => setFile(null), []),
    isBusy,
    failure,
  }
}
