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
export async function answerModel(options: CommandLineOptions, rest: readonly string[]): Promise<unknown> {
  const [name, ...more] = rest
  if (more.length > 0) throw usage(`"${more.join(' ')}" belongs to nothing.`)
  if (name !== undefined) findModel(name)
  if (options.list) return describeModels().filter((model) => name === undefined || model.name === name)
  if (name === undefined) throw usage('Name the model, or ask for --list.')
  return runModel(name, await readInput(required('input', options)))
}

/** A file's JSON, or with "-" what is piped in. */
async function readInput(named: string): Promise<unknown> {
  if (named === '-') return parseJson(await readPiped(), 'the input')
  const path = resolve(named)
  if (!existsSync(path)) throw new MainstayError('file-missing', `There is no file ${path}.`)
  const stats = statSync(path)
  if (!stats.isFile()) throw new MainstayError('file-unreadable', `${path} is not a file.`)
  refuseTooLarge(path, stats.size)
  return parseJson(withoutMark(readFileSync(path, 'utf8')), path)
}

async function readPiped(): Promise<string> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of process.stdin) {
    const chunk = Buffer.from(part)
    bytes += chunk.length
    refuseTooLarge('the input', bytes)
    parts.push(chunk)
  }
  return withoutMark(Buffer.concat(parts).toString('utf8'))
}

const withoutMark = (text: string): string => text.replace(/^\uFEFF/, '')

function refuseTooLarge(what: string, bytes: number): void {
  if (bytes <= MOST_MEGABYTES * 2 ** 20) return
  throw new MainstayError('file-too-large', `${what} is larger than ${MOST_MEGABYTES} MB.`, {
    limitMegabytes: MOST_MEGABYTES,
  })
}
