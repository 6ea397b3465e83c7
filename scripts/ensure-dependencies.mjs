import { contentStamp, isStamped, writeStamp } from './content-stamp.mjs'
import { withLaunchLock } from './launch-lock.mjs'
import { runNpm } from './npm-command.mjs'
import { inProject, projectRoot } from './paths.mjs'
import { LaunchError, lastLines, say } from './report.mjs'

/**
 * What installed packages depend on: the lock file and the machine, since some packages are binaries.
 * @param {string} root
 */
export const dependencyStamp = (root) =>
  contentStamp(root, ['package-lock.json'], [process.platform, process.arch])

/**
 * Installs the packages of package-lock.json where they are missing or from another lock file.
 * @param {NodeJS.ProcessEnv} env
 * @throws {LaunchError} with npm's own words where the installation fails
 */
export const ensureDependencies = async (env) => {
  const stampFile = inProject('node_modules', '.mainstay-lock-hash')
  const isCurrent = () => isStamped(stampFile, dependencyStamp(projectRoot))
  if (isCurrent()) return
  await withLaunchLock(inProject('.cache', 'launch.lock'), async () => {
    if (isCurrent()) return
    const stamp = dependencyStamp(projectRoot)
    say('Installing the packages of package-lock.json …')
    // A production setting in the user's environment would leave out the build tools.
    const { exitCode, output } = await runNpm(['ci', '--include=dev', '--include=optional'], {
      cwd: projectRoot,
      env,
    })
    if (exitCode !== 0) throw new LaunchError(`npm ci failed:\n${lastLines(output, 40)}`)
    writeStamp(stampFile, stamp)
  })
}
