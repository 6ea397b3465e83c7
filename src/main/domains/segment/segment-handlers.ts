import { complexityFactor } from '#shared/domain/relationship-complexity.ts'
import type { EngineHandlers } from '../../application/ports.ts'
import { stableId } from '../../ledger/stable-id.ts'
import { findPartyName, requireParty } from '../party/party-repository.ts'
import { accountComplexity, type Corrections, findCorrections, listComplexity } from './complexity.ts'
import { candidateOf, readSegmentAccounts } from './segment-accounts.ts'
import { NO_ENTRY, readWorksheetEntries, segmentWorksheet, worksheetId } from './segment-worksheet.ts'

const MOST_LISTED = 1000
const DAY_LENGTH = 10

export const segmentHandlers = {
  'segment.worksheet': ({ database }) => segmentWorksheet(database),

  'segment.listAccounts': ({ database }, { segment }) =>
    readSegmentAccounts(database)
      .accounts.filter((account) => account.segment === segment)
      .slice(0, MOST_LISTED)
      .map((account) => ({
        ...candidateOf(account),
        industry: account.industry,
        isAssigned: account.isAssigned,
      })),

  'segment.revise': (context, { segment, changes }) => {
    const { database } = context
    for (const id of [changes.bestId, changes.worstId]) if (id) requireParty(database, id, 'company')
    const id = worksheetId(segment)
    const before = readWorksheetEntries(database).get(id) ?? NO_ENTRY
    const {
      bestId = before.bestId,
      worstId = before.worstId,
      nextAction = before.nextAction,
      owner = before.owner,
      dueOn = before.dueOn,
    } = changes
    context.ledger.change(
      segment === null
        ? { key: 'segment.reviseNone', values: {} }
        : { key: 'segment.revise', values: { segment } },
      ['segment'],
      (writer) => {
        writer.set('segment_worksheet', id, 'core', segment)
        writer.set('segment_worksheet', id, 'worksheet', {
          bestPartyId: bestId,
          worstPartyId: worstId,
          nextAction: nextAction || null,
          owner: owner || null,
          dueOn,
        })
      },
    )
    return null
  },

  'segment.assign': (context, { ids, segment }) => {
    for (const id of ids) requireParty(context.database, id, 'company')
    const first = ids[0]
    const values = {
      count: ids.length,
      name: (first && findPartyName(context.database, first)) ?? '',
      segment: segment ?? '',
    }
    const { result } = context.ledger.change(
      { key: segment === null ? 'segment.assignNone' : 'segment.assign', values },
      ['segment', 'account'],
      (writer) => ids.filter((id) => writer.set('party', id, 'segment', segment)).length,
    )
    return { changed: result }
  },

  'segment.listComplexity': ({ database }, input) => listComplexity(database, input),
  'segment.complexity': ({ database }, { id }) => accountComplexity(database, id),

  'segment.correctComplexity': (context, { id, corrections }) => {
    requireParty(context.database, id, 'company')
    const on = new Date(context.now()).toISOString().slice(0, DAY_LENGTH)
    const next: Corrections = { ...findCorrections(context.database, id) }
    for (const factor of complexityFactor.options) {
      const correction = corrections[factor]
      if (correction === null) delete next[factor]
      else if (correction) next[factor] = { ...correction, author: context.author, on }
    }
    const rowId = stableId('relationship-complexity', id)
    context.ledger.change(
      {
        key: 'segment.correctComplexity',
        values: { name: findPartyName(context.database, id) ?? '' },
      },
      ['segment'],
      (writer) => {
        writer.set('relationship_complexity', rowId, 'core', { partyId: id })
        writer.set('relationship_complexity', rowId, 'counts', next)
      },
    )
    return null
  },
} satisfies EngineHandlers<'segment'>
