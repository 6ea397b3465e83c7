import { z } from 'zod'
import { day } from '../domain/calendar.ts'
import { id } from '../domain/id.ts'
import { gender } from '../domain/party.ts'
import { command, query } from './define.ts'

const text = (length: number) => z.string().trim().max(length)

export const personFields = z.strictObject({
  name: text(120).min(1),
  gender: gender.nullable(),
  birthday: day.nullable(),
  phone: text(60).nullable(),
  mobile: text(60).nullable(),
  email: text(200).nullable(),
  address: text(400).nullable(),
  interests: text(2000).nullable(),
  notes: text(10_000).nullable(),
  /** Where the data came from, and whether the person agreed to its keeping. */
  source: text(200).nullable(),
  consent: z.enum(['given', 'refused']).nullable(),
})
export type PersonFields = z.infer<typeof personFields>

/** A person's post at a company. One person may hold several. */
export const employment = z.strictObject({
  id,
  personId: id,
  companyId: id,
  companyName: z.string(),
  title: z.string().nullable(),
  department: z.string().nullable(),
  startedOn: day.nullable(),
  endedOn: day.nullable(),
})
export type Employment = z.infer<typeof employment>

export const personRow = z.strictObject({ id, fields: personFields, employments: z.array(employment) })
export type PersonRow = z.infer<typeof personRow>

const employmentFields = z.strictObject({
  companyId: id,
  title: text(120).nullable(),
  department: text(120).nullable(),
  startedOn: day.nullable(),
  endedOn: day.nullable(),
})

export const person = {
  /** People of a company, or everybody; those who left come last. */
  list: query({
    input: z.strictObject({ companyId: id.optional(), text: z.string().max(200).optional() }),
    output: z.array(personRow),
  }),
  create: command({
    input: z.strictObject({
      fields: personFields.partial().required({ name: true }),
      employment: employmentFields.partial().required({ companyId: true }).optional(),
    }),
    output: z.strictObject({ id }),
  }),
  revise: command({ input: z.strictObject({ id, changes: personFields.partial() }), output: z.null() }),
  remove: command({ input: z.strictObject({ id }), output: z.null() }),
  addEmployment: command({
    input: z.strictObject({
      personId: id,
      employment: employmentFields.partial().required({ companyId: true }),
    }),
    output: z.strictObject({ id }),
  }),
  reviseEmployment: command({
    input: z.strictObject({ id, changes: employmentFields.omit({ companyId: true }).partial() }),
    output: z.null(),
  }),
  removeEmployment: command({ input: z.strictObject({ id }), output: z.null() }),
}
