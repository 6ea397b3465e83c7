import { dirname, join } from 'node:path'

/** Folder names that synchronising programs give to what they copy. */
const FOLDER_NAMES: readonly { service: string; pattern: RegExp }[] = [
  { service: 'OneDrive', pattern: /^OneDrive( - .+)?$/i },
  { service: 'OneDrive', pattern: /^OneDrive-.+$/ },
  { service: 'Dropbox', pattern: /^Dropbox( \(.+\))?$/i },
  { service: 'iCloud Drive', pattern: /^(iCloud ?Drive|Mobile Documents|com~apple~CloudDocs)$/i },
  { service: 'Google Drive', pattern: /^(Google ?Drive|GoogleDrive-.+|Google 云端硬盘|Google 雲端硬碟)$/i },
  { service: '坚果云', pattern: /^(Nutstore( Files)?|我的坚果云|坚果云|我的堅果雲)$/i },
  {
    service: '百度网盘',
    pattern:
      /^(BaiduNetdisk(Workspace)?|BaiduSyncdisk|BaiduYunSync|百度网盘(同步空间|工作空间)?|百度云同步盘)$/i,
  },
  { service: 'Nextcloud', pattern: /^(Nextcloud|ownCloud)$/i },
  { service: 'pCloud', pattern: /^pCloud ?Drive$/i },
  { service: 'WPS云盘', pattern: /^WPS ?(云盘|Cloud Files|Drive)$/i },
]

/** Files and folders that such programs leave in the top of what they copy. */
const MARKERS: readonly { service: string; name: string }[] = [
  { service: 'Dropbox', name: '.dropbox' },
  { service: 'Dropbox', name: '.dropbox.cache' },
  { service: 'OneDrive', name: '.849C9593-D756-4E56-8D6E-42412F2A707B' },
  { service: 'Google Drive', name: '.tmp.drivedownload' },
  { service: 'Google Drive', name: '.tmp.driveupload' },
  { service: 'Syncthing', name: '.stfolder' },
]

const ENVIRONMENT = ['OneDrive', 'OneDriveConsumer', 'OneDriveCommercial']

export interface CloudProbe {
  home: string
  environment: Readonly<Record<string, string | undefined>>
  exists(path: string): boolean
}

const parts = (folder: string): string[] => folder.split(/[\\/]+/).filter((part) => part !== '')

const isInside = (folder: string, parent: string): boolean => {
  const inner = parts(folder.toLowerCase())
  const outer = parts(parent.toLowerCase())
  return outer.length > 0 && outer.every((part, index) => inner[index] === part)
}

/** The service that copies this folder to other machines, by path or by what lies in it; null when none does. */
export function cloudServiceOf(folder: string, { home, environment, exists }: CloudProbe): string | null {
  for (const part of parts(folder)) {
    const known = FOLDER_NAMES.find(({ pattern }) => pattern.test(part))
    if (known) return known.service
  }
  if (isInside(folder, join(home, 'Library', 'CloudStorage'))) return 'CloudStorage'
  for (const name of ENVIRONMENT) {
    const root = environment[name]
    if (root && isInside(folder, root)) return 'OneDrive'
  }
  for (let level = folder; ; level = dirname(level)) {
    // Programs keep settings of the same names in the home folder itself.
    if (level === home || level === dirname(level)) return null
    const marker = MARKERS.find(({ name }) => exists(join(level, name)))
    if (marker) return marker.service
  }
}
