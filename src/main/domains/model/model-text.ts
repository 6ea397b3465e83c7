import { z } from 'zod'
import { MainstayError } from '#shared/contract/call-result.ts'
import { MODEL_FORMAT, type ModelDraft, modelDraft, type ScoringModel } from '#shared/domain/scoring-model.ts'

const KIND = 'mainstay-scoring-model'

/** What every format has in common; the model is looked at once the number says that it can be read. */
const envelope = z.object({
  kind: z.literal(KIND),
  formatVersion: z.int().positive(),
  model: z.unknown(),
})

/** A model as text that any Mainstay of this format or a later one can read. */
export function writeModelText({ version: _, ...model }: ScoringModel): string {
  return `${JSON.stringify({ kind: KIND, formatVersion: MODEL_FORMAT, model }, null, 2)}\n`
}

/** Errors: file-unreadable for another text; model-newer. */
export function readModelText(text: string): ModelDraft {
  const opened = envelope.safeParse(parseJson(text))
  if (!opened.success) throw new MainstayError('file-unreadable', 'This text holds no scoring model.')
  const { formatVersion, model } = opened.data
  if (formatVersion > MODEL_FORMAT) {
    throw new MainstayError('model-newer', `The model has format ${formatVersion}.`, { formatVersion })
  }
  const parsed = modelDraft.safeParse(model)
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.slice(0, 20).map(({ path, message }) => ({
    path: path.map(String).join('.'),
    message,
  }))
  throw new MainstayError('file-unreadable', 'The model in this text is not complete.', { fields })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
