import { isAbsurdStamp } from './hybrid-clock.ts'

/** An op by its place in the log of this file; device keys are local and stay in it. */
export interface OpPlace {
  deviceKey: number
  seq: number
}

/** An op as far as deciding what a register shows needs it. */
export interface HeadOp extends OpPlace {
  hlc: string
  /** Canonical JSON. */
  value: string
}

/** `pred` as stored: places in order, such as "1:42 3:7"; empty when the author saw no earlier value. */
export function formatPred(places: readonly OpPlace[]): string {
  if (places.length === 0) return ''
  const [first] = places
  if (first && places.length === 1) return `${first.deviceKey}:${first.seq}`
  return [...places]
    .sort((a, b) => a.deviceKey - b.deviceKey || a.seq - b.seq)
    .map(({ deviceKey, seq }) => `${deviceKey}:${seq}`)
    .join(' ')
}

export function parsePred(pred: string): OpPlace[] {
  if (pred === '') return []
  return pred.split(' ').map((place) => {
    const [deviceKey, seq] = place.split(':')
    return { deviceKey: Number(deviceKey), seq: Number(seq) }
  })
}

/**
 * The op that is shown: the latest stamp, then the greater device id, so that every copy shows the same.
 * Absurd stamps lose to all others.
 */
export function shownOf<Op extends HeadOp>(
  ops: readonly Op[],
  deviceId: (deviceKey: number) => string,
): Op | undefined {
  let shown: Op | undefined
  for (const op of ops) {
    if (!shown || isShownBefore(op, shown, deviceId)) shown = op
  }
  return shown
}

function isShownBefore(a: HeadOp, b: HeadOp, deviceId: (deviceKey: number) => string): boolean {
  const absurdA = isAbsurdStamp(a.hlc)
  const absurdB = isAbsurdStamp(b.hlc)
  if (absurdA !== absurdB) return absurdB
  if (a.hlc !== b.hlc) return a.hlc > b.hlc
  if (a.deviceKey !== b.deviceKey) return deviceId(a.deviceKey) > deviceId(b.deviceKey)
  return a.seq > b.seq
}
