import type { ImportCheck } from '#shared/contract/import.ts'
import type { RowProblem } from '#shared/domain/import.ts'

const MOST_EXAMPLES = 200

/** Gathers what is wrong with rejected rows, by code and column. */
export function createProblemTally(): {
  add: (problems: readonly RowProblem[]) => void
  /** Those with most rows first. */
  groups: () => ImportCheck['problems']
} {
  const groups = new Map<string, ImportCheck['problems'][number]>()
  return {
    add(problems) {
      for (const problem of problems) {
        const { code, column } = problem
        const name = `${code}\t${column}`
        const group = groups.get(name) ?? { code, column, rowCount: 0, examples: [] }
        groups.set(name, group)
        group.rowCount += 1
        if (group.examples.length < MOST_EXAMPLES) group.examples.push(problem)
      }
    },
    groups: () => [...groups.values()].sort((one, other) => other.rowCount - one.rowCount),
  }
}
