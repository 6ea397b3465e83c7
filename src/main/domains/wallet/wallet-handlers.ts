import type { EngineHandlers } from '../../application/ports.ts'
import { readAccountWallet } from './account-wallet.ts'
import { walletCommandHandlers } from './wallet-commands.ts'
import { readAccountMap, readWalletMap } from './wallet-map.ts'
import { readWhiteSpace } from './white-space.ts'

export const walletHandlers = {
  'wallet.account': ({ database }, { accountId }) => readAccountWallet(database, accountId),
  'wallet.map': ({ database }, { accountId }) =>
    accountId === undefined ? readWalletMap(database) : readAccountMap(database, accountId),
  'wallet.whiteSpace': ({ database }, input) => readWhiteSpace(database, input),
  ...walletCommandHandlers,
} satisfies EngineHandlers<'wallet'>
