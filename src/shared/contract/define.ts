import type { z } from 'zod'

/** Who answers: a query reads on the reader thread, a command writes on the writer thread. */
type OperationKind = 'query' | 'command'
/** Where it is answered: by the engine that holds the open workspace, or by the host that opens workspaces. */
type OperationPlace = 'engine' | 'host'

export interface Operation<
  Kind extends OperationKind = OperationKind,
  Place extends OperationPlace = OperationPlace,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  readonly kind: Kind
  readonly place: Place
  readonly input: Input
  readonly output: Output
}

interface Shape<Input extends z.ZodType, Output extends z.ZodType> {
  input: Input
  output: Output
}

/** Reads the open workspace; never writes. */
export function query<Input extends z.ZodType, Output extends z.ZodType>(
  shape: Shape<Input, Output>,
): Operation<'query', 'engine', Input, Output> {
  return { kind: 'query', place: 'engine', ...shape }
}

/** Changes the open workspace. */
export function command<Input extends z.ZodType, Output extends z.ZodType>(
  shape: Shape<Input, Output>,
): Operation<'command', 'engine', Input, Output> {
  return { kind: 'command', place: 'engine', ...shape }
}

/** Reads what the host knows without a workspace. */
export function hostQuery<Input extends z.ZodType, Output extends z.ZodType>(
  shape: Shape<Input, Output>,
): Operation<'query', 'host', Input, Output> {
  return { kind: 'query', place: 'host', ...shape }
}

/** Opens, closes or copies workspaces, or changes this device's preferences. */
export function hostCommand<Input extends z.ZodType, Output extends z.ZodType>(
  shape: Shape<Input, Output>,
): Operation<'command', 'host', Input, Output> {
  return { kind: 'command', place: 'host', ...shape }
}
