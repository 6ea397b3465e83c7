/** File systems that lie on another machine, as /proc/mounts names them; FUSE ones with their `fuse.` prefix. */
const NETWORK_TYPES = new Set([
  'nfs',
  'nfs4',
  'cifs',
  'smb',
  'smb2',
  'smb3',
  'smbfs',
  'afs',
  'ncpfs',
  'davfs',
  'ceph',
  'glusterfs',
  'lustre',
  'vboxsf',
  'fuse.sshfs',
  'fuse.rclone',
  'fuse.davfs',
  'fuse.davfs2',
  'fuse.gvfsd-fuse',
  'fuse.smbnetfs',
  'fuse.curlftpfs',
  'fuse.s3fs',
  'fuse.glusterfs',
  'fuse.ceph-fuse',
  'fuse.onedriver',
  'fuse.google-drive-ocamlfuse',
  'fuse.vmhgfs-fuse',
])

export interface Mount {
  type: string
  isNetwork: boolean
  isReadOnly: boolean
}

const unescaped = (text: string): string =>
  text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))

/** The mount a folder lies on, by the longest mount point; null when the table names none. */
export function mountOf(folder: string, mounts: string): Mount | null {
  let found: { point: string; type: string; options: string } | null = null
  for (const line of mounts.split('\n')) {
    const [, escaped, type, options] = line.split(' ')
    if (!escaped || !type || options === undefined) continue
    const point = unescaped(escaped)
    const isInside = folder === point || folder.startsWith(point.endsWith('/') ? point : `${point}/`)
    // A later mount on the same point hides the earlier one.
    if (isInside && (!found || point.length >= found.point.length)) found = { point, type, options }
  }
  if (!found) return null
  return {
    type: found.type,
    isNetwork: NETWORK_TYPES.has(found.type),
    isReadOnly: found.options.split(',').includes('ro'),
  }
}

/** Windows: \\server\share and what a mapped drive letter resolves to; \\?\C:\ and \\wsl$\ aside. */
export function isNetworkPath(folder: string, platform: NodeJS.Platform): boolean {
  if (platform !== 'win32') return false
  const plain = folder.replaceAll('/', '\\')
  if (/^\\\\[?.]\\UNC\\/i.test(plain)) return true
  return /^\\\\[^?.\\]/.test(plain)
}
