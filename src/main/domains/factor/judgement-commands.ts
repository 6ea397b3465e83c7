import { randomUUID } from 'node:crypto'
import { MainstayError } from '#shared/contract/call-result.ts'
import type { JudgementFields } from '#shared/contract/factor.ts'
import type { Id } from '#shared/domain/id.ts'
import type { PurchaseScenario } from '#shared/domain/purchase-factor.ts'
import type { CommandHandlers } from '../../application/ports.ts'
import { idToBlob } from '../../database/id-blob.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import type { ChangeWriter, RegisterValue } from '../../ledger/ledger.ts'
import { judgeWeights } from '../../scoring/purchase-factors.ts'
import { findPartyName, requireParty } from '../party/party-repository.ts'
import { readFactorList } from './factor-list.ts'
import { findJudgement } from './judgement-repository.ts'

/** Errors: not-found for somebody who holds no post at the account. */
function judgeOf(database: ReadDatabase, accountId: Id, judge: JudgementFields['judge']) {
  if (judge.kind === 'name') return { personId: null, name: judge.name }
  requireParty(database, judge.personId, 'person')
  const post = database.get(
    tables
      .selectFrom('employment')
      .select('id')
      .where('person_id', '=', idToBlob(judge.personId))
      .where('company_id', '=', idToBlob(accountId))
      .where('is_deleted', '=', 0),
  )
  if (!post) {
    throw new MainstayError('not-found', 'This person holds no post at the account.', { id: judge.personId })
  }
  return { personId: judge.personId, name: findPartyName(database, judge.personId) ?? '' }
}

function refuseAnswers(message: string): never {
  throw new MainstayError('invalid-input', message, { fields: [{ path: 'answers', message }] })
}

/** Errors: invalid-input for answers that give no weights, model-inconsistent beyond the accepted ratio. */
function requireSoundAnswers(database: ReadDatabase, { answers, reason }: JudgementFields): void {
  const factorIds = readFactorList(database).factors.map(({ id }) => id)
  if (answers.method === 'points') {
    const known = answers.points.filter(({ factorId }) => factorIds.includes(factorId))
    const total = known.reduce((sum, { points }) => sum + points, 0)
    if (
      known.length !== answers.points.length ||
      new Set(known.map(({ factorId }) => factorId)).size < known.length
    )
      refuseAnswers('Every factor may be given points once.')
    if (Math.abs(total - 100) > 0.01) refuseAnswers('The points have to add up to 100.')
  }
  const judged = judgeWeights(answers, factorIds)
  if (judged.kind === 'undefined') refuseAnswers(`The answers give no weights: ${judged.reason}.`)
  if (!judged.isConsistent && reason === null) {
    const ratio = Number((judged.consistencyRatio ?? 0).toFixed(3))
    throw new MainstayError('model-inconsistent', 'The comparisons contradict each other.', { ratio })
  }
}

function writeJudgement(
  writer: ChangeWriter,
  id: Id,
  place: { accountId: Id; scenario: PurchaseScenario },
  judge: { personId: Id | null; name: string },
  { influence, judgedOn, answers, reason }: JudgementFields,
): void {
  const judgement: RegisterValue = { ...judge, influence, judgedOn, answers, reason }
  writer.setAll('purchase_judgement', id, {
    core: { partyId: place.accountId, scenario: place.scenario },
    judgement,
  })
}

function requireJudgement(database: ReadDatabase, id: Id) {
  const found = findJudgement(database, id)
  if (!found) throw new MainstayError('not-found', 'This judgement is no longer there.', { id })
  return found
}

export const judgementCommandHandlers = {
  'factor.judge': ({ database, ledger }, { accountId, scenario, ...fields }) => {
    requireParty(database, accountId, 'company')
    const judge = judgeOf(database, accountId, fields.judge)
    requireSoundAnswers(database, fields)
    const id = randomUUID()
    const values = { judge: judge.name, name: findPartyName(database, accountId) ?? '' }
    ledger.change({ key: 'factor.judge', values }, ['factor'], (writer) =>
      writeJudgement(writer, id, { accountId, scenario }, judge, fields),
    )
    return { id }
  },

  'factor.reviseJudgement': ({ database, ledger }, { id, ...fields }) => {
    const before = requireJudgement(database, id)
    const judge =
      fields.judge.kind === 'person' && fields.judge.personId === before.personId
        ? { personId: before.personId, name: before.name }
        : judgeOf(database, before.accountId, fields.judge)
    requireSoundAnswers(database, fields)
    const values = { judge: judge.name, name: findPartyName(database, before.accountId) ?? '' }
    ledger.change({ key: 'factor.reviseJudgement', values }, ['factor'], (writer) =>
      writeJudgement(writer, id, before, judge, fields),
    )
    return null
  },

  'factor.removeJudgement': ({ database, ledger }, { id }) => {
    const { name: judge, accountId } = requireJudgement(database, id)
    const values = { judge, name: findPartyName(database, accountId) ?? '' }
    ledger.change({ key: 'factor.removeJudgement', values }, ['factor'], (writer) =>
      writer.remove('purchase_judgement', id),
    )
    return null
  },
} satisfies Pick<
  CommandHandlers<'factor'>,
  'factor.judge' | 'factor.reviseJudgement' | 'factor.removeJudgement'
>
