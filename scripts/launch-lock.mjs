import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { say } from './report.mjs'

const staleAfterMilliseconds = 1_800_000

/** @param {number} processId */
const isAlive = (processId) => {
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** @param {string} path */
const tryTake = (path) => {
  try {
    const file = openSync(path, 'wx')
    writeSync(file, String(process.pid))
    closeSync(file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** @param {string} path */
const removeIfStale = (path) => {
  try {
    const age = Date.now() - statSync(path).mtimeMs
    const holder = Number(readFileSync(path, 'utf8'))
    // A file without a number was created a moment ago by a launcher that has not yet written it.
    const isAbandoned = holder > 0 ? !isAlive(holder) : age > 10_000
    if (isAbandoned || age > staleAfterMilliseconds) rmSync(path, { force: true })
  } catch {
    // The holder has just finished and removed it.
  }
}

/**
 * Runs `work` while no other launcher does, so that two launches never install or build at once.
 * @template T
 * @param {string} path the lock file
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export const withLaunchLock = async (path, work) => {
  mkdirSync(dirname(path), { recursive: true })
  let hasSaidSo = false
  while (!tryTake(path)) {
    removeIfStale(path)
    if (!hasSaidSo) say('Another launch is preparing this folder: waiting for it.')
    hasSaidSo = true
    await delay(200)
  }
  const release = () => rmSync(path, { force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.off('exit', release)
    release()
  }
}
