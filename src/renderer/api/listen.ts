import type { ApplicationEvent } from '#shared/contract/events.ts'
import { onEvent } from './client.ts'
import { noteJobFinished, noteJobProgress } from './jobs.ts'
import { invalidateNouns } from './query-client.ts'
import { noteSaved } from './saved.ts'

function take(event: ApplicationEvent): void {
  if (event.type === 'changed') {
    // The saved time shown may belong to the workspace before; the new one tells its own.
    if (event.nouns.includes('workspace')) noteSaved(null)
    invalidateNouns(event.nouns)
  } else if (event.type === 'saved') noteSaved(event.at)
  else if (event.type === 'job-progress') noteJobProgress(event)
  else noteJobFinished(event)
}

/** Keeps what is shown in step with the application; returns the function that ends it. */
export const listenToApplication = (): (() => void) => onEvent(take)
