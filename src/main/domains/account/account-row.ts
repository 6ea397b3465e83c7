import type { Selectable } from 'kysely'
import type { AccountRow, CompanyFields } from '#shared/contract/account.ts'
import { operatingState } from '#shared/domain/party.ts'
import { rfmSegment } from '#shared/domain/rfm.ts'
import { abcClass, pyramidLevel, valueClass } from '#shared/domain/value-class.ts'
import { blobToId } from '../../database/id-blob.ts'
import type { AccountStandingTable, PartyTable } from '../../database/schema.ts'
import { roundToDecimals } from '../../scoring/readable-number.ts'

export type ListedParty = Pick<
  Selectable<PartyTable>,
  'id' | 'number' | 'name' | 'country' | 'city' | 'industry' | 'account_manager'
>
export type ListedStanding = Omit<AccountStandingTable, 'account_key' | 'decided_by'>

const nullableClass = valueClass.nullable()
const nullableAbc = abcClass.nullable()
const nullableLevel = pyramidLevel.nullable()
const nullableSegment = rfmSegment.nullable()

export function rowToAccountRow(row: ListedParty & ListedStanding): AccountRow {
  const { rfm_recency: recency, rfm_frequency: frequency, rfm_monetary: monetary } = row
  return {
    ...partyColumns(row),
    valueClass: nullableClass.parse(row.value_class),
    computedValueClass: nullableClass.parse(row.computed_value_class),
    isOverridden: row.is_overridden === 1,
    previousValueClass: nullableClass.parse(row.previous_value_class),
    isProvisional: row.is_provisional === 1,
    isNew: row.is_new === 1,
    scorePercent: row.score,
    coveragePercent: roundToDecimals(row.coverage * 100, 6),
    abc: nullableAbc.parse(row.abc),
    pyramid: nullableLevel.parse(row.pyramid),
    rfm:
      recency === null || frequency === null || monetary === null ? null : { recency, frequency, monetary },
    rfmSegment: nullableSegment.parse(row.rfm_segment),
    recencyDays: row.recency_days,
    orderCount: row.order_count,
    grossSales: row.gross,
    returns: row.returns,
    netSales: row.net,
    priorNetSales: row.prior_net,
    growthPercent: row.growth,
    marginPercent: row.margin,
    monthlySales: JSON.parse(row.monthly),
    fieldValues: {},
  }
}

/** A company that is no account: a supplier without orders, for instance. */
export function partyWithoutStanding(row: ListedParty): AccountRow {
  return {
    ...partyColumns(row),
    valueClass: null,
    computedValueClass: null,
    isOverridden: false,
    previousValueClass: null,
    isProvisional: false,
    isNew: false,
    scorePercent: null,
    coveragePercent: 0,
    abc: null,
    pyramid: null,
    rfm: null,
    rfmSegment: null,
    recencyDays: null,
    orderCount: 0,
    grossSales: 0,
    returns: 0,
    netSales: 0,
    priorNetSales: 0,
    growthPercent: null,
    marginPercent: null,
    monthlySales: [],
    fieldValues: {},
  }
}

function partyColumns(row: ListedParty) {
  return {
    id: blobToId(row.id),
    number: row.number ?? '',
    name: row.name,
    country: row.country,
    city: row.city,
    industry: row.industry,
    accountManager: row.account_manager,
  }
}

export function rowToCompanyFields(row: Selectable<PartyTable>): CompanyFields {
  const { revenue_amount: amount, revenue_currency: currency, revenue_year: year } = row
  return {
    number: row.number ?? '',
    name: row.name,
    legalName: row.legal_name,
    taxId: row.tax_id,
    country: row.country,
    city: row.city,
    address: row.address,
    phone: row.phone,
    website: row.website,
    industry: row.industry,
    accountManager: row.account_manager,
    customerSince: row.customer_since_on,
    headcount: row.headcount,
    revenue: amount === null || currency === null || year === null ? null : { amount, currency, year },
    strategy: row.strategy,
    productLines: row.product_lines,
    growthBottleneck: row.growth_bottleneck,
    creditStanding: row.credit_standing,
    operatingState: operatingState.nullable().parse(row.operating_state),
    notes: row.notes,
  }
}
