import type { Id } from '#shared/domain/id.ts'
import type { FactorKind, JudgementAnswers, PurchaseScenario } from '#shared/domain/purchase-factor.ts'
import type { ChangeWriter } from '../../ledger/ledger.ts'
import { stableId } from '../../ledger/stable-id.ts'
import { startingFactorId } from '../factor/factor-list.ts'
import { type Bilingual, SAMPLE_FIRM } from './sample-firm.ts'
import type { SamplePerson } from './sample-people.ts'

type Language = keyof Bilingual
/** Value, price, relationship. */
type Three = readonly [number, number, number]

const VALUE = startingFactorId('value')
const PRICE = startingFactorId('price')
const RELATIONSHIP = startingFactorId('relationship')

const points = ([value, price, relationship]: Three): JudgementAnswers => ({
  method: 'points',
  points: [
    { factorId: VALUE, points: value },
    { factorId: PRICE, points: price },
    { factorId: RELATIONSHIP, points: relationship },
  ],
})

/** Value against price, value against relationship, price against relationship. */
const pairs = ([valuePrice, valueRelationship, priceRelationship]: Three): JudgementAnswers => ({
  method: 'pairs',
  pairs: [
    { first: VALUE, second: PRICE, ratio: valuePrice },
    { first: VALUE, second: RELATIONSHIP, ratio: valueRelationship },
    { first: PRICE, second: RELATIONSHIP, ratio: priceRelationship },
  ],
})

/** Asked about all three and about every pair, somebody who ranks them in this order. */
function bestWorst(order: readonly [FactorKind, FactorKind, FactorKind]): JudgementAnswers {
  const [first, second, third] = order.map(startingFactorId)
  const [best, middle, worst] = [first ?? VALUE, second ?? PRICE, third ?? RELATIONSHIP]
  return {
    method: 'best-worst',
    tasks: [
      { shown: [VALUE, PRICE, RELATIONSHIP], best, worst },
      { shown: [best, middle], best, worst: middle },
      { shown: [middle, worst], best: middle, worst },
      { shown: [worst, best], best, worst },
    ],
  }
}

interface Opinion {
  /** English name of a person of the account, a role where nobody is known, or our account manager. */
  judge: string | Bilingual | 'manager'
  influence: number
  on: string
  answers: JudgementAnswers
}

interface JudgedAccount {
  account: string
  scenario: PurchaseScenario
  opinions: readonly Opinion[]
}

const PURCHASING: Bilingual = { zh: '采购经理', en: 'Purchasing manager' }
const ENGINEERING: Bilingual = { zh: '技术负责人', en: 'Head of engineering' }
const PRODUCTION: Bilingual = { zh: '生产厂长', en: 'Plant manager' }

const judged = (
  judge: Opinion['judge'],
  influence: number,
  on: string,
  answers: JudgementAnswers,
): Opinion => ({ judge, influence, on, answers })

const JUDGED_ACCOUNTS: readonly JudgedAccount[] = [
  {
    account: 'C-00012',
    scenario: 'straight-rebuy',
    opinions: [
      judged('Zhao Liqun', 3, '2026-08-12', points([55, 20, 25])),
      judged('Sun Yaqin', 2, '2026-08-12', pairs([5, 3, 1 / 3])),
      judged('Wu Haibo', 2, '2026-08-13', bestWorst(['value', 'relationship', 'price'])),
      judged('Zhou Qian', 1, '2026-08-20', points([60, 15, 25])),
      judged('manager', 1, '2026-08-28', points([50, 20, 30])),
    ],
  },
  {
    account: 'C-00012',
    scenario: 'new-task',
    opinions: [
      judged('Li Weidong', 3, '2026-08-14', points([35, 15, 50])),
      judged('Chen Li', 2, '2026-08-14', pairs([3, 1 / 2, 1 / 5])),
      judged('manager', 1, '2026-08-28', points([40, 20, 40])),
    ],
  },
  {
    account: 'C-00041',
    scenario: 'straight-rebuy',
    opinions: [
      judged(PURCHASING, 3, '2026-07-22', points([25, 65, 10])),
      judged(PRODUCTION, 2, '2026-07-22', bestWorst(['price', 'value', 'relationship'])),
      judged('manager', 1, '2026-07-30', points([30, 60, 10])),
    ],
  },
  {
    account: 'C-00052',
    scenario: 'modified-rebuy',
    opinions: [
      judged('Katrin Vogel', 3, '2026-06-18', points([40, 10, 50])),
      judged('Jonas Reimer', 3, '2026-06-18', pairs([4, 1 / 2, 1 / 6])),
      judged('manager', 1, '2026-07-02', points([35, 15, 50])),
    ],
  },
  {
    // Purchasing, engineering and production each put something else first.
    account: 'C-00033',
    scenario: 'modified-rebuy',
    opinions: [
      judged(PURCHASING, 3, '2026-09-03', points([20, 70, 10])),
      judged(ENGINEERING, 3, '2026-09-03', points([30, 10, 60])),
      judged(PRODUCTION, 2, '2026-09-04', bestWorst(['value', 'relationship', 'price'])),
      judged('manager', 1, '2026-09-10', points([45, 35, 20])),
    ],
  },
  {
    account: 'C-00019',
    scenario: 'straight-rebuy',
    opinions: [
      judged(PURCHASING, 2, '2026-08-05', points([60, 25, 15])),
      judged(ENGINEERING, 2, '2026-08-05', pairs([4, 5, 2])),
    ],
  },
  {
    account: 'C-00028',
    scenario: 'new-task',
    opinions: [
      judged(ENGINEERING, 2, '2026-05-27', points([65, 10, 25])),
      judged(PURCHASING, 2, '2026-05-27', points([55, 15, 30])),
      judged('manager', 1, '2026-06-01', bestWorst(['value', 'relationship', 'price'])),
    ],
  },
  {
    account: 'C-00064',
    scenario: 'straight-rebuy',
    opinions: [
      judged(PURCHASING, 3, '2026-06-24', pairs([1 / 5, 2, 7])),
      judged('manager', 1, '2026-06-30', points([20, 70, 10])),
      judged(PRODUCTION, 1, '2026-06-24', points([35, 55, 10])),
    ],
  },
  {
    account: 'C-00087',
    scenario: 'modified-rebuy',
    opinions: [
      judged('Fiona Marsh', 3, '2026-07-09', points([45, 35, 20])),
      judged('manager', 1, '2026-07-15', points([50, 30, 20])),
    ],
  },
  {
    account: 'C-00071',
    scenario: 'new-task',
    opinions: [
      judged(ENGINEERING, 3, '2026-09-16', pairs([6, 2, 1 / 4])),
      judged(PURCHASING, 2, '2026-09-16', points([60, 10, 30])),
      judged('manager', 1, '2026-09-18', points([55, 10, 35])),
    ],
  },
  {
    account: 'C-00015',
    scenario: 'straight-rebuy',
    opinions: [
      judged(PURCHASING, 2, '2026-04-21', points([30, 55, 15])),
      judged(PRODUCTION, 2, '2026-04-21', points([25, 65, 10])),
      judged('manager', 1, '2026-04-28', points([20, 65, 15])),
    ],
  },
  {
    account: 'C-00091',
    scenario: 'modified-rebuy',
    opinions: [judged('Luca Ferri', 3, '2026-05-12', points([40, 20, 40]))],
  },
  {
    account: 'C-00022',
    scenario: 'new-task',
    opinions: [
      judged(PURCHASING, 2, '2026-08-25', points([35, 25, 40])),
      judged('manager', 1, '2026-08-26', points([45, 25, 30])),
    ],
  },
  {
    account: 'C-00037',
    scenario: 'modified-rebuy',
    opinions: [
      judged('Huang Yongyi', 3, '2026-03-17', bestWorst(['value', 'price', 'relationship'])),
      judged('manager', 1, '2026-03-20', points([60, 25, 15])),
    ],
  },
]

/** What people of the fictional firm's key accounts say decides their purchases. */
export function writeSampleFactors(
  change: ChangeWriter,
  people: readonly SamplePerson[],
  language: Language,
): void {
  for (const { account, scenario, opinions } of JUDGED_ACCOUNTS) {
    const partyId = stableId('sample-account', account)
    for (const { judge, influence, on, answers } of opinions) {
      const { personId, name } = judgeOf(account, judge, people, language)
      const key = typeof judge === 'string' ? judge : judge.en
      change.setAll('purchase_judgement', stableId('sample-judgement', account, scenario, key), {
        core: { partyId, scenario },
        judgement: { personId, name, influence, judgedOn: on, answers, reason: null },
      })
    }
  }
}

function judgeOf(
  account: string,
  judge: Opinion['judge'],
  people: readonly SamplePerson[],
  language: Language,
): { personId: Id | null; name: string } {
  if (typeof judge !== 'string') return { personId: null, name: judge[language] }
  const found = people.find(({ companyNumber, person }) => companyNumber === account && person.en === judge)
  if (found) {
    const personId = stableId('sample-person', `${account} ${found.person.zh}`)
    return { personId, name: found.person[language] }
  }
  const manager = SAMPLE_FIRM.accounts.find(({ number }) => number === account)?.accountManager
  return { personId: null, name: manager ?? '' }
}
