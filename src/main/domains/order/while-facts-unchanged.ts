import { type AnswerOnce, keepAnswers } from '../../database/keep-answers.ts'

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
export function whileFactsUnchanged<Value>(mostAnswers = 8): AnswerOnce<Value> {
  return keepAnswers(FACTS_VERSION, mostAnswers)
}
