/** A failure the user can act on: its message is printed alone, without a stack. */
export class LaunchError extends Error {
  /**
   * @param {string} message
   * @param {number} [exitCode]
   */
  constructor(message, exitCode = 1) {
    super(message)
    this.exitCode = exitCode
  }
}

/**
 * One line for the user on stderr, so that stdout carries nothing but a command's own output.
 * @param {string} line
 */
export const say = (line) => {
  process.stderr.write(`${line}\n`)
}

/**
 * The last lines of a captured output.
 * @param {string} output
 * @param {number} [lines]
 * @returns {string}
 */
export const lastLines = (output, lines = 200) => {
  const all = output.trimEnd().split('\n')
  return all.length <= lines
    ? all.join('\n')
    : [`… ${all.length - lines} earlier lines`, ...all.slice(-lines)].join('\n')
}
