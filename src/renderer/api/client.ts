import type { CallResult } from '#shared/contract/call-result.ts'
import type { InputOf, OperationName, OutputOf } from '#shared/contract/contract.ts'
import type { ApplicationEvent } from '#shared/contract/events.ts'
import type {
  DownloadToken,
  FileKind,
  HostEvent,
  MainstayBridge,
  PickedFile,
} from '#shared/contract/host-bridge.ts'
import { CallFailure } from './call-failure.ts'

export type Bridge = MainstayBridge<File>

let connectedBridge: Bridge | null = null

/** Called once at the start, before anything is rendered. */
export function connectBridge(bridge: Bridge): void {
  connectedBridge = bridge
}

function bridge(): Bridge {
  if (!connectedBridge) throw new Error('No host is connected yet.')
  return connectedBridge
}

function unwrap<Value>(result: CallResult<Value>): Value {
  if (!result.ok) throw new CallFailure(result.error)
  return result.value
}

export const hostKind = (): Bridge['host']['kind'] => bridge().host.kind

/** Asks the application; throws a `CallFailure` with the error's code. */
export async function call<Name extends OperationName>(
  name: Name,
  input: InputOf<Name>,
): Promise<OutputOf<Name>> {
  const result = await bridge().call(name, input)
  // The dispatcher has parsed the answer against the contract; the bridge carries it untyped.
  return unwrap(result) as OutputOf<Name>
}

export const onEvent = (listener: (event: ApplicationEvent) => void): (() => void) =>
  bridge().onEvent(listener)

export const onHostEvent = (listener: (event: HostEvent) => void): (() => void) =>
  bridge().host.onHostEvent(listener)

/** Opens the host's file dialog; null when the user closed it. Throws a `CallFailure`. */
export const pickFile = async (kind: FileKind): Promise<PickedFile | null> =>
  unwrap(await bridge().host.pickFile(kind))

/** Asks where a new workspace goes; undefined where the host keeps them in its own folder, null when closed. */
export async function pickPlace(
  suggestedName: string,
): Promise<{ token: string; name: string } | null | undefined> {
  const { host } = bridge()
  return host.pickPlace ? unwrap(await host.pickPlace(suggestedName)) : undefined
}

/** Hands a dropped or pasted file to the host. Throws a `CallFailure`. */
export const takeFile = async (file: File): Promise<PickedFile> =>
  unwrap(await bridge().host.receiveFile(file))

/** Saves or downloads a file the application made; false when the user closed the dialog. Throws a `CallFailure`. */
export const saveDownload = async (download: DownloadToken): Promise<boolean> =>
  unwrap(await bridge().host.saveDownload(download))
