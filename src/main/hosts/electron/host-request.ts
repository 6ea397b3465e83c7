import { z } from 'zod'
import { fileKind } from '#shared/contract/host-bridge.ts'
import { downloadToken } from '#shared/contract/workspace.ts'

const MOST_PATH_CHARACTERS = 32_768

/** Everything a window may ask. It travels as JSON text, so that its size is known before it is read. */
export const hostRequest = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('call'), name: z.string().max(100), input: z.unknown() }),
  z.strictObject({ type: z.literal('listen') }),
  z.strictObject({ type: z.literal('pick-file'), kind: fileKind }),
  z.strictObject({ type: z.literal('pick-place'), suggestedName: z.string().max(255) }),
  z.strictObject({ type: z.literal('receive-file'), path: z.string().min(1).max(MOST_PATH_CHARACTERS) }),
  z.strictObject({ type: z.literal('save-download'), download: downloadToken }),
  z.strictObject({ type: z.literal('open-external'), address: z.string().max(2_048) }),
])
export type HostRequest = z.output<typeof hostRequest>
