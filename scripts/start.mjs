import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inProject, projectRoot } from './paths.mjs'
import { say } from './report.mjs'
import { runCaptured, runChild } from './run-child.mjs'

const reachableMilliseconds = 5_000
const fromCacheMilliseconds = 10_000
const downloadMilliseconds = 600_000
const missingLibraryExitCode = 127

export const startUsage = `npm start -- [options]

Opens the desktop application. Where Electron can't run, Mainstay opens in the browser at 127.0.0.1 instead.

  --workspace FILE   open this workspace, making it if it is not there
  --sample           open the sample workspace
  --port N           serve the browser at this port, without the desktop application
  --no-open          serve the browser without opening it, and print the address
  --help             this text`

/** @param {string} reason */
const insteadOfDesktop = (reason) =>
  `The desktop application can't be opened (${reason}): opening Mainstay in the browser instead.`

/**
 * Why the browser serves this start rather than the desktop window.
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @returns {string | undefined} a line for the user; nothing where the desktop application is wanted and has a display
 */
export const reasonForBrowser = (args, env, platform) => {
  const flag = args.find((arg) => arg === '--no-open' || arg === '--port' || arg.startsWith('--port='))
  if (flag !== undefined) return `Opening Mainstay in the browser, as ${flag} asks.`
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY)
    return insteadOfDesktop('there is no display')
  return undefined
}

/**
 * The installed Electron binary.
 * @param {string} electronFolder node_modules/electron
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | undefined}
 */
export const electronBinary = (electronFolder, env) => {
  const pathFile = join(electronFolder, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const folder = env.ELECTRON_OVERRIDE_DIST_PATH || join(electronFolder, 'dist')
  const binary = join(folder, readFileSync(pathFile, 'utf8'))
  return existsSync(binary) ? binary : undefined
}

/** @param {string} electronFolder @param {NodeJS.ProcessEnv} env */
const isDownloadReachable = async (electronFolder, env) => {
  const { version } = JSON.parse(readFileSync(join(electronFolder, 'package.json'), 'utf8'))
  const mirror =
    env.ELECTRON_MIRROR ||
    env.npm_config_electron_mirror ||
    'https://github.com/electron/electron/releases/download/'
  // A child, since Node reads its proxy settings only when it starts.
  const probe = `fetch(process.argv[1], { method: 'HEAD' }).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))`
  const { exitCode } = await runCaptured(
    process.execPath,
    ['--eval', probe, `${mirror}v${version}/SHASUMS256.txt`],
    { env, timeoutMilliseconds: reachableMilliseconds },
  )
  return exitCode === 0
}

/**
 * Installs the Electron binary. Without a network only an archive kept by an earlier download serves,
 * and the wait is short.
 * @param {string} electronFolder
 * @param {NodeJS.ProcessEnv} env
 */
const installElectron = async (electronFolder, env) => {
  const withProxy = { ...env, NODE_USE_ENV_PROXY: '1' }
  const isReachable = await isDownloadReachable(electronFolder, withProxy)
  if (isReachable) say('Fetching the Electron binary, once …')
  await runCaptured(process.execPath, [join(electronFolder, 'install.js')], {
    cwd: electronFolder,
    env: withProxy,
    timeoutMilliseconds: isReachable ? downloadMilliseconds : fromCacheMilliseconds,
  })
}

/**
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {string} cwd
 * @param {string} line what the user is told
 */
const openInBrowser = (args, env, cwd, line) => {
  say(line)
  return runChild(process.execPath, [inProject('out', 'main', 'browser-host.js'), ...args], { env, cwd })
}

/**
 * Opens the desktop application, or the loopback host where the desktop application can't run.
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {string} cwd the folder that file names on the command line are relative to
 * @returns {Promise<number>} the exit code
 */
export const start = async (args, env, cwd) => {
  const reason = reasonForBrowser(args, env, process.platform)
  if (reason !== undefined) return openInBrowser(args, env, cwd, reason)
  const electronFolder = inProject('node_modules', 'electron')
  if (electronBinary(electronFolder, env) === undefined) await installElectron(electronFolder, env)
  const binary = electronBinary(electronFolder, env)
  if (binary === undefined) {
    return openInBrowser(
      args,
      env,
      cwd,
      insteadOfDesktop('the Electron binary is absent and could not be fetched'),
    )
  }
  // Editors set this variable in their terminals; it would turn Electron into a plain Node.
  const { ELECTRON_RUN_AS_NODE: _, ...forElectron } = env
  const exitCode = await runChild(binary, [projectRoot, ...args], { env: forElectron, cwd })
  return exitCode === missingLibraryExitCode
    ? openInBrowser(args, env, cwd, insteadOfDesktop('a system library that Electron needs is missing'))
    : exitCode
}
