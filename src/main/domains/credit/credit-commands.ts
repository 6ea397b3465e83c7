import { MainstayError } from '#shared/contract/call-result.ts'
import type { ParsedInputOf } from '#shared/contract/contract.ts'
import type { CreditDecision, CreditTemplate } from '#shared/domain/credit.ts'
import type { CommandContext, CommandHandlers } from '../../application/ports.ts'
import { stableId } from '../../ledger/stable-id.ts'
import { templateProblems } from '../../scoring/credit-template.ts'
import { findPartyName, requireCompanyKey } from '../party/party-repository.ts'
import { readTemplate, type SheetEntries } from './credit-repository.ts'
import { openSheet } from './credit-sheet.ts'
import { finishSheet, writeSheet } from './finish-sheet.ts'

function enterFigures(context: CommandContext, input: ParsedInputOf<'credit.enter'>): null {
  const { accountId, quarter, entries: changes, insolvency } = input
  const { entries } = openSheet(context.database, accountId, quarter)
  const values = { ...entries.values }
  for (const { key, value, source, on } of changes) {
    if (value === null) delete values[key]
    else values[key] = { value, source, on, author: context.author, carriedFrom: null }
  }
  const next: SheetEntries = {
    values,
    insolvency:
      insolvency === undefined ? entries.insolvency : insolvency && { ...insolvency, carriedFrom: null },
  }
  const name = findPartyName(context.database, accountId) ?? ''
  context.ledger.change({ key: 'credit.enter', values: { name, quarter } }, ['credit'], (writer) =>
    writeSheet(writer, accountId, quarter, { entries: next }),
  )
  return null
}

function rate(context: CommandContext, input: ParsedInputOf<'credit.rate'>): CreditDecision {
  const { accountId, quarter, reason } = input
  const opened = openSheet(context.database, accountId, quarter)
  const decision = finishSheet(opened, {
    reason,
    author: context.author,
    ratedAt: new Date(context.now()).toISOString(),
  })
  const name = findPartyName(context.database, accountId) ?? ''
  context.ledger.change(
    { key: 'credit.rate', values: { name, quarter, grade: decision.grade } },
    ['credit', 'account', 'portfolio'],
    (writer) => writeSheet(writer, accountId, quarter, { entries: opened.entries, decision }),
  )
  return decision
}

function setLitigation(context: CommandContext, input: ParsedInputOf<'credit.setLitigation'>): null {
  const { accountId, litigation } = input
  requireCompanyKey(context.database, accountId)
  const name = findPartyName(context.database, accountId) ?? ''
  context.ledger.change(
    { key: 'credit.setLitigation', values: { name } },
    ['credit', 'account', 'portfolio'],
    (writer) => writer.set('party', accountId, 'litigation', litigation),
  )
  return null
}

function reviseTemplate(
  context: CommandContext,
  input: ParsedInputOf<'credit.reviseTemplate'>,
): CreditTemplate {
  const template: CreditTemplate = { ...input, version: readTemplate(context.database).version + 1 }
  const [first] = templateProblems(template)
  if (first) {
    throw new MainstayError('credit-template', `The template cannot be used: ${first.kind}.`, { ...first })
  }
  context.ledger.change(
    { key: 'credit.reviseTemplate', values: { version: template.version } },
    ['credit'],
    (writer) =>
      writer.set('credit_template', stableId('credit-template', String(template.version)), 'template', {
        version: template.version,
        definition: template,
      }),
  )
  return template
}

export const creditCommandHandlers = {
  'credit.enter': enterFigures,
  'credit.rate': rate,
  'credit.setLitigation': setLitigation,
  'credit.reviseTemplate': reviseTemplate,
} satisfies CommandHandlers<'credit'>
