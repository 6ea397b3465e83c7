import type { MessagePort } from 'node:worker_threads'
import { createEngine } from './create-engine.ts'
import { toCallError } from './dispatch.ts'
import type { EngineThreadData, FromEngine, ToEngine } from './engine-protocol.ts'

/** Serves one engine over a worker's port. */
export async function serveEngine(
  port: MessagePort,
  { options, waitsToOpen }: EngineThreadData,
): Promise<void> {
  const send = (message: FromEngine) => port.postMessage(message)
  // Nothing else is sent to a thread before it is ready.
  if (waitsToOpen) await new Promise<void>((resolve) => port.once('message', () => resolve()))
  try {
    const engine = await createEngine(options, {
      emit: (event) => send({ type: 'event', event }),
      announceDownload: (file) => send({ type: 'download', ...file }),
      now: Date.now,
    })
    port.on('message', async (message: ToEngine) => {
      switch (message.type) {
        case 'open':
          break
        case 'call':
          send({
            type: 'answer',
            callId: message.callId,
            result: await engine.call(message.name, message.input, message.files),
          })
          break
        case 'cancel':
          send({
            type: 'cancel-answer',
            callId: message.callId,
            found: await engine.cancel(message.jobId),
          })
          break
        case 'task':
          send({ type: 'task-answer', callId: message.callId, result: await engine.run(message.task) })
          break
        case 'author':
          engine.setAuthor(message.author)
          break
        case 'close':
          await engine.close()
          send({ type: 'closed' })
          port.close()
          break
      }
    })
    send({ type: 'ready' })
  } catch (thrown) {
    send({ type: 'failed', ...toCallError(thrown) })
    port.close()
  }
}
