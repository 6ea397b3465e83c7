import { z } from 'zod'
import { MainstayError } from '#shared/contract/call-result.ts'

/** A pure model as the command line offers it: plain JSON in, plain JSON out. */
export interface PublishedModel {
  name: string
  summary: string
  /** Shape of the input and of what is printed, as a reader writes them. */
  input: string
  output: string
  source: string
  example: unknown
  /** Throws invalid-input, with the fields that are wrong. */
  run: (input: unknown) => unknown
}

interface Description<Schema extends z.ZodType> {
  name: string
  summary: string
  input: string
  output: string
  source: string
  schema: Schema
  example: z.input<Schema>
  answer: (input: z.output<Schema>) => unknown
}

export function publish<Schema extends z.ZodType>({
  schema,
  answer,
  ...described
}: Description<Schema>): PublishedModel {
  const { name } = described
  return {
    ...described,
    run(input) {
      const parsed = schema.safeParse(input)
      if (!parsed.success) throw refusal(name, fieldsOf(parsed.error))
      return answer(parsed.data)
    },
  }
}

/** For input of the right shape that a model can make nothing of, such as a matrix that is not square. */
export function refuse(name: string, path: string, message: string): never {
  throw refusal(name, [{ path, message }])
}

/** Far beyond any figure of a firm, and sums of squares stay within the range of numbers. */
const MOST = 1e100

export const figure = z
  .number({ error: ({ code }) => (code === 'invalid_type' ? 'Expected a finite number' : undefined) })
  .min(-MOST)
  .max(MOST)
export const notNegative = figure.min(0)
export const positive = figure.positive()
export const count = z.int().min(0)
export const figures = z.array(figure)
export const table = z.array(figures)

function refusal(name: string, fields: { path: string; message: string }[]): MainstayError {
  const first = fields[0]
  return new MainstayError('invalid-input', `${name}: ${first?.path || 'input'}: ${first?.message}`, {
    name,
    fields,
  })
}

function fieldsOf(error: z.ZodError): { path: string; message: string }[] {
  return error.issues
    .flatMap(ofNearestShape)
    .slice(0, 20)
    .map((issue) => ({ path: issue.path.map(String).join('.'), message: readable(issue.message) }))
}

/** Of several shapes that were allowed the faults of the one that the input comes nearest to. */
function ofNearestShape(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const [nearest] = issue.errors.filter((faults) => !faults.some(isOfAnotherShape))
  if (!nearest) return [issue]
  return nearest.flatMap(ofNearestShape).map((fault) => ({ ...fault, path: [...issue.path, ...fault.path] }))
}

const isOfAnotherShape = ({ code, path }: z.core.$ZodIssue): boolean =>
  code === 'unrecognized_keys' || (code === 'invalid_type' && path.length === 0)

function readable(message: string): string {
  return message
    .replace(/^Invalid input: expected (.+), received undefined$/, 'Missing, expected $1')
    .replace(/^Invalid input: expected /, 'Expected ')
}
