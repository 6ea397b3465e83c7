/** One domain importing another, and the place where it does. */
export interface DomainStep {
  from: string
  to: string
  where: string
}

function pathBetween(steps: readonly DomainStep[], from: string, to: string): string[] | undefined {
  const paths = new Map([[from, [from]]])
  for (const [name, path] of paths) {
    if (name === to) return path
    for (const step of steps) {
      if (step.from === name && !paths.has(step.to)) paths.set(step.to, [...path, step.to])
    }
  }
  return undefined
}

/** The steps that lie on a circle of domains, each with the shortest circle through it. */
export function domainCycles(steps: readonly DomainStep[]): { where: string; circle: string[] }[] {
  return steps.flatMap(({ from, to, where }) => {
    const back = pathBetween(steps, to, from)
    return back === undefined ? [] : [{ where, circle: [from, ...back] }]
  })
}
