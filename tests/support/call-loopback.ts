import type { CallResult } from '#shared/contract/call-result.ts'
import type { InputOf, OperationName, OutputOf } from '#shared/contract/contract.ts'
import { LOOPBACK_PATHS, TOKEN_HEADER } from '#shared/contract/loopback-api.ts'
import type { Loopback } from './loopback.ts'

/** Asks the running host directly, beside the page; fails the test with the typed error. */
export async function callLoopback<Name extends OperationName>(
  { origin, token }: Loopback,
  name: Name,
  input: InputOf<Name>,
): Promise<OutputOf<Name>> {
  const response = await fetch(`${origin}${LOOPBACK_PATHS.call}`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json', [TOKEN_HEADER]: token },
    body: JSON.stringify({ name, input }),
  })
  const result = (await response.json()) as CallResult<OutputOf<Name>>
  if (!result.ok) throw new Error(`${name}: ${result.error.code}: ${result.error.message}`)
  return result.value
}
