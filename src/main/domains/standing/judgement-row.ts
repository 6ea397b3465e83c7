import { type Judgement, judgement } from '#shared/domain/party.ts'

/** Null for none and for a text that holds no judgement. */
export function rowToJudgement(text: string | null): Judgement | null {
  if (text === null) return null
  const parsed = judgement.safeParse(JSON.parse(text))
  return parsed.success ? parsed.data : null
}
