/** Why a class that a model calculates becomes the published one, or does not. */
export const SETTLED_BY = [
  'unchanged',
  /** Nothing was published before. */
  'first',
  'changed-by-rule',
  'changed-beyond-margin',
  'changed-stayed',
  /** The model asks for no hysteresis. */
  'changed-at-once',
  'held-within-margin',
  'held-new',
  'held-clean-quarters',
] as const
export type SettledBy = (typeof SETTLED_BY)[number]
