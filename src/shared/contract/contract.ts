import type { z } from 'zod'
import { account } from './account.ts'
import type { CallResult } from './call-result.ts'
import { contribution } from './contribution.ts'
import { credit } from './credit.ts'
import type { Operation } from './define.ts'
import { exports } from './export.ts'
import { factor } from './factor.ts'
import { field } from './field.ts'
import { history } from './history.ts'
import { imports } from './import.ts'
import { invoice } from './invoice.ts'
import { lifetime } from './lifetime.ts'
import { model } from './model.ts'
import { opportunity } from './opportunity.ts'
import { override } from './override.ts'
import { person } from './person.ts'
import { portfolio } from './portfolio.ts'
import { product } from './product.ts'
import { publication } from './publication.ts'
import { quality } from './quality.ts'
import { rfm } from './rfm.ts'
import { search } from './search.ts'
import { segment } from './segment.ts'
import { currency, settings } from './settings.ts'
import { view } from './view.ts'
import { wallet } from './wallet.ts'
import { job, preferences, workspace } from './workspace.ts'

const nouns = {
  workspace,
  preferences,
  job,
  settings,
  currency,
  account,
  person,
  product,
  portfolio,
  model,
  import: imports,
  export: exports,
  history,
  search,
  view,
  wallet,
  opportunity,
  factor,
  override,
  lifetime,
  rfm,
  publication,
  invoice,
  credit,
  contribution,
  quality,
  segment,
  field,
} as const

type Nouns = typeof nouns

type OperationNameOf<Tree extends Record<string, Record<string, Operation>>> = {
  [Noun in keyof Tree & string]: `${Noun}.${keyof Tree[Noun] & string}`
}[keyof Tree & string]

/** Every operation there is: `noun.verb`. */
export type OperationName = OperationNameOf<Nouns>

type OperationAt<Name extends OperationName> = Name extends `${infer Noun}.${infer Verb}`
  ? Noun extends keyof Nouns
    ? Verb extends keyof Nouns[Noun]
      ? Nouns[Noun][Verb] extends Operation
        ? Nouns[Noun][Verb]
        : never
      : never
    : never
  : never

export type Contract = { [Name in OperationName]: OperationAt<Name> }

export type InputOf<Name extends OperationName> = z.input<Contract[Name]['input']>
export type ParsedInputOf<Name extends OperationName> = z.output<Contract[Name]['input']>
export type OutputOf<Name extends OperationName> = z.output<Contract[Name]['output']>

type NamesWhere<Kind extends Operation['kind'], Place extends Operation['place']> = {
  [Name in OperationName]: Contract[Name] extends Operation<Kind, Place> ? Name : never
}[OperationName]

export type EngineQueryName = NamesWhere<'query', 'engine'>
export type EngineCommandName = NamesWhere<'command', 'engine'>
export type HostOperationName = NamesWhere<Operation['kind'], 'host'>

/** The one way to ask: never rejects. */
export type Call = <Name extends OperationName>(
  name: Name,
  input: InputOf<Name>,
) => Promise<CallResult<OutputOf<Name>>>

/** Name → operation, for the dispatcher, the command line and tests. */
export const operationByName: ReadonlyMap<string, Operation> = new Map(
  Object.entries(nouns).flatMap(([noun, verbs]) =>
    Object.entries(verbs).map(([verb, operation]): [string, Operation] => [`${noun}.${verb}`, operation]),
  ),
)
