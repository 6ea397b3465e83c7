export interface Evaluation {
  value: number
  gradient: Float64Array
}

export interface Minimum {
  at: Float64Array
  value: number
  /** False where the search gave up before the gradient vanished; `at` is then the best point it saw. */
  isConverged: boolean
  evaluations: number
}

export interface MinimiseOptions {
  /** Largest part of the gradient, relative to the value, that still counts as zero. */
  tolerance?: number
  /** Coordinates stay within ± this: past it a logarithm's parameter has run off to zero or infinity. */
  bound?: number
  mostEvaluations?: number
}

/**
 * Minimum of a smooth function by a quasi-Newton search (BFGS) with a backtracking line search.
 * @param evaluate value and gradient; a value that is not finite ends a step there
 * Source: Nocedal & Wright 2006, Numerical Optimization, algorithms 6.1 and 3.1.
 */
export function minimise(
  evaluate: (at: Float64Array) => Evaluation,
  start: readonly number[],
  { tolerance = 1e-9, bound = 25, mostEvaluations = 500 }: MinimiseOptions = {},
): Minimum {
  const size = start.length
  let at = Float64Array.from(start)
  let { value, gradient } = evaluate(at)
  pin(gradient, at, bound)
  let evaluations = 1
  let curvature = identity(size)
  let isFresh = true
  let idleSteps = 0
  while (evaluations < mostEvaluations && Number.isFinite(value)) {
    if (largest(gradient) <= tolerance * Math.max(Math.abs(value), 1)) {
      return { at, value, isConverged: true, evaluations }
    }
    const direction = descent(curvature, gradient)
    for (let i = 0; i < size; i++) if (gradient[i] === 0) direction[i] = 0
    let slope = dot(direction, gradient)
    // With curvature learnt the direction leads to the minimum itself: this is how far off it is.
    if (!isFresh && largest(direction) <= CLOSE_ENOUGH) break
    if (slope >= 0) {
      if (isFresh) break
      curvature = identity(size)
      isFresh = true
      continue
    }
    // Without curvature the gradient says where to go, not how far.
    const longest = largest(direction)
    const limit = isFresh ? 0.5 : 4
    const shrink = longest > limit ? limit / longest : 1
    for (let i = 0; i < size; i++) direction[i] = (direction[i] ?? 0) * shrink
    slope *= shrink

    let step = 1
    let next: Float64Array<ArrayBuffer> | undefined
    let reached: Evaluation | undefined
    while (step > 1e-12 && evaluations < mostEvaluations) {
      const candidate = at.map((coordinate, i) =>
        Math.min(Math.max(coordinate + step * (direction[i] ?? 0), -bound), bound),
      )
      const evaluation = evaluate(candidate)
      evaluations += 1
      if (evaluation.value <= value + 1e-4 * step * slope) {
        next = candidate
        reached = evaluation
        break
      }
      const parabola = (-slope * step * step) / (2 * (evaluation.value - value - slope * step))
      step = Number.isFinite(parabola) ? Math.min(Math.max(parabola, step / 10), step / 2) : step / 10
    }
    if (!next || !reached) {
      const isNoise = -slope <= 1e-9 * Math.max(Math.abs(value), 1)
      if (isFresh || isNoise) break
      curvature = identity(size)
      isFresh = true
      continue
    }
    isFresh = !updateCurvature(
      curvature,
      difference(next, at),
      difference(reached.gradient, gradient),
      isFresh,
    )
    idleSteps = reached.value < value - 1e-15 * Math.abs(value) ? 0 : idleSteps + 1
    at = next
    value = reached.value
    gradient = reached.gradient
    pin(gradient, at, bound)
    if (idleSteps >= MOST_IDLE_STEPS) break
  }
  const isNear = largest(gradient) <= 1e-6 * Math.max(Math.abs(value), 1)
  return { at, value, isConverged: Number.isFinite(value) && isNear, evaluations }
}

/** A function's gradient by central differences, for likelihoods whose derivatives have no closed form. */
export function withNumericGradient(
  evaluate: (at: Float64Array) => number,
): (at: Float64Array) => Evaluation {
  return (at) => {
    const gradient = at.map((coordinate, i) => {
      const width = 1e-5 * Math.max(Math.abs(coordinate), 1)
      const beside = at.slice()
      beside[i] = coordinate + width
      const above = evaluate(beside)
      beside[i] = coordinate - width
      return (above - evaluate(beside)) / (2 * width)
    })
    return { value: evaluate(at), gradient }
  }
}

const CLOSE_ENOUGH = 1e-7

/** Steps in a row that gain nothing before the last digits of a long sum are taken for noise. */
const MOST_IDLE_STEPS = 3

/** A coordinate at its end that would go on has arrived. */
function pin(gradient: Float64Array, at: Float64Array, bound: number): void {
  for (let i = 0; i < at.length; i++) {
    const coordinate = at[i] ?? 0
    if (Math.abs(coordinate) >= bound && coordinate * (gradient[i] ?? 0) < 0) gradient[i] = 0
  }
}

function identity(size: number): Float64Array {
  const matrix = new Float64Array(size * size)
  for (let i = 0; i < size; i++) matrix[i * size + i] = 1
  return matrix
}

function descent(inverse: Float64Array, gradient: Float64Array): Float64Array {
  const size = gradient.length
  return gradient.map((_, row) => {
    let sum = 0
    for (let column = 0; column < size; column++) {
      sum -= (inverse[row * size + column] ?? 0) * (gradient[column] ?? 0)
    }
    return sum
  })
}

/** False where the step shows no curvature to learn from; the matrix is then as it was. */
function updateCurvature(
  inverse: Float64Array,
  moved: Float64Array,
  turned: Float64Array,
  isFirst: boolean,
): boolean {
  const size = moved.length
  const product = dot(moved, turned)
  if (product <= 1e-14 * Math.sqrt(dot(moved, moved) * dot(turned, turned))) return !isFirst
  if (isFirst) {
    const scale = product / dot(turned, turned)
    for (let i = 0; i < size; i++) inverse[i * size + i] = scale
  }
  const along = descent(inverse, turned).map((value) => -value)
  const weight = (1 + dot(turned, along) / product) / product
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const outer = (moved[row] ?? 0) * (along[column] ?? 0) + (along[row] ?? 0) * (moved[column] ?? 0)
      const own = (moved[row] ?? 0) * (moved[column] ?? 0)
      const cell = row * size + column
      inverse[cell] = (inverse[cell] ?? 0) + weight * own - outer / product
    }
  }
  return true
}

function difference(one: Float64Array, other: Float64Array): Float64Array {
  return one.map((value, i) => value - (other[i] ?? 0))
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let i = 0; i < one.length; i++) sum += (one[i] ?? 0) * (other[i] ?? 0)
  return sum
}

function largest(values: Float64Array): number {
  let most = 0
  for (const value of values) most = Math.max(most, Math.abs(value))
  return most
}
