import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type CallResult, MainstayError, unwrap } from '#shared/contract/call-result.ts'
import type { Call, InputOf } from '#shared/contract/contract.ts'
import type { ImportCheck, ImportReceipt } from '#shared/contract/import.ts'
import { readSettings } from '#shared/domain/import.ts'
import { ORDER_LINE_FIELDS, orderLineMapping } from '#shared/domain/order-line.ts'
import { type Application, type ApplicationPorts, createApplication } from './create-application.ts'
import { toCallError } from './dispatch.ts'

const HELP = `Mainstay on the command line. Prints JSON; exit code 1 on an error.

  mainstay import --workspace FILE --kind order-lines --file FILE --mapping FILE.json
                  [--dry-run] [--set key=value …] [--rejected FILE]
      Imports order lines; makes the workspace if it is not there. The mapping is { field: header }.
      Fields: ${ORDER_LINE_FIELDS.join(' ')}.
      Keys of --set: encoding (utf-8 utf-16le utf-16be gb18030 big5 windows-1252), delimiter, headerRow,
      dateOrder (ymd dmy mdy), decimalSign (. ,), currency (of rows that name none, and of a new workspace).
      Prints { total, accepted, rejected, rejectedFile, created, updated, unchanged, seconds, problems }.

  mainstay classify --workspace FILE [--as-of YYYY-MM-DD] [--window-months N]
      Prints { asOf, accounts: [{ number, name, valueClass, scorePercent, coveragePercent, abc, pyramid,
      recencyDays, orderCount, grossSales, returns, netSales, rfm }] }, amounts in currency units.
      Sales, orders, ABC, pyramid and RFM cover all orders up to the date, or the last N months of them (the
      screens show 12); value class and score always cover the months that the model in force says.

  mainstay call --workspace FILE OPERATION ['JSON']
      Calls one operation of the contract, such as account.list, and prints its value.

  mainstay --help
`

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
} as const

type Options = ReturnType<typeof readArguments>['values']

function readArguments(argv: string[]) {
  try {
    return parseArgs({ args: argv, options: OPTIONS, allowPositionals: true, strict: true })
  } catch (error) {
    throw usage(error instanceof Error ? error.message : String(error))
  }
}

const usage = (message: string) =>
  new MainstayError('invalid-input', `${message} See --help.`, { fields: [] })

/**
 * Runs one command line against a real application and prints its JSON to standard output.
 * Returns the exit code: 0, or 1 with the error as JSON on standard error.
 */
export async function runCommandLine(argv: string[], ports: ApplicationPorts): Promise<number> {
  try {
    const { values, positionals } = readArguments(argv)
    const [verb, ...rest] = positionals
    if (values.help || !verb) {
      process.stdout.write(HELP)
      return verb || values.help ? 0 : 1
    }
    const printed = await answer(verb, rest, values, ports)
    process.stdout.write(`${JSON.stringify(printed)}\n`)
    return 0
  } catch (thrown) {
    process.stderr.write(`${JSON.stringify({ error: toCallError(thrown) })}\n`)
    return 1
  }
}

async function answer(
  verb: string,
  rest: string[],
  options: Options,
  ports: ApplicationPorts,
): Promise<unknown> {
  switch (verb) {
    case 'import':
      return withWorkspace(options, ports, true, (application) => importFile(application, options))
    case 'classify':
      return withWorkspace(options, ports, false, ({ call }) =>
        value(
          call('portfolio.classify', {
            ...(options['as-of'] ? { asOf: options['as-of'] } : {}),
            ...(options['window-months'] ? { windowMonths: Number(options['window-months']) } : {}),
          }),
        ),
      )
    case 'call': {
      const [operation, input] = rest
      if (!operation) throw usage('Name the operation.')
      return withWorkspace(options, ports, false, ({ call }) =>
        value(call(operation, input ? parseJson(input, 'the input') : {})),
      )
    }
    default:
      throw usage(`There is no command "${verb}".`)
  }
}

async function value<Value>(pending: Promise<CallResult<Value>>): Promise<Value> {
  return unwrap(await pending)
}

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw usage(`${what} is not JSON: ${error instanceof Error ? error.message : error}.`)
  }
}

function required(name: 'workspace' | 'file' | 'mapping', options: Options): string {
  const given = options[name]
  if (!given) throw usage(`--${name} is missing.`)
  return given
}

async function withWorkspace<Result>(
  options: Options,
  ports: ApplicationPorts,
  mayCreate: boolean,
  work: (application: Application) => Promise<Result>,
): Promise<Result> {
  const path = resolve(required('workspace', options))
  // A folder of its own: a script leaves no trace in the recent workspaces.
  const dataFolder = mkdtempSync(join(tmpdir(), 'mainstay-'))
  const application = await createApplication({ ...ports, dataFolder })
  try {
    const fileToken = application.registerFile({ path, name: basename(path) })
    if (mayCreate && !existsSync(path)) {
      const name = basename(path).replace(/\.mainstay$/, '')
      const baseCurrency = settingsOf(options).currency ?? 'CNY'
      await value(application.call('workspace.create', { name, baseCurrency, fileToken }))
    } else {
      await value(application.call('workspace.open', { fileToken }))
    }
    return await work(application)
  } finally {
    await application.close()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

function settingsOf(options: Options) {
  const pairs = (options.set ?? []).map((pair) => {
    const split = pair.indexOf('=')
    if (split < 1) throw usage(`--set ${pair}: expected key=value.`)
    return [pair.slice(0, split), pair.slice(split + 1)] as const
  })
  const { currency, headerRow, delimiter, ...others } = Object.fromEntries(pairs)
  const parsed = readSettings.safeParse({
    ...others,
    ...(headerRow === undefined ? {} : { headerRow: Number(headerRow) }),
    ...(delimiter === undefined ? {} : { delimiter: delimiter === '\\t' ? '\t' : delimiter }),
  })
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw usage(`--set ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not understood'}.`)
  }
  return { currency, settings: parsed.data }
}

function mappingOf(options: Options) {
  const path = required('mapping', options)
  const parsed = orderLineMapping.safeParse(parseJson(readFileSync(path, 'utf8'), path))
  if (!parsed.success) {
    throw usage(
      `${path}: ${parsed.error.issues[0]?.message ?? 'not a mapping'} (expected { field: header }).`,
    )
  }
  return parsed.data
}

async function importFile(application: Application, options: Options) {
  const path = resolve(required('file', options))
  const { currency, settings } = settingsOf(options)
  const request: InputOf<'import.commit'> = {
    fileToken: application.registerFile({ path, name: basename(path) }),
    kind: options.kind as 'order-lines',
    mapping: mappingOf(options),
    settings,
    ...(currency ? { currency } : {}),
  }
  const startedAt = performance.now()
  const call = application.call as Call
  const finished = jobResult(application)
  const { jobId } = await value(
    options['dry-run'] ? call('import.check', request) : call('import.commit', request),
  )
  const result = (await finished(jobId)) as ImportCheck | ImportReceipt
  const rejected = 'rejectedFile' in result ? result.rejectedFile : null
  const rejectedPath = rejected && application.downloadPath(rejected.token)?.path
  const rejectedFile = rejectedPath ? keepRejected(rejectedPath, path, options) : null
  return {
    total: result.total,
    accepted: result.accepted,
    rejected: result.rejected,
    rejectedFile,
    created: { accounts: result.newAccounts, products: result.newProducts, orders: result.orders },
    updated: { accounts: result.updatedAccounts },
    unchanged: result.unchanged,
    seconds: Math.round(performance.now() - startedAt) / 1000,
    problems: result.problems.map(({ code, column, rowCount }) => ({ code, column, rowCount })),
  }
}

function keepRejected(from: string, source: string, options: Options): string {
  const target = resolve(options.rejected ?? `${source.replace(/\.[^.]*$/, '')}-rejected.csv`)
  copyFileSync(from, target)
  return target
}

/** Listens from now on, so that a job that ends at once is not missed. */
function jobResult(application: Application): (jobId: string) => Promise<unknown> {
  const outcomes = new Map<string, () => unknown>()
  const waiting = new Map<string, (take: () => unknown) => void>()
  application.onEvent((event) => {
    if (event.type !== 'job-finished') return
    const { jobId, outcome } = event
    const take = () => {
      if (outcome.state === 'done') return outcome.result
      const error = outcome.state === 'failed' ? outcome.error : null
      throw new MainstayError(error?.code ?? 'cancelled', error?.message ?? 'Cancelled.', error?.details)
    }
    outcomes.set(jobId, take)
    waiting.get(jobId)?.(take)
  })
  return async (jobId) => {
    const take =
      outcomes.get(jobId) ?? (await new Promise<() => unknown>((resolve) => waiting.set(jobId, resolve)))
    return take()
  }
}
