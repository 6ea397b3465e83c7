import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { withLaunchLock } from '../../../scripts/launch-lock.mjs'

const lockPath = () => join(mkdtempSync(join(tmpdir(), 'mainstay-lock-')), '.cache', 'launch.lock')

describe('withLaunchLock', () => {
  it('never runs two preparations at once', async () => {
    const path = lockPath()
    let inside = 0
    let most = 0
    const work = async () => {
      inside += 1
      most = Math.max(most, inside)
      await delay(20)
      inside -= 1
    }
    await Promise.all([withLaunchLock(path, work), withLaunchLock(path, work), withLaunchLock(path, work)])
    expect(most).toBe(1)
  })

  it('frees the lock when the work fails', async () => {
    const path = lockPath()
    await expect(withLaunchLock(path, () => Promise.reject(new Error('full disk')))).rejects.toThrow(
      'full disk',
    )
    expect(existsSync(path)).toBe(false)
  })

  it('takes over from a launcher that was killed', async () => {
    const path = lockPath()
    await withLaunchLock(path, async () => undefined)
    const ended = spawnSync(process.execPath, ['--version']).pid
    writeFileSync(path, String(ended))
    await expect(withLaunchLock(path, async () => 'done')).resolves.toBe('done')
  })
})
