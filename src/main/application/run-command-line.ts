import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { type CallResult, MainstayError, unwrap } from '#shared/contract/call-result.ts'
import type { Call, InputOf } from '#shared/contract/contract.ts'
import type { ImportCheck, ImportReceipt } from '#shared/contract/import.ts'
import { downloadToken, language } from '#shared/contract/workspace.ts'
import { fieldsOfKind } from '#shared/domain/import-field.ts'
import { IMPORT_KINDS, type ImportKind } from '#shared/domain/import-kind.ts'
import {
  type CommandLineOptions,
  importOf,
  parseJson,
  readArguments,
  required,
  usage,
  type WantedImport,
} from './command-line-arguments.ts'
import { type Application, type ApplicationPorts, createApplication } from './create-application.ts'
import { toCallError } from './dispatch.ts'
import { readInstallationId } from './installation-id.ts'
import { isWritableFolder, outputPlace } from './output-place.ts'

const HELP = `Mainstay on the command line. Prints JSON; exit code 1 on an error.

  mainstay import --workspace FILE --kind KIND --file FILE --mapping FILE.json
                  [--dry-run] [--set key=value …] [--rejected FILE]
      Imports a CSV file or a sheet of an Excel workbook; makes the workspace if it is not there. The mapping is
      { field: header }. Kinds and their fields:
${IMPORT_KINDS.map((kind) => `        ${kind}: ${fieldsOfKind(kind).join(' ')}`).join('\n')}
      Parties take fields of the firm's own as "custom:NAME".
      Keys of --set: encoding (utf-8 utf-16le utf-16be gb18030 big5 windows-1252), delimiter, headerRow,
      sheet (name, or place from 1), dateOrder (ymd dmy mdy), decimalSign (. ,), currency (of rows that name none, and of a new workspace).
      Rejected rows go to the file named, else beside the source under a name that is free: orders-rejected.csv.
      Prints { total, accepted, rejected, rejectedFile, created, updated, unchanged, seconds, problems }.

  mainstay classify --workspace FILE [--as-of YYYY-MM-DD] [--window-months N]
      Prints { asOf, accounts: [{ number, name, valueClass, scorePercent, coveragePercent, abc, pyramid,
      recencyDays, orderCount, grossSales, returns, netSales, rfm }] }, amounts in currency units.
      Sales, orders, ABC, pyramid and RFM cover all orders up to the date, or the last N months of them (the
      screens show 12); value class and score always cover the months that the model in force says.

  mainstay export --workspace FILE --file FILE.xlsx [--language zh-CN|zh-TW|en]
      Writes the score sheet: the value model with live formulas, every account with points, score and class.
      Prints { file, bytes }.

  mainstay call --workspace FILE OPERATION ['JSON']
      Calls one operation of the contract, such as account.list, and prints its value.

  mainstay model NAME --input FILE.json|-
  mainstay model [NAME] --list
      Runs a scoring model alone on plain JSON (no workspace, at most 64 MB), or describes every model: its
      name, the shapes of its input and output, its source and an example.

  mainstay --help
`

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
  options: CommandLineOptions,
  ports: ApplicationPorts,
): Promise<unknown> {
  switch (verb) {
    case 'import': {
      const wanted = importOf(options, rest)
      const { rejected, workspace = '', mapping = '' } = options
      const named = rejected ? outputPlace('--rejected', rejected, [workspace, wanted.file, mapping]) : null
      const folder = isWritableFolder(dirname(wanted.file))
        ? dirname(wanted.file)
        : dirname(resolve(workspace))
      return withWorkspace(options, ports, wanted, (application) =>
        importFile(application, wanted, (made) =>
          keepRejected(made, named, join(folder, basename(wanted.file))),
        ),
      )
    }
    case 'classify':
      refuseMore(rest)
      return withWorkspace(options, ports, null, ({ call }) =>
        value(
          call('portfolio.classify', {
            ...(options['as-of'] ? { asOf: options['as-of'] } : {}),
            ...(options['window-months'] ? { windowMonths: Number(options['window-months']) } : {}),
          }),
        ),
      )
    case 'export': {
      refuseMore(rest)
      const file = outputPlace('--file', required('file', options), [options.workspace ?? ''])
      return withWorkspace(options, ports, null, (application) =>
        exportScores(application, file, options.language),
      )
    }
    case 'call': {
      const [operation, input, ...more] = rest
      if (!operation) throw usage('Name the operation.')
      refuseMore(more)
      const parsed = input ? parseJson(input, 'the input') : {}
      return withWorkspace(options, ports, null, ({ call }) => value(call(operation, parsed)))
    }
    case 'model': {
      const { answerModel } = await import('./models/model-command.ts')
      return answerModel(options, rest)
    }
    default:
      throw usage(`There is no command "${verb}".`)
  }
}

async function value<Value>(pending: Promise<CallResult<Value>>): Promise<Value> {
  return unwrap(await pending)
}

function refuseMore(rest: readonly string[]): void {
  if (rest.length > 0) throw usage(`"${rest.join(' ')}" belongs to nothing.`)
}

/** An import makes the workspace where it is not there; one made for nothing is removed again. */
async function withWorkspace<Result>(
  options: CommandLineOptions,
  ports: ApplicationPorts,
  wanted: WantedImport | null,
  work: (application: Application) => Promise<Result>,
): Promise<Result> {
  const named = resolve(required('workspace', options))
  const isNew = wanted !== null && !existsSync(named)
  // A folder of its own: a script leaves no trace in the recent workspaces.
  const dataFolder = mkdtempSync(join(tmpdir(), 'mainstay-'))
  const path = isNew && wanted.isDryRun ? join(dataFolder, 'dry-run.mainstay') : named
  const application = await createApplication({
    ...ports,
    dataFolder,
    purpose: wanted ? 'writing' : 'reading',
    installationId: readInstallationId(ports.dataFolder),
  })
  let isMade = false
  let isDone = false
  try {
    const fileToken = application.registerFile({ path, name: basename(path) })
    if (isNew) {
      const name = basename(named).replace(/\.mainstay$/, '')
      const baseCurrency = wanted.currency ?? 'CNY'
      await value(application.call('workspace.create', { name, baseCurrency, fileToken }))
      isMade = true
    } else {
      await value(application.call('workspace.open', { fileToken }))
    }
    const result = await work(application)
    isDone = true
    return result
  } finally {
    await application.close()
    rmSync(dataFolder, { recursive: true, force: true })
    if (isMade && !isDone) rmSync(path, { force: true })
  }
}

async function importFile(
  application: Application,
  wanted: WantedImport,
  keep: (rejected: string) => string,
) {
  const { file } = wanted
  const fileToken = application.registerFile({ path: file, name: basename(file) })
  const request: InputOf<'import.commit'> = { ...wanted.request, fileToken }
  const startedAt = performance.now()
  const call = application.call as Call
  const finished = jobResult(application)
  const { jobId } = await value(
    wanted.isDryRun ? call('import.check', request) : call('import.commit', request),
  )
  const result = (await finished(jobId)) as ImportCheck | ImportReceipt
  const rejected = 'rejectedFile' in result ? result.rejectedFile : null
  const rejectedPath = rejected && application.downloadPath(rejected.token)?.path
  const rejectedFile = rejectedPath ? keep(rejectedPath) : null
  return {
    total: result.total,
    accepted: result.accepted,
    rejected: result.rejected,
    rejectedFile,
    created: {
      accounts: result.newAccounts,
      products: result.newProducts,
      orders: wanted.request.kind === 'order-lines' ? result.created : 0,
      ...ownCount(wanted.request.kind, result.created),
    },
    updated: { accounts: result.updatedAccounts, ...ownCount(wanted.request.kind, result.updated) },
    unchanged: result.unchanged,
    seconds: Math.round(performance.now() - startedAt) / 1000,
    problems: result.problems.map(({ code, column, rowCount }) => ({ code, column, rowCount })),
  }
}

/** Where no place was named a file of the same name stays: it may be the one that is being corrected. */
function keepRejected(made: string, named: string | null, file: string): string {
  if (named) {
    copyFileSync(made, named)
    return named
  }
  const beside = `${file.replace(/\.[^./\\]*$/, '')}-rejected`
  for (let copy = 1; ; copy += 1) {
    const path = copy === 1 ? `${beside}.csv` : `${beside}-${copy}.csv`
    if (existsSync(path) && !(statSync(path).isFile() && readFileSync(path).equals(readFileSync(made))))
      continue
    copyFileSync(made, path)
    return path
  }
}

async function exportScores(application: Application, file: string, wanted: string) {
  const parsed = language.safeParse(wanted)
  if (!parsed.success) throw usage(`There is no language "${wanted}".`)
  const finished = jobResult(application)
  const { jobId } = await value((application.call as Call)('export.scoreSheet', { language: parsed.data }))
  const { token, bytes } = downloadToken.parse(await finished(jobId))
  const made = application.downloadPath(token)
  if (made) copyFileSync(made.path, file)
  return { file, bytes }
}

/** Records of the file's own kind under its name: invoices, customerSpend; parties are accounts, lines make orders. */
function ownCount(kind: ImportKind, count: number): Record<string, number> {
  switch (kind) {
    case 'order-lines':
      return {}
    case 'parties':
      return { accounts: count }
    case 'customer-spend':
      return { customerSpend: count }
    default:
      return { [kind]: count }
  }
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
