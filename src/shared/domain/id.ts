import { z } from 'zod'

/** A row's identity everywhere outside the database file: a UUID in its text form. */
export const id = z.uuid()
export type Id = z.infer<typeof id>
