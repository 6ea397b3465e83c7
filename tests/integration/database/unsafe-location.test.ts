import { chmodSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MainstayError } from '#shared/contract/call-result.ts'
import { cloudServiceOf } from '../../../src/main/database/cloud-folders.ts'
import { isNetworkPath, mountOf } from '../../../src/main/database/network-drives.ts'
import { refuseUnsafeLocation } from '../../../src/main/database/unsafe-location.ts'
import { createTestFolder } from '../../support/workspace.ts'

describe('synchronised folders', () => {
  const probe = (folder: string, markers: string[] = [], environment: Record<string, string> = {}) =>
    cloudServiceOf(folder, { home: '/home/fang', environment, exists: (path) => markers.includes(path) })

  it.each([
    ['C:\\Users\\fang\\OneDrive\\Kunden', 'OneDrive'],
    ['C:\\Users\\fang\\OneDrive - 东澜传动', 'OneDrive'],
    ['/Users/fang/Library/CloudStorage/OneDrive-Personal', 'OneDrive'],
    ['/Users/fang/Dropbox (Acme)/x', 'Dropbox'],
    ['/Users/fang/Library/Mobile Documents/com~apple~CloudDocs', 'iCloud Drive'],
    ['C:\\Users\\fang\\iCloudDrive', 'iCloud Drive'],
    ['/Users/fang/Library/CloudStorage/GoogleDrive-fang@example.com/My Drive', 'Google Drive'],
    ['D:\\我的坚果云\\客户', '坚果云'],
    ['D:\\Nutstore Files\\1', '坚果云'],
    ['D:\\BaiduSyncdisk', '百度网盘'],
    ['D:\\BaiduNetdiskWorkspace', '百度网盘'],
  ])('%s belongs to %s', (folder, service) => {
    expect(probe(folder)).toBe(service)
  })

  it.each([
    '/home/fang/Documents',
    'C:\\Users\\fang\\Documents',
    'D:\\OneDriver tools',
    '/srv/dropbox-export-2024',
  ])('%s belongs to none', (folder) => {
    expect(probe(folder)).toBeNull()
  })

  it('are also known by what the program leaves in them, in any folder above', () => {
    expect(probe('/data/team/kunden/2026', ['/data/team/.dropbox'])).toBe('Dropbox')
    expect(probe('/data/team/kunden', ['/data/team/.stfolder'])).toBe('Syncthing')
  })

  it('are not seen in the settings that such a program keeps in the home folder', () => {
    expect(probe('/home/fang/Documents', ['/home/fang/.dropbox'])).toBeNull()
  })

  it('are also known by the place OneDrive says it is in', () => {
    expect(probe('/data/cloud/x', [], { OneDriveCommercial: '/data/cloud' })).toBe('OneDrive')
    expect(probe('/data/cloudy', [], { OneDriveCommercial: '/data/cloud' })).toBeNull()
  })
})

describe('drives', () => {
  const mounts = [
    '/dev/sda1 / ext4 rw,relatime 0 0',
    'server:/share /mnt/team nfs4 rw,vers=4.2 0 0',
    '//nas/docs /mnt/my\\040docs cifs rw 0 0',
    'me@host: /home/fang/remote fuse.sshfs rw,user_id=1000 0 0',
    '/dev/sr0 /media/cdrom iso9660 ro 0 0',
    '/dev/sdb1 /mnt/team/local ext4 rw 0 0',
  ].join('\n')

  it.each([
    ['/mnt/team/kunden', true],
    ['/mnt/my docs', true],
    ['/home/fang/remote/x', true],
    ['/home/fang', false],
    ['/mnt/teams', false],
    ['/mnt/team/local/x', false],
  ])('%s lies on the network: %s', (folder, isNetwork) => {
    expect(mountOf(folder, mounts)?.isNetwork).toBe(isNetwork)
  })

  it('that can only be read are known', () => {
    expect(mountOf('/media/cdrom/x', mounts)).toMatchObject({ isReadOnly: true })
    expect(mountOf('/home', mounts)).toMatchObject({ isReadOnly: false })
  })

  it.each([
    ['\\\\nas\\docs\\kunden', true],
    ['//nas/docs', true],
    ['\\\\?\\UNC\\nas\\docs', true],
    ['\\\\?\\C:\\Users', false],
    ['C:\\Users', false],
  ])('%s on Windows is on the network: %s', (folder, isNetwork) => {
    expect(isNetworkPath(folder, 'win32')).toBe(isNetwork)
  })
})

describe('a place on this machine', () => {
  let folder: ReturnType<typeof createTestFolder>
  beforeEach(() => {
    folder = createTestFolder()
  })
  afterEach(() => folder.remove())

  const reasonOf = (file: string): unknown => {
    try {
      refuseUnsafeLocation(file)
      return null
    } catch (error) {
      if (error instanceof MainstayError && error.code === 'unsafe-location') return error.details.reason
      throw error
    }
  }

  it('that is an ordinary folder is accepted, with its free space', () => {
    const report = refuseUnsafeLocation(join(folder.path, 'test.mainstay'))
    expect(report.freeBytes).toBeGreaterThan(0)
    expect(report.isNearlyFull).toBe(report.freeBytes < 1_000_000_000)
  })

  it('is judged by where a link leads, not by what it is called', () => {
    mkdirSync(join(folder.path, 'Dropbox'))
    symlinkSync(join(folder.path, 'Dropbox'), join(folder.path, 'harmless'), 'junction')
    expect(reasonOf(join(folder.path, 'harmless', 'test.mainstay'))).toBe('cloud-folder')
  })

  it('that does not exist is refused by its own name', () => {
    expect(reasonOf(join(folder.path, 'nowhere', 'test.mainstay'))).toBe('missing-folder')
  })

  // The superuser may write everywhere, and Windows has no such folders.
  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'that cannot be written is refused',
    () => {
      chmodSync(folder.path, 0o555)
      expect(reasonOf(join(folder.path, 'test.mainstay'))).toBe('read-only-volume')
      chmodSync(folder.path, 0o755)
    },
  )
})
