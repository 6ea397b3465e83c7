import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'
import { Dialog } from './Dialog.tsx'
import { DialogActs } from './DialogActs.tsx'

export interface Question {
  title: string
  /** Names the object and the count that are lost. */
  message: ReactNode
  /** The verb on the button. */
  act: string
}

type Ask = (question: Question) => Promise<boolean>

const ConfirmContext = createContext<Ask>(() => Promise.resolve(false))

/** Asks before what undo can't bring back; everything else is done at once and can be undone. */
export const useConfirm = (): Ask => useContext(ConfirmContext)

export function ConfirmProvider({ children }: { children: ReactNode }) {
  const [pending, setPending] = useState<{ question: Question; answer: (agreed: boolean) => void } | null>(
    null,
  )

  const ask = useCallback<Ask>(
    (question) =>
      new Promise((resolve) => {
        setPending({
          question,
          answer: (agreed) => {
            setPending(null)
            resolve(agreed)
          },
        })
      }),
    [],
  )

  return (
    <ConfirmContext value={ask}>
      {children}
      <Dialog
        isOpen={pending !== null}
        onClose={() => pending?.answer(false)}
        title={pending?.question.title ?? ''}
        footer={
          <DialogActs
            act={pending?.question.act ?? ''}
            onCancel={() => pending?.answer(false)}
            onAct={() => pending?.answer(true)}
            isFocused
          />
        }
      >
        {pending?.question.message}
      </Dialog>
    </ConfirmContext>
  )
}
