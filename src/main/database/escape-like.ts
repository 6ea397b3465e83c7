/** A text as part of a LIKE pattern with `escape '\'`: its own wildcards stand for themselves. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
}
