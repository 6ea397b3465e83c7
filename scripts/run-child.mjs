import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter, dirname } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/** @typedef {{ env?: NodeJS.ProcessEnv, cwd?: string, shell?: boolean, timeoutMilliseconds?: number }} ChildOptions */

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()
/** @type {NodeJS.Signals | undefined} */
let interruptedBy

/** @param {NodeJS.Signals} signal */
const exitCodeOf = (signal) => 128 + (constants.signals[signal] ?? 0)

/** Sends SIGINT and SIGTERM on to the running children and lets them decide when to end. */
export const forwardSignals = () => {
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM']
  for (const signal of signals) {
    process.on(signal, () => {
      interruptedBy = signal
      if (running.size === 0) process.exit(exitCodeOf(signal))
      // A terminal delivers Ctrl+C to every process of the group by itself.
      const terminalDelivers = signal === 'SIGINT' && (process.stdin.isTTY || process.platform === 'win32')
      if (!terminalDelivers) for (const child of running) child.kill(signal)
    })
  }
}

/**
 * The environment for children: `nodePath` is the `node` they find, also the one npm's scripts see.
 * @param {string} nodePath
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {NodeJS.ProcessEnv}
 */
export const environmentWithNode = (nodePath, env = process.env) => {
  const pathName = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  const folder = dirname(nodePath)
  const others = (env[pathName] ?? '').split(delimiter).filter((entry) => entry !== '' && entry !== folder)
  return {
    ...env,
    [pathName]: [folder, ...others].join(delimiter),
    NODE: nodePath,
    npm_node_execpath: nodePath,
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
const exitOf = (child) =>
  new Promise((resolve, reject) => {
    running.add(child)
    child.once('error', (error) => {
      running.delete(child)
      reject(error)
    })
    child.once('close', (code, signal) => {
      running.delete(child)
      resolve(signal === null ? (code ?? 1) : exitCodeOf(signal))
    })
  })

/**
 * Runs a program on the launcher's own streams.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {ChildOptions} [options]
 * @returns {Promise<number>} its exit code, 128 + n where signal n ended it
 */
export const runChild = (file, args, options = {}) => {
  const { env = process.env, cwd = process.cwd() } = options
  return exitOf(spawn(file, args, { env, cwd, stdio: 'inherit' }))
}

/**
 * Runs a program and keeps what it prints, without its colours. An interrupted launcher ends here instead of going on.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {ChildOptions} [options]
 * @returns {Promise<{ exitCode: number, output: string, timedOut: boolean }>}
 */
export const runCaptured = async (file, args, options = {}) => {
  const { env = process.env, cwd = process.cwd(), shell = false, timeoutMilliseconds } = options
  const child = spawn(file, args, { env, cwd, shell, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true })
  /** @type {Buffer[]} */
  const chunks = []
  child.stdout.on('data', (chunk) => chunks.push(chunk))
  child.stderr.on('data', (chunk) => chunks.push(chunk))
  let timedOut = false
  const timer =
    timeoutMilliseconds === undefined
      ? undefined
      : setTimeout(() => {
          timedOut = true
          child.kill('SIGKILL')
        }, timeoutMilliseconds)
  try {
    const exitCode = await exitOf(child)
    if (interruptedBy !== undefined) process.exit(exitCodeOf(interruptedBy))
    return { exitCode, output: stripVTControlCharacters(Buffer.concat(chunks).toString('utf8')), timedOut }
  } finally {
    clearTimeout(timer)
  }
}
