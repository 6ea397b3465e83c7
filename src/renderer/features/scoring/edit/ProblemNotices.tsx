import type { ModelProblem } from '#shared/contract/model.ts'
import type { ModelProblemCode } from '#shared/domain/scoring-model.ts'
import { useErrorText } from '../../../api/use-error-text.ts'
import { Notice } from '../../../components/Notice.tsx'
import { useCriteria } from '../../../components/use-criteria.ts'

/** Problems of the class rules; the others are about criteria. */
export const RULE_PROBLEMS: readonly ModelProblemCode[] = [
  'model-thresholds',
  'model-classes',
  'model-rfm-bands',
  'model-currency',
]

export interface ProblemNoticesProps {
  problems: readonly ModelProblem[]
  /** Only these are shown here. */
  codes: readonly ModelProblemCode[]
  /** Only those of this criterion. */
  criterion?: ModelProblem['criterion']
}

/** What is wrong with the draft, beside the fields it is about. */
export function ProblemNotices({ problems, codes, criterion }: ProblemNoticesProps) {
  const errorText = useErrorText()
  const { nameOf } = useCriteria()
  return problems
    .filter(
      (problem) =>
        codes.includes(problem.code) && (criterion === undefined || problem.criterion === criterion),
    )
    .map((problem) => {
      const { what, remedy } = errorText({
        code: problem.code,
        details: {
          ...problem.values,
          ...(problem.criterion ? { criterion: nameOf(problem.criterion) } : {}),
        },
      })
      return (
        <Notice key={`${problem.code} ${problem.criterion ?? ''}`} tone="amber" role="status" title={what}>
          {remedy}
        </Notice>
      )
    })
}
