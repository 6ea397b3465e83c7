/** What programs write into a cell that has no value. */
const MISSING_MARKS: ReadonlySet<string> = new Set([
  ...[
    'NULL',
    'null',
    'Null',
    '(null)',
    '(NULL)',
    '<null>',
    '\\N',
    'NaN',
    'nan',
    'N/A',
    'n/a',
    '#N/A',
    '#NULL!',
  ],
  ...['#REF!', '#NAME?', '#VALUE!', '#DIV/0!', '-', '--', '—', '——', '－', '无', '無', '空'],
])

const LONGEST_MARK = 7
const FIRST_CHARACTERS: ReadonlySet<number> = new Set([...MISSING_MARKS].map((mark) => mark.charCodeAt(0)))

/** Whether a trimmed, non-empty text stands for "no value". `NA` is a value: it is Namibia, and a usual code. */
export function isMissingMark(text: string): boolean {
  if (text.length > LONGEST_MARK || !FIRST_CHARACTERS.has(text.charCodeAt(0))) return false
  return MISSING_MARKS.has(text)
}
