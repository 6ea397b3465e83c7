import { rmSync } from 'node:fs'
import { contentStamp, isStamped, writeStamp } from './content-stamp.mjs'
import { withLaunchLock } from './launch-lock.mjs'
import { inProject, projectRoot } from './paths.mjs'
import { LaunchError, lastLines, say } from './report.mjs'
import { runCaptured } from './run-child.mjs'

/**
 * What the built program depends on.
 * @param {string} root
 */
export const buildStamp = (root) =>
  contentStamp(root, ['src', 'resources', 'electron.vite.config.ts', 'package.json', 'package-lock.json'])

/**
 * Builds into out/ where the sources differ from the last build.
 * @param {NodeJS.ProcessEnv} env
 * @throws {LaunchError} with the compiler's own words where the build fails
 */
export const ensureBuild = async (env) => {
  const stampFile = inProject('out', '.build-stamp')
  const isCurrent = () => isStamped(stampFile, buildStamp(projectRoot))
  if (isCurrent()) return
  await withLaunchLock(inProject('.cache', 'launch.lock'), async () => {
    if (isCurrent()) return
    const stamp = buildStamp(projectRoot)
    say('Building …')
    rmSync(stampFile, { force: true })
    const builder = inProject('node_modules', 'electron-vite', 'bin', 'electron-vite.js')
    const { exitCode, output } = await runCaptured(process.execPath, [builder, 'build'], {
      cwd: projectRoot,
      env,
    })
    if (exitCode !== 0) throw new LaunchError(`The build failed:\n${lastLines(output)}`)
    writeStamp(stampFile, stamp)
  })
}
