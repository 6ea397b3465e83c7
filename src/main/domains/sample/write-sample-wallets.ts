import type { Id } from '#shared/domain/id.ts'
import { amountFromUnits } from '#shared/domain/money.ts'
import type { ChangeWriter, RegisterValue } from '../../ledger/ledger.ts'
import { stableId } from '../../ledger/stable-id.ts'
import { customerSpendId } from '../spend/spend-repository.ts'
import { whiteSpaceCellId } from '../wallet/cell-repository.ts'
import { type Bilingual, SAMPLE_FIRM } from './sample-firm.ts'
import { SAMPLE_CELLS, SAMPLE_OPPORTUNITIES, type SampleOpportunity } from './sample-opportunities.ts'
import type { SampleLine } from './sample-orders.ts'
import { sampleSpends } from './sample-wallets.ts'

type Language = keyof Bilingual

const YUAN_PER_WAN = 10_000
const { currency } = SAMPLE_FIRM

const accountId = (account: string): Id => stableId('sample-account', account)
const opportunityId = (englishName: string): Id => stableId('sample-opportunity', englishName)

function categoryId(index: number): Id {
  const category = SAMPLE_FIRM.categories[index]
  if (!category) throw new RangeError(`The sample has no category ${index}.`)
  return stableId('sample-category', category.name.en)
}

const moneyOf = (wan: number | null): RegisterValue =>
  wan === null ? null : { amount: amountFromUnits(wan * YUAN_PER_WAN), currency }

/** Spend, opportunities and white space of the fictional firm's accounts. */
export function writeSampleWallets(
  change: ChangeWriter,
  lines: readonly SampleLine[],
  language: Language,
): void {
  writeSpends(change, lines, language)
  for (const opportunity of SAMPLE_OPPORTUNITIES) writeOpportunity(change, opportunity, language)
  for (const cell of SAMPLE_CELLS) {
    const [partyId, category] = [accountId(cell.account), categoryId(cell.category)]
    change.setAll('white_space_cell', whiteSpaceCellId(partyId, category), {
      core: { partyId, categoryId: category },
      state: cell.state,
      potential: moneyOf(cell.potentialWan),
      competitor: cell.competitor?.[language] ?? null,
      nextStep: cell.nextStep[language],
      opportunity: cell.opportunity === undefined ? null : opportunityId(cell.opportunity),
    })
  }
}

function writeSpends(change: ChangeWriter, lines: readonly SampleLine[], language: Language): void {
  for (const spend of sampleSpends(lines)) {
    const [partyId, category] = [accountId(spend.accountNumber), categoryId(spend.category)]
    change.setAll('customer_spend', customerSpendId(partyId, category, spend.year), {
      core: { partyId, categoryId: category, year: spend.year },
      estimate: {
        amount: spend.amount,
        lowAmount: spend.low,
        highAmount: spend.high,
        currency,
        source: spend.source[language],
        sourceOn: spend.sourceOn,
        confidence: spend.confidence,
        rank: null,
        suppliers: null,
      },
      competitors: spend.competitors.map(({ name, sharePercent }) => ({
        name: name[language],
        sharePercent,
      })),
    })
  }
}

function ownerOf(account: string): string | null {
  const prospect = SAMPLE_FIRM.prospects.findIndex(({ name }) => name.en === account)
  if (prospect >= 0) return SAMPLE_FIRM.managers[prospect % SAMPLE_FIRM.managers.length] ?? null
  return SAMPLE_FIRM.accounts.find(({ number }) => number === account)?.accountManager ?? null
}

function writeOpportunity(change: ChangeWriter, opportunity: SampleOpportunity, language: Language): void {
  const { closed } = opportunity
  change.setAll('opportunity', opportunityId(opportunity.name.en), {
    core: { partyId: accountId(opportunity.account), number: null, name: opportunity.name[language] },
    category: categoryId(opportunity.category),
    value: moneyOf(opportunity.valueWan),
    stage: opportunity.stage,
    expectedClose: opportunity.expectedCloseOn,
    competitor: opportunity.competitor?.[language] ?? null,
    scenario: opportunity.scenario,
    owner: ownerOf(opportunity.account),
    opened: opportunity.openedOn,
    ...(closed ? { outcome: { outcome: closed.result, closedOn: closed.on, reasons: closed.reasons } } : {}),
  })
}
