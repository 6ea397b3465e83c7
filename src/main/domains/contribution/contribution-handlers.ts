import { randomUUID } from 'node:crypto'
import { MainstayError } from '#shared/contract/call-result.ts'
import type { CostActivity } from '#shared/contract/contribution.ts'
import type { Id } from '#shared/domain/id.ts'
import type { EngineHandlers } from '../../application/ports.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import type { ChangeWriter } from '../../ledger/ledger.ts'
import { stableId } from '../../ledger/stable-id.ts'
import { findPartyName, requireParty } from '../party/party-repository.ts'
import { readSettings } from '../settings/settings-repository.ts'
import { findActivity, listActivities, type PlacedActivity } from './activity-repository.ts'
import { accountContributionView, contributionPortfolio, listContributions } from './contribution-views.ts'

function requireActivity(database: ReadDatabase, id: Id): PlacedActivity {
  const activity = findActivity(database, id)
  if (!activity) throw new MainstayError('not-found', 'There is no such activity.', { id, kind: 'activity' })
  return activity
}

type ActivityFields = Omit<CostActivity, 'id'>

function writeActivity(
  writer: ChangeWriter,
  id: Id,
  { name, unit, driver, rate, position }: ActivityFields & { position: number },
  currency: string,
): void {
  writer.set('cost_activity', id, 'definition', { name, unit, driver, position })
  writer.set('cost_activity', id, 'rate', rate === null ? null : { amount: rate, currency })
}

export const contributionHandlers = {
  'contribution.listActivities': ({ database }) =>
    listActivities(database).map(({ position: _position, ...activity }) => activity),

  'contribution.portfolio': ({ database }, input) => contributionPortfolio(database, input),
  'contribution.list': ({ database }, input) => listContributions(database, input),
  'contribution.account': ({ database }, input) => accountContributionView(database, input),

  'contribution.define': (context, { activities }) => {
    const { baseCurrency } = readSettings(context.database)
    const last = Math.max(-1, ...listActivities(context.database).map(({ position }) => position))
    const ids = activities.map(() => randomUUID())
    context.ledger.change(
      {
        key: 'contribution.define',
        values: { count: activities.length, name: activities[0]?.name ?? '' },
      },
      ['contribution'],
      (writer) => {
        for (const [index, activity] of activities.entries()) {
          const position = last + 1 + index
          const id = ids[index]
          if (id) writeActivity(writer, id, { ...activity, position }, baseCurrency)
        }
      },
    )
    return { ids }
  },

  'contribution.revise': (context, { id, changes }) => {
    const before = requireActivity(context.database, id)
    const { baseCurrency } = readSettings(context.database)
    const { name = before.name, unit = before.unit, driver = before.driver, rate = before.rate } = changes
    context.ledger.change(
      { key: 'contribution.revise', values: { name: before.name } },
      ['contribution'],
      (writer) =>
        writeActivity(writer, id, { name, unit, driver, rate, position: before.position }, baseCurrency),
    )
    return null
  },

  'contribution.remove': (context, { id }) => {
    const { name } = requireActivity(context.database, id)
    context.ledger.change({ key: 'contribution.remove', values: { name } }, ['contribution'], (writer) =>
      writer.remove('cost_activity', id),
    )
    return null
  },

  'contribution.setQuantity': (context, { accountId, activityId, year, quantity }) => {
    requireParty(context.database, accountId, 'company')
    const activity = requireActivity(context.database, activityId)
    const id = stableId('account-activity', accountId, activityId, String(year))
    context.ledger.change(
      {
        key: 'contribution.setQuantity',
        values: { name: findPartyName(context.database, accountId) ?? '', activity: activity.name, year },
      },
      ['contribution'],
      (writer) => {
        writer.set('account_activity', id, 'core', { partyId: accountId, activityId, year })
        writer.set('account_activity', id, 'quantity', quantity)
      },
    )
    return null
  },
} satisfies EngineHandlers<'contribution'>
