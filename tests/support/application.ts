import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { CallError } from '#shared/contract/call-result.ts'
import type { InputOf, OperationName, OutputOf } from '#shared/contract/contract.ts'
import type { ApplicationEvent } from '#shared/contract/events.ts'
import type { ImportCheck, ImportReceipt } from '#shared/contract/import.ts'
import { type Application, createApplication } from '../../src/main/application/create-application.ts'

const ENGINE = new URL('../../src/main/engine.ts', import.meta.url)

export interface TestApplication {
  readonly application: Application
  readonly dataFolder: string
  readonly events: ApplicationEvent[]
  /** The value of a call that must succeed; fails the test with the typed error otherwise. */
  ask<Name extends OperationName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>>
  /** The error of a call that must fail. */
  refuse<Name extends OperationName>(name: Name, input: unknown): Promise<CallError>
  /** Creates and opens an empty workspace. */
  createWorkspace(name?: string, baseCurrency?: string): Promise<void>
  /** Waits for a job's end and returns its result; fails the test when it failed. */
  finish(jobId: string): Promise<unknown>
  fileToken(path: string): string
  checkFile(path: string, request: Omit<InputOf<'import.check'>, 'fileToken' | 'kind'>): Promise<ImportCheck>
  importFile(
    path: string,
    request: Omit<InputOf<'import.commit'>, 'fileToken' | 'kind'>,
  ): Promise<ImportReceipt>
  close(): Promise<void>
}

/** The real application with real engine threads over a temporary folder. */
export async function startApplication(): Promise<TestApplication> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'mainstay-test-'))
  const application = await createApplication({
    dataFolder,
    engineEntry: ENGINE,
    defaultAuthor: 'Test Author',
    now: Date.now,
  })
  const events: ApplicationEvent[] = []
  const arrivals = new Set<() => void>()
  application.onEvent((event) => {
    events.push(event)
    for (const arrived of arrivals) arrived()
  })

  const ask: TestApplication['ask'] = async (name, input) => {
    const result = await application.call(name, input)
    if (!result.ok) throw new Error(`${name}: ${result.error.code}: ${result.error.message}`)
    return result.value as OutputOf<typeof name>
  }
  const finishedJob = (jobId: string) =>
    events.find((event) => event.type === 'job-finished' && event.jobId === jobId)
  const finish = async (jobId: string) => {
    let event = finishedJob(jobId)
    while (!event) {
      await new Promise<void>((resolve) => {
        const arrived = () => {
          arrivals.delete(arrived)
          resolve()
        }
        arrivals.add(arrived)
      })
      event = finishedJob(jobId)
    }
    if (event.type !== 'job-finished' || event.outcome.state !== 'done') {
      throw new Error(`The job did not end well: ${JSON.stringify(event)}`)
    }
    return event.outcome.result
  }
  const fileToken = (path: string) => application.registerFile({ path, name: basename(path) })

  return {
    application,
    dataFolder,
    events,
    ask,
    async refuse(name, input) {
      const result = await application.call(name, input)
      if (result.ok) throw new Error(`${name} was expected to fail.`)
      return result.error
    },
    async createWorkspace(name = 'Test firm', baseCurrency = 'CNY') {
      await ask('workspace.create', { name, baseCurrency })
    },
    finish,
    fileToken,
    async checkFile(path, request) {
      const { jobId } = await ask('import.check', {
        ...request,
        fileToken: fileToken(path),
        kind: 'order-lines',
      })
      return (await finish(jobId)) as ImportCheck
    },
    async importFile(path, request) {
      const { jobId } = await ask('import.commit', {
        ...request,
        fileToken: fileToken(path),
        kind: 'order-lines',
      })
      return (await finish(jobId)) as ImportReceipt
    },
    async close() {
      await application.close()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}
