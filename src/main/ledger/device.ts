import type { Database as Sqlite } from 'better-sqlite3'

/** This installation as an author of ops, and where its clock and its numbering stand. */
export interface Device {
  key: number
  lastSeq: number
  lastHlc: string
}

/** For hosts that do not name their installation. */
const UNNAMED_INSTALLATION = 'this-installation'

/** A random UUID (version 4) as 16 bytes. */
export function randomIdBlob(randomBytes: (length: number) => Buffer): Buffer {
  const blob = Buffer.from(randomBytes(16))
  blob.writeUInt8((blob.readUInt8(6) & 0x0f) | 0x40, 6)
  blob.writeUInt8((blob.readUInt8(8) & 0x3f) | 0x80, 8)
  return blob
}

/** Finds this installation's newest device, or adds one: two copies of a file must never number ops alike. */
export function ensureDevice(
  sqlite: Sqlite,
  ports: { installationId?: string; randomBytes(length: number): Buffer },
  addedAt: string,
): Device {
  const installation = ports.installationId ?? UNNAMED_INSTALLATION
  const known = sqlite
    .prepare<[string], Device>(
      `SELECT key, last_seq AS lastSeq, last_hlc AS lastHlc FROM device
       WHERE installation_id = ? ORDER BY key DESC LIMIT 1`,
    )
    .get(installation)
  if (known) return known
  const added = sqlite
    .prepare('INSERT INTO device (id, installation_id, added_at) VALUES (?, ?, ?)')
    .run(randomIdBlob(ports.randomBytes), installation, addedAt)
  return { key: Number(added.lastInsertRowid), lastSeq: 0, lastHlc: '' }
}
