import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { MainstayError } from '#shared/contract/call-result.ts'
import type { InputOf } from '#shared/contract/contract.ts'
import { readSettings } from '#shared/domain/import.ts'
import { importMapping } from '#shared/domain/import-field.ts'
import { importKind } from '#shared/domain/import-kind.ts'
import { type CurrencyCode, currencyCode } from '#shared/domain/money.ts'

const OPTIONS = {
  help: { type: 'boolean' },
  workspace: { type: 'string' },
  kind: { type: 'string', default: 'order-lines' },
  file: { type: 'string' },
  mapping: { type: 'string' },
  rejected: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  set: { type: 'string', multiple: true },
  'as-of': { type: 'string' },
  'window-months': { type: 'string' },
  input: { type: 'string' },
  list: { type: 'boolean', default: false },
  language: { type: 'string', default: 'en' },
} as const

/** Options and what stands beside them. Throws invalid-input for an option there is not. */
export function readArguments(argv: string[]) {
  try {
    return parseArgs({ args: argv, options: OPTIONS, allowPositionals: true, strict: true })
  } catch (error) {
    throw usage(error instanceof Error ? error.message : String(error))
  }
}
export type CommandLineOptions = ReturnType<typeof readArguments>['values']

export const usage = (message: string) =>
  new MainstayError('invalid-input', `${message} See --help.`, { fields: [] })

export function required(
  name: 'workspace' | 'file' | 'mapping' | 'input',
  options: CommandLineOptions,
): string {
  const given = options[name]
  if (!given) throw usage(`--${name} is missing.`)
  return given
}

export function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw usage(`${what} is not JSON: ${error instanceof Error ? error.message : error}.`)
  }
}

export interface WantedImport {
  file: string
  isDryRun: boolean
  currency: CurrencyCode | undefined
  request: Omit<InputOf<'import.commit'>, 'fileToken'>
}

/**
 * All that an import is told, understood before a workspace is touched; `rest` holds further pairs of `--set`.
 * Errors: invalid-input, file-missing.
 */
export function importOf(options: CommandLineOptions, rest: readonly string[]): WantedImport {
  const file = resolve(required('file', options))
  const mapping = mappingOf(options)
  const { currency, settings } = settingsOf([...(options.set ?? []), ...rest])
  const kind = importKind.safeParse(options.kind)
  if (!kind.success) throw usage(`--kind ${options.kind}: expected ${importKind.options.join(' or ')}.`)
  if (!existsSync(file)) throw new MainstayError('file-missing', `There is no file ${file}.`)
  return {
    file,
    isDryRun: options['dry-run'],
    currency,
    request: { kind: kind.data, mapping, settings, ...(currency ? { currency } : {}) },
  }
}

const settingPairs = readSettings.extend({ currency: currencyCode.optional() })

function settingsOf(given: readonly string[]) {
  const pairs = given.map((pair) => {
    const split = pair.indexOf('=')
    if (split < 1) throw usage(`--set ${pair}: expected key=value.`)
    return [pair.slice(0, split), pair.slice(split + 1)] as const
  })
  const twice = pairs.find(([key], index) => pairs.some(([other], at) => at < index && other === key))
  if (twice) throw usage(`--set ${twice[0]} is given twice.`)
  const { headerRow, delimiter, ...others } = Object.fromEntries(pairs)
  const parsed = settingPairs.safeParse({
    ...others,
    ...(headerRow === undefined ? {} : { headerRow: Number(headerRow) }),
    ...(delimiter === undefined ? {} : { delimiter: delimiter === '\\t' ? '\t' : delimiter }),
  })
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw usage(`--set ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not understood'}.`)
  }
  const { currency, ...settings } = parsed.data
  return { currency, settings }
}

function mappingOf(options: CommandLineOptions) {
  const path = required('mapping', options)
  if (!existsSync(path)) throw new MainstayError('file-missing', `There is no file ${path}.`)
  const parsed = importMapping.safeParse(parseJson(readFileSync(path, 'utf8'), path))
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const [field] = issue?.path ?? []
  const what =
    field === undefined
      ? (issue?.message ?? 'not a mapping')
      : issue?.code === 'invalid_key'
        ? `there is no field "${String(field)}"`
        : `"${String(field)}": ${issue?.message}`
  throw usage(`${path}: ${what} (expected { field: header }).`)
}
