import { type AnswerOnce, keepAnswers } from '../../database/keep-answers.ts'

/** Differs after every write, on this connection or another. */
const FILE_VERSION = "SELECT data_version || ':' || total_changes() FROM pragma_data_version"

/**
 * Keeps answers for as long as nothing is written to the file: the pages of one view share their totals.
 * Inside a transaction, which may roll back, every question is computed.
 * @param mostAnswers kept at a time; one more and all are forgotten
 */
export function whileUnchanged<Value>(mostAnswers = 100): AnswerOnce<Value> {
  const answerOnce = keepAnswers<Value>(FILE_VERSION, mostAnswers)
  return (database, question, compute) =>
    database.sqlite.inTransaction ? compute() : answerOnce(database, question, compute)
}
