import { z } from 'zod'
import { day, instant } from '../domain/calendar.ts'
import { id } from '../domain/id.ts'
import { quarter } from '../domain/quarter.ts'
import { SETTLED_BY } from '../domain/settled-by.ts'
import { valueClass } from '../domain/value-class.ts'
import { command, query } from './define.ts'

/**
 * Why a published class is what it is: as before; the first one; changed by a hard rule, by a score beyond the
 * margin, because it stayed across, or at once without hysteresis; held within the margin, as a new account, or
 * until enough clean quarters have passed; set by hand; or settled as before, where the last announced one was by hand.
 */
export const PUBLICATION_BASES = [...SETTLED_BY, 'override', 'override-ended'] as const
export const publicationBasis = z.enum(PUBLICATION_BASES)
export type PublicationBasis = z.infer<typeof publicationBasis>

const counts = {
  accountCount: z.int(),
  changed: z.int(),
  held: z.int(),
  overridden: z.int(),
}

export const publishedQuarter = z.strictObject({
  id,
  quarter,
  asOf: day,
  modelVersion: z.int(),
  publishedAt: instant,
  publishedBy: z.string(),
  ...counts,
  classes: z.array(z.strictObject({ valueClass, count: z.int() })),
})

/** One account whose published class changes, or is held although the calculated one differs. */
export const publicationMove = z.strictObject({
  accountId: id,
  name: z.string(),
  /** As last published; null where it never was. */
  from: valueClass.nullable(),
  to: valueClass,
  calculated: valueClass,
  scorePercent: z.number().nullable(),
  basis: publicationBasis,
})
export type PublicationMove = z.infer<typeof publicationMove>

/** As many moves as a preview lists of each kind. */
export const MOST_MOVES = 500

export const publicationPreview = z.strictObject({
  quarter,
  asOf: day,
  modelVersion: z.int(),
  modelName: z.string(),
  /** The publication that classes are held against. */
  previousQuarter: quarter.nullable(),
  /** Points a score has to pass a threshold by, and months it has to stay across; null without hysteresis. */
  hysteresis: z.strictObject({ points: z.number(), periods: z.int() }).nullable(),
  ...counts,
  unchanged: z.int(),
  entered: z.int(),
  changes: z.array(publicationMove).max(MOST_MOVES),
  holds: z.array(publicationMove).max(MOST_MOVES),
})
export type PublicationPreview = z.infer<typeof publicationPreview>

export const ladderStep = z.strictObject({
  quarter,
  asOf: day,
  /** Calculated from facts up to the quarter's end with the model then in force. */
  calculated: z.strictObject({ valueClass, scorePercent: z.number().nullable() }).nullable(),
  published: z
    .strictObject({
      valueClass,
      calculated: valueClass,
      scorePercent: z.number().nullable(),
      basis: publicationBasis,
    })
    .nullable(),
})
export type LadderStep = z.infer<typeof ladderStep>

/** How far back a ladder and a choice of quarters reach. */
export const LADDER_QUARTERS = 8

const share = z.number().min(0).max(100)

export const movementBasis = z.enum(['calculated', 'published'])

/** Moves between the six classes over one or several quarters, read as a Markov chain. */
export const classMovement = z.strictObject({
  basis: movementBasis,
  /** Quarters compared, oldest first: each with the next one. */
  quarters: z.array(quarter),
  /** Quarters one may choose as the last of them, newest first. */
  choices: z.strictObject({ calculated: z.array(quarter), published: z.array(quarter) }),
  classes: z.array(
    z.strictObject({
      valueClass,
      /** Accounts that started in the class, over all the steps. */
      started: z.int(),
      /** By class of arrival, in the order of the classes. */
      counts: z.array(z.int()),
      sharesPercent: z.array(share).nullable(),
      retentionPercent: share.nullable(),
      /** In the last quarter. */
      count: z.int(),
      mixPercent: share,
      /** A quarter later, if the moves go on as they are. */
      expectedPercent: share.nullable(),
      steadyPercent: share.nullable(),
      /** Its shares rest on too few accounts. */
      isSmall: z.boolean(),
    }),
  ),
  retentionPercent: share.nullable(),
  noSteadyState: z.enum(['no-moves', 'unknown-departures', 'several-ends']).nullable(),
  up: z.int(),
  down: z.int(),
  unchanged: z.int(),
  entered: z.int(),
  left: z.int(),
  /** Fewer accounts than this in a class make its shares unreliable. */
  smallCount: z.int(),
})
export type ClassMovement = z.infer<typeof classMovement>

export const publication = {
  /** Published quarters, the newest first, and those that can still be published, oldest first. */
  list: query({
    input: z.strictObject({}),
    output: z.strictObject({ published: z.array(publishedQuarter), open: z.array(quarter) }),
  }),
  /** Who would change and who is held, and why. Errors: no-data, already-published, not-over. */
  preview: query({ input: z.strictObject({ quarter }), output: publicationPreview }),
  /** Freezes the classes of a quarter; withdrawn by undo alone. Errors: no-data, already-published, not-over. */
  publish: command({
    input: z.strictObject({ quarter }),
    output: z.strictObject({ id, quarter, changed: z.int(), held: z.int() }),
  }),
  /** An account's classes over the last eight full quarters, oldest first. Errors: not-found. */
  ladder: query({ input: z.strictObject({ accountId: id }), output: z.array(ladderStep) }),
  /** Without a quarter the newest there is; `steps` quarters back from it. Null while there are not two. */
  movement: query({
    input: z.strictObject({
      basis: movementBasis,
      to: quarter.optional(),
      steps: z.int().min(1).max(LADDER_QUARTERS).default(1),
    }),
    output: classMovement.nullable(),
  }),
}
