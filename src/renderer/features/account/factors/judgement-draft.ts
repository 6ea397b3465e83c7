import type { JudgementRow } from '#shared/contract/factor.ts'
import type { JudgementAnswers, JudgementMethod } from '#shared/domain/purchase-factor.ts'
import { bestWorstTasks } from './best-worst-tasks.ts'

export interface TaskDraft {
  shown: readonly string[]
  best: string | null
  worst: string | null
}

/** What is being answered; each method keeps its own answers while another is looked at. */
export interface AnswersDraft {
  method: JudgementMethod
  /** By factor. */
  points: Readonly<Record<string, number>>
  /** Steps from −8 (the first, nine times) to 8 (the second); null until it is answered. */
  pairs: readonly { first: string; second: string; step: number | null }[]
  tasks: readonly TaskDraft[]
}

const stepOf = (ratio: number) => (ratio >= 1 ? 1 - Math.round(ratio) : Math.round(1 / ratio) - 1)
const ratioOf = (step: number) => (step <= 0 ? 1 - step : 1 / (1 + step))

/** Begins empty, or with what was answered about the factors that are still listed. */
export function startDraft(ids: readonly string[], row?: JudgementRow): AnswersDraft {
  const answers = row?.answers
  const pairs = ids.flatMap((first, place) =>
    ids.slice(place + 1).map((second) => {
      const known = answers?.method === 'pairs' ? answers.pairs : []
      const same = known.find((pair) => pair.first === first && pair.second === second)
      const turned = known.find((pair) => pair.first === second && pair.second === first)
      const step = same ? stepOf(same.ratio) : turned ? -stepOf(turned.ratio) : null
      return { first, second, step: step === 0 ? 0 : step }
    }),
  )
  const tasks = bestWorstTasks(ids).map((shown): TaskDraft => {
    const known = answers?.method === 'best-worst' ? answers.tasks : []
    const same = known.find((task) => [...task.shown].sort().join() === [...shown].sort().join())
    return { shown, best: same?.best ?? null, worst: same?.worst ?? null }
  })
  return {
    method: answers?.method ?? 'points',
    points: Object.fromEntries(
      (answers?.method === 'points' ? answers.points : [])
        .filter(({ factorId }) => ids.includes(factorId))
        .map(({ factorId, points }) => [factorId, points]),
    ),
    pairs,
    tasks,
  }
}

export function pointsLeft({ points }: AnswersDraft): number {
  return Math.round((100 - Object.values(points).reduce((sum, one) => sum + one, 0)) * 100) / 100
}

/** Answers to keep; null until every question is answered. */
export function finishDraft(draft: AnswersDraft, ids: readonly string[]): JudgementAnswers | null {
  switch (draft.method) {
    case 'points':
      if (pointsLeft(draft) !== 0) return null
      return {
        method: 'points',
        points: ids.map((factorId) => ({ factorId, points: draft.points[factorId] ?? 0 })),
      }
    case 'pairs': {
      const pairs = draft.pairs.flatMap(({ first, second, step }) =>
        step === null ? [] : [{ first, second, ratio: ratioOf(step) }],
      )
      return pairs.length === draft.pairs.length && pairs.length > 0 ? { method: 'pairs', pairs } : null
    }
    case 'best-worst': {
      const tasks = draft.tasks.flatMap(({ shown, best, worst }) =>
        best === null || worst === null ? [] : [{ shown: [...shown], best, worst }],
      )
      return tasks.length === draft.tasks.length && tasks.length > 0 ? { method: 'best-worst', tasks } : null
    }
  }
}
