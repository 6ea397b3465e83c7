/** A value of a filter as it is typed; undefined filters nothing, null is none that can be read. */
export type ReadFilter<Value> = (text: string) => Value | undefined | null

export type FilterEntry<Value> =
  | { state: 'unchanged' }
  | { state: 'refused' }
  | { state: 'changed'; value: Value | undefined }

/**
 * What a filter's typed text does to its value.
 * @param shown how the value is written, which may be rounded: as long as that stands there, the value stays
 */
export function readFilterEntry<Value>(
  text: string,
  { value, shown, read }: { value: Value | undefined; shown: string; read: ReadFilter<Value> },
): FilterEntry<Value> {
  if (text.trim() === shown.trim()) return { state: 'unchanged' }
  const typed = text.trim() === '' ? undefined : read(text)
  if (typed === null) return { state: 'refused' }
  return typed === value ? { state: 'unchanged' } : { state: 'changed', value: typed }
}
