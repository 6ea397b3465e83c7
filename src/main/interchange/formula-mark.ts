const FORMULA_START = /^'*[=+\-@\t\r]/
const MARKED = /^'+[=+\-@\t\r]/
const PLAIN_NUMBER = /^[+-]?[\d.,]*\d%?$/

/**
 * Keeps a spreadsheet from running a text as a formula: a leading apostrophe goes before `= + - @`, tab and CR.
 * Plain numbers such as -1,234.50 stay as they are. `removeFormulaMark` is its exact inverse.
 */
export function addFormulaMark(text: string): string {
  return FORMULA_START.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text
}

export function removeFormulaMark(text: string): string {
  return text.charCodeAt(0) === 39 && MARKED.test(text) ? text.slice(1) : text
}
