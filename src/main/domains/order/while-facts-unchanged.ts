import type { Database as Sqlite, Statement } from 'better-sqlite3'
import type { ReadDatabase } from '../../database/workspace-database.ts'

interface Answers<Value> {
  version: Statement<[], string>
  seen: string | undefined
  byQuestion: Map<string, Value>
}

/**
 * Differs when order lines come or go, are restated at another rate, or their product's list price changes. The digest
 * of each batch tells two imports apart of which the first was rolled back.
 */
const FACTS_VERSION = `SELECT json_array(
  (SELECT json_group_array(json_array(key, sha256, is_withdrawn, is_deleted)) FROM fact_batch),
  (SELECT max(key) FROM order_line),
  (SELECT max(key) FROM party),
  (SELECT json_group_array(json_array(currency, budget_rate)) FROM currency_rate WHERE is_deleted = 0),
  (SELECT json_array(count(list_price), total(list_price * (key % 9973))) FROM product WHERE list_price IS NOT NULL)
)`

/**
 * Keeps answers drawn from order lines for as long as those stay the same, however much is written elsewhere: a pass
 * over a year of lines is too long to repeat after every edit. What is written in an open transaction counts.
 * @param mostAnswers kept at a time; one more and all are forgotten
 */
export function whileFactsUnchanged<Value>(
  mostAnswers = 8,
): (database: ReadDatabase, question: string, compute: () => Value) => Value {
  const answersOf = new WeakMap<Sqlite, Answers<Value>>()
  return ({ sqlite }, question, compute) => {
    const answers = answersOf.get(sqlite) ?? {
      version: sqlite.prepare<[], string>(FACTS_VERSION).pluck(),
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
