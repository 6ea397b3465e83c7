import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputOf } from '#shared/contract/contract.ts'
import type { SupplierRank } from '#shared/domain/wallet.ts'
import { useCommand } from '../../../api/use-command.ts'
import { useUndoToast } from '../../../components/page/use-undo.tsx'

type SpendChanges = InputOf<'wallet.reviseSpend'>['changes']

export interface WalletEdits {
  record: (categoryId: string, year: number, spend: InputOf<'wallet.recordSpend'>['spend']) => void
  revise: (id: string, changes: SpendChanges) => void
  remove: (id: string) => void
  rank: (categoryId: string, year: number, rank: SupplierRank) => void
}

/** Writes an account's spend; every act is told with its way back. */
export function useWalletEdits(accountId: string): WalletEdits {
  const { t } = useTranslation('wallet')
  const tell = useUndoToast()
  const { mutate: record } = useCommand('wallet.recordSpend')
  const { mutate: revise } = useCommand('wallet.reviseSpend')
  const { mutate: remove } = useCommand('wallet.removeSpend')
  const { mutate: rank } = useCommand('wallet.estimateByRank')
  return useMemo<WalletEdits>(
    () => ({
      record: (categoryId, year, spend) =>
        record(
          { accountId, categoryId, year, spend },
          { onSuccess: () => tell(t('toast.spendRecorded', { year })) },
        ),
      revise: (id, changes) => revise({ id, changes }, { onSuccess: () => tell(t('toast.spendRevised')) }),
      remove: (id) => remove({ id }, { onSuccess: () => tell(t('toast.spendRemoved')) }),
      rank: (categoryId, year, value) =>
        rank(
          { accountId, categoryId, year, rank: value },
          { onSuccess: () => tell(t('toast.ranked', { year })) },
        ),
    }),
    [accountId, record, revise, remove, rank, t, tell],
  )
}
