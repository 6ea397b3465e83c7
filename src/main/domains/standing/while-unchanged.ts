import type { Database as Sqlite, Statement } from 'better-sqlite3'
import type { ReadDatabase } from '../../database/workspace-database.ts'

interface Answers<Value> {
  /** Differs after every write, on this connection or another. */
  version: Statement<[], string>
  seen: string | undefined
  byQuestion: Map<string, Value>
}

/**
 * Keeps answers for as long as nothing is written to the file: the pages of one view share their totals.
 * Inside a transaction, which may roll back, every question is computed.
 * @param mostAnswers kept at a time; one more and all are forgotten
 */
export function whileUnchanged<Value>(
  mostAnswers = 100,
): (database: ReadDatabase, question: string, compute: () => Value) => Value {
  const answersOf = new WeakMap<Sqlite, Answers<Value>>()
  return ({ sqlite }, question, compute) => {
    if (sqlite.inTransaction) return compute()
    const answers = answersOf.get(sqlite) ?? {
      version: sqlite
        .prepare<[], string>("SELECT data_version || ':' || total_changes() FROM pragma_data_version")
        .pluck(),
      seen: undefined,
      byQuestion: new Map<string, Value>(),
    }
    answersOf.set(sqlite, answers)
    const version = answers.version.get()
    if (version !== answers.seen) {
      answers.byQuestion.clear()
      answers.seen = version
    }
    const known = answers.byQuestion.get(question)
    if (known !== undefined) return known
    const answer = compute()
    if (answers.byQuestion.size >= mostAnswers) answers.byQuestion.clear()
    answers.byQuestion.set(question, answer)
    return answer
  }
}
