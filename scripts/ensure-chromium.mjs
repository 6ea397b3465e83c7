import { findChromium } from './find-chromium.mjs'
import { lastLines, say } from './report.mjs'
import { runCaptured } from './run-child.mjs'

const instruction =
  'No Chromium was found. Install Chromium, Chrome or Edge (on Debian: apt-get install chromium fonts-noto-cjk), ' +
  'or set CHROMIUM to its path, and run the tests again.'

/** @param {NodeJS.ProcessEnv} env */
const installFromDebian = async (env) => {
  const quietly = { env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } }
  say('Installing chromium and fonts-noto-cjk …')
  const packages = ['install', '--yes', '--no-install-recommends', 'chromium', 'fonts-noto-cjk']
  await runCaptured('apt-get', ['update'], quietly)
  return runCaptured('apt-get', packages, quietly)
}

/**
 * A Chromium for the end-to-end tests, installed through apt-get where the user may do so.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ path: string } | { problem: string }>} a problem says what the user can do
 */
export const ensureChromium = async (env) => {
  const find = () => findChromium({ env })
  try {
    const present = find()
    if (present !== undefined) return { path: present }
    if (process.platform !== 'linux' || process.getuid?.() !== 0) return { problem: instruction }
    const { exitCode, output } = await installFromDebian(env).catch(() => ({
      exitCode: 1,
      output: 'apt-get is not here.',
    }))
    const installed = find()
    if (exitCode === 0 && installed !== undefined) return { path: installed }
    return { problem: `${instruction}\n${lastLines(output, 10)}` }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  }
}
