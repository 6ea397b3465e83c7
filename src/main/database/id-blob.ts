import type { Id } from '#shared/domain/id.ts'

/** A UUID in text form to the 16 bytes it is stored as. */
export function idToBlob(id: Id): Buffer {
  const blob = Buffer.from(
    id.slice(0, 8) + id.slice(9, 13) + id.slice(14, 18) + id.slice(19, 23) + id.slice(24),
    'hex',
  )
  if (blob.length !== 16) throw new RangeError('A row id must be a UUID.')
  return blob
}

/** 16 stored bytes to the lower-case text form of the UUID. */
export function blobToId(blob: Uint8Array): Id {
  if (blob.length !== 16) throw new RangeError('A stored row id must be 16 bytes.')
  const hex = Buffer.from(blob.buffer, blob.byteOffset, 16).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
