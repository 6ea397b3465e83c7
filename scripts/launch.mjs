import { ensureBuild } from './ensure-build.mjs'
import { ensureDependencies } from './ensure-dependencies.mjs'
import { ensureNode } from './node-runtime.mjs'
import { inProject, projectRoot } from './paths.mjs'
import { LaunchError, say } from './report.mjs'
import { environmentWithNode, forwardSignals, runChild } from './run-child.mjs'
import { runTests } from './run-steps.mjs'
import { start, startUsage } from './start.mjs'

const usage = `node scripts/launch.mjs <command> [arguments]

  start      open Mainstay (start --help lists its options)
  mainstay   the command line: import, classify, call (mainstay --help lists them)
  check      formatting, lint, types, architecture and unit tests
  test       everything of check, then contract, integration, build and end-to-end tests
  bench      measure speed and memory against peers

Each command first makes sure of a Node that is new enough, of the installed packages and of the build.`

/** npm moves into the project's folder; file names stay relative to the folder the user stands in. */
const userFolder = () => {
  const isUnderNpm = process.env.npm_package_json === inProject('package.json')
  return isUnderNpm && process.cwd() === projectRoot ? (process.env.INIT_CWD ?? projectRoot) : process.cwd()
}

/**
 * @param {readonly string[]} script
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
const runBuilt = async (script, args, env) => {
  await ensureBuild(env)
  return runChild(process.execPath, [inProject(...script), ...args], { env, cwd: userFolder() })
}

/** @type {Record<string, ((args: readonly string[], env: NodeJS.ProcessEnv) => Promise<number>) | undefined>} */
const commands = {
  start: async (args, env) => {
    await ensureBuild(env)
    return start(args, env, userFolder())
  },
  mainstay: (args, env) => runBuilt(['out', 'main', 'command-line.js'], args, env),
  bench: (args, env) => runBuilt(['tests', 'bench', 'run.ts'], args, env),
  check: (_args, env) => runTests('check', env),
  test: (_args, env) => runTests('test', env),
}

/** @param {readonly string[]} argv */
const launch = async ([name = '', ...args]) => {
  if (name === 'start' && args.includes('--help')) {
    process.stdout.write(`${startUsage}\n`)
    return 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command === undefined) {
    say(usage)
    return name === '' || name === '--help' ? 0 : 2
  }
  const nodePath = await ensureNode()
  const env = environmentWithNode(nodePath)
  if (nodePath !== process.execPath) {
    return runChild(nodePath, [inProject('scripts', 'launch.mjs'), name, ...args], { env })
  }
  await ensureDependencies(env)
  return command(args, env)
}

forwardSignals()
try {
  process.exitCode = await launch(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof LaunchError)) throw error
  say(error.message)
  process.exitCode = error.exitCode
}
