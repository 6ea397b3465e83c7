import { MainstayError } from '#shared/contract/call-result.ts'
import type { ParsedInputOf } from '#shared/contract/contract.ts'
import type { CreditDecision, CreditTemplate } from '#shared/domain/credit.ts'
import type { Id } from '#shared/domain/id.ts'
import type { Quarter } from '#shared/domain/quarter.ts'
import type { CommandContext, CommandHandlers } from '../../application/ports.ts'
import type { ChangeWriter } from '../../ledger/ledger.ts'
import { stableId } from '../../ledger/stable-id.ts'
import { templateProblems } from '../../scoring/credit-template.ts'
import { findPartyName, requireCompanyKey } from '../party/party-repository.ts'
import { readTemplate, type SheetEntries, sheetId } from './credit-repository.ts'
import { openSheet } from './credit-sheet.ts'

function writeSheet(
  writer: ChangeWriter,
  accountId: Id,
  quarter: Quarter,
  registers: { entries: SheetEntries; decision?: CreditDecision },
): void {
  writer.setAll('credit_rating', sheetId(accountId, quarter), {
    core: { partyId: accountId, quarter },
    entries: { values: { ...registers.entries.values }, insolvency: registers.entries.insolvency },
    ...(registers.decision ? { decision: registers.decision } : {}),
  })
}

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
  const { entries, sheet, template } = openSheet(context.database, accountId, quarter)
  const { result, previous, asOf } = sheet
  const { grade, points, pointsGrade, termsDays } = result
  if (grade === null || points === null || pointsGrade === null || termsDays === null) {
    throw new MainstayError('credit-incomplete', 'Too little is known for a grade.', {
      categories: result.missing,
    })
  }
  const before = sheet.decision ?? previous?.decision
  if (before && before.grade !== grade && reason === '') {
    throw new MainstayError('invalid-input', 'A changed grade needs a reason.', {
      fields: [{ path: 'reason', message: 'A changed grade needs a reason' }],
    })
  }
  const decision: CreditDecision = {
    grade,
    points,
    pointsGrade,
    gates: result.gates,
    coverage: result.coverage,
    indicators: sheet.rows.map(({ key, value, weight, points }) => ({ key, value, weight, points })),
    categories: result.categories,
    asOf,
    templateVersion: template.version,
    previous: previous && {
      quarter: previous.quarter,
      grade: previous.decision.grade,
      points: previous.decision.points,
    },
    limit: result.limit,
    termsDays,
    reason,
    author: context.author,
    ratedAt: new Date(context.now()).toISOString(),
  }
  const name = findPartyName(context.database, accountId) ?? ''
  context.ledger.change(
    { key: 'credit.rate', values: { name, quarter, grade } },
    ['credit', 'account', 'portfolio'],
    (writer) => writeSheet(writer, accountId, quarter, { entries, decision }),
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
