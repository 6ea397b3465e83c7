import { existsSync, realpathSync } from 'node:fs'
import { basename, delimiter, dirname, join } from 'node:path'
import { LaunchError } from './report.mjs'
import { runCaptured } from './run-child.mjs'

/** @param {NodeJS.ProcessEnv} env */
const pathFolders = (env) => {
  const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH')
  return (name === undefined ? '' : (env[name] ?? '')).split(delimiter).filter((folder) => folder !== '')
}

/** @param {string} folder */
const npmScriptsNear = (folder) => {
  const launcher = join(folder, 'npm')
  return [
    ...(existsSync(launcher) ? [realpathSync(launcher)] : []),
    join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(folder, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ]
}

/**
 * How to call npm: its own script under this Node where it can be found, else the command on PATH.
 * The fetched Node brings no npm along, so the one that started the launcher or stands on PATH serves.
 * @param {{ env?: NodeJS.ProcessEnv, execPath?: string, platform?: NodeJS.Platform }} [options]
 * @returns {{ file: string, args: string[], shell: boolean } | undefined} nothing where there is no npm
 */
export const findNpm = ({
  env = process.env,
  execPath = process.execPath,
  platform = process.platform,
} = {}) => {
  const folders = [dirname(execPath), ...pathFolders(env)]
  const scripts = [env.npm_execpath ?? '', ...folders.flatMap(npmScriptsNear)]
  const script = scripts.find((path) => basename(path) === 'npm-cli.js' && existsSync(path))
  if (script !== undefined) return { file: execPath, args: [script], shell: false }
  const command = platform === 'win32' ? 'npm.cmd' : 'npm'
  const found = folders.map((folder) => join(folder, command)).find((path) => existsSync(path))
  // Windows starts a .cmd file only through its shell, which needs a quoted path.
  if (found !== undefined) {
    return platform === 'win32'
      ? { file: `"${found}"`, args: [], shell: true }
      : { file: found, args: [], shell: false }
  }
  return undefined
}

/**
 * Runs npm quietly in a folder.
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ exitCode: number, output: string }>}
 * @throws {LaunchError} where the machine has no npm
 */
export const runNpm = (args, { cwd, env = process.env }) => {
  const npm = findNpm({ env })
  if (npm === undefined) {
    throw new LaunchError(
      'npm is not on PATH: install Node.js with npm from https://nodejs.org and try again.',
    )
  }
  const quiet = ['--loglevel=error', '--no-audit', '--no-fund', '--no-progress', '--no-update-notifier']
  return runCaptured(npm.file, [...npm.args, ...args, ...quiet], { cwd, env, shell: npm.shell })
}
