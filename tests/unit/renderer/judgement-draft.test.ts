import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { JudgementRow } from '#shared/contract/factor.ts'
import { judgementAnswers } from '#shared/domain/purchase-factor.ts'
import { bestWorstTasks } from '../../../src/renderer/features/account/factors/best-worst-tasks.ts'
import {
  finishDraft,
  pointsLeft,
  startDraft,
} from '../../../src/renderer/features/account/factors/judgement-draft.ts'

const id = (place: number) => `00000000-0000-4000-8000-00000000000${place}`
const ids = Array.from({ length: 10 }, (_, place) => id(place))
const count = fc.integer({ min: 2, max: 10 })

it('shows every factor equally often, none twice in a question, and lets every pair be reached', () => {
  fc.assert(
    fc.property(count, (n) => {
      const listed = ids.slice(0, n)
      const tasks = bestWorstTasks(listed)
      const shown = listed.map((one) => tasks.filter((task) => task.includes(one)).length)
      expect(new Set(shown).size).toBe(1)
      for (const task of tasks) expect(new Set(task).size).toBe(task.length)
      const reached = new Set(listed.slice(0, 1))
      for (const one of reached) {
        for (const task of tasks) if (task.includes(one)) for (const other of task) reached.add(other)
      }
      expect(reached.size).toBe(n)
    }),
  )
})

it('keeps no answers until every question is answered', () => {
  const listed = ids.slice(0, 3)
  const draft = startDraft(listed)
  for (const method of ['points', 'pairs', 'best-worst'] as const) {
    expect(finishDraft({ ...draft, method }, listed)).toBeNull()
  }
  const points = { ...draft, points: { [id(0)]: 60.5, [id(1)]: 39.4 } }
  expect(pointsLeft(points)).toBe(0.1)
  expect(finishDraft(points, listed)).toBeNull()
})

it('a judgement that is opened again and saved unchanged is the same judgement', () => {
  fc.assert(
    fc.property(
      count,
      fc.array(fc.integer({ min: -8, max: 8 }), { minLength: 45, maxLength: 45 }),
      (n, steps) => {
        const listed = ids.slice(0, n)
        const empty = startDraft(listed)
        const pairs = finishDraft(
          {
            ...empty,
            method: 'pairs',
            pairs: empty.pairs.map((pair, place) => ({ ...pair, step: steps[place] ?? 0 })),
          },
          listed,
        )
        const bestWorst = finishDraft(
          {
            ...empty,
            method: 'best-worst',
            tasks: empty.tasks.map((task) => ({
              ...task,
              best: task.shown[0] ?? null,
              worst: task.shown[1] ?? null,
            })),
          },
          listed,
        )
        for (const answers of [pairs, bestWorst]) {
          const kept = judgementAnswers.parse(answers)
          const row: JudgementRow = {
            id: id(0),
            scenario: 'new-task',
            judgeName: 'Wang',
            personId: null,
            influence: 1,
            judgedOn: null,
            answers: kept,
            reason: null,
            weights: [],
            consistencyRatio: null,
            isConsistent: true,
          }
          expect(finishDraft(startDraft(listed, row), listed)).toEqual(kept)
        }
      },
    ),
  )
})
