import type { Database as Sqlite, Statement } from 'better-sqlite3'
import type { ReadDatabase } from './workspace-database.ts'

interface Answers<Value> {
  version: Statement<[], string>
  seen: string | undefined
  byQuestion: Map<string, Value>
}

export type AnswerOnce<Value> = (database: ReadDatabase, question: string, compute: () => Value) => Value

/**
 * Keeps answers of one connection by question for as long as a version read from the file stays the same.
 * @param version a query of one text that differs whenever an answer may
 * @param mostAnswers kept at a time; one more and all are forgotten
 */
export function keepAnswers<Value>(version: string, mostAnswers: number): AnswerOnce<Value> {
  const answersOf = new WeakMap<Sqlite, Answers<Value>>()
  return ({ sqlite }, question, compute) => {
    const answers = answersOf.get(sqlite) ?? {
      version: sqlite.prepare<[], string>(version).pluck(),
      seen: undefined,
      byQuestion: new Map<string, Value>(),
    }
    answersOf.set(sqlite, answers)
    const now = answers.version.get()
    if (now !== answers.seen) {
      answers.byQuestion.clear()
      answers.seen = now
    }
    const known = answers.byQuestion.get(question)
    if (known !== undefined) return known
    const answer = compute()
    if (answers.byQuestion.size >= mostAnswers) answers.byQuestion.clear()
    answers.byQuestion.set(question, answer)
    return answer
  }
}
