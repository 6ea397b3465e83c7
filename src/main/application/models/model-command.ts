import { existsSync, readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { MainstayError } from '#shared/contract/call-result.ts'
import { type CommandLineOptions, parseJson, required, usage } from '../command-line-arguments.ts'
import { describeModels, findModel, runModel } from './model-registry.ts'

const MOST_MEGABYTES = 64

/**
 * `model --list` and `model NAME --input FILE`; a name with `--list` describes that model alone.
 * Errors: not-found, invalid-input, file-missing, file-too-large, file-unreadable.
 */
export function answerModel(options: CommandLineOptions, rest: readonly string[]): unknown {
  const [name, ...more] = rest
  if (more.length > 0) throw usage(`"${more.join(' ')}" belongs to nothing.`)
  if (name !== undefined) findModel(name)
  if (options.list) return describeModels().filter((model) => name === undefined || model.name === name)
  if (name === undefined) throw usage('Name the model, or ask for --list.')
  return runModel(name, readInput(required('input', options)))
}

/** A file's JSON, or with "-" what is piped in. */
function readInput(named: string): unknown {
  if (named === '-') return parseJson(readFileSync(0, 'utf8'), 'the input')
  const path = resolve(named)
  if (!existsSync(path)) throw new MainstayError('file-missing', `There is no file ${path}.`)
  const stats = statSync(path)
  if (!stats.isFile()) throw new MainstayError('file-unreadable', `${path} is not a file.`)
  if (stats.size > MOST_MEGABYTES * 2 ** 20) {
    throw new MainstayError('file-too-large', `${path} is larger than ${MOST_MEGABYTES} MB.`, {
      limitMegabytes: MOST_MEGABYTES,
    })
  }
  return parseJson(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''), path)
}
