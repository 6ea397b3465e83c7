import type { QualityRow } from '#shared/contract/quality.ts'
import type { Day } from '#shared/domain/calendar.ts'
import { QUALITY_PARTS } from '#shared/domain/sales-quality.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { type MeasuredQuality, measureSalesQuality } from '../order/sales-quality.ts'
import { type CompanyName, readCompanyNames } from '../party/company-names.ts'
import { whileUnchanged } from '../standing/while-unchanged.ts'

export interface QualityAccount extends QualityRow {
  accountKey: number
}

const remember = whileUnchanged<QualityAccount[]>(8)

/** Quality of every living account with lines in the window, the largest net sales first. */
export function readQualityRows(database: ReadDatabase, asOf: Day): QualityAccount[] {
  return remember(database, asOf, () => {
    const measured = measureSalesQuality(database, asOf)
    return readCompanyNames(database, measured.keys())
      .flatMap((company) => {
        const quality = measured.get(company.accountKey)
        return quality ? [qualityRow(company, quality)] : []
      })
      .sort((a, b) => b.netSales - a.netSales || a.accountKey - b.accountKey)
  })
}

function qualityRow(company: CompanyName, quality: MeasuredQuality): QualityAccount {
  return {
    ...company,
    grossSales: quality.gross,
    netSales: quality.gross - quality.returns,
    scorePercent: quality.score,
    coveragePercent: quality.coverage,
    parts: quality.parts,
    listPercent: quality.listPercent,
    signCount: quality.signs.length,
  }
}

export function withoutKey({ accountKey: _key, ...row }: QualityAccount): QualityRow {
  return row
}

/** Parts of all accounts together: each figure weighted by the gross sales it rests on. */
export function portfolioParts(rows: readonly QualityRow[]): QualityRow['parts'] {
  const gross = rows.reduce((sum, row) => sum + Math.max(0, row.grossSales), 0)
  const together = (part: (typeof QUALITY_PARTS)[number]) => {
    let weight = 0
    let value = 0
    let points = 0
    for (const row of rows) {
      const figure = row.parts[part]
      const covered = (Math.max(0, row.grossSales) * figure.coveredPercent) / 100
      if (figure.value === null || figure.points === null) continue
      weight += covered
      value += figure.value * covered
      points += figure.points * covered
    }
    return {
      value: weight > 0 ? value / weight : null,
      points: weight > 0 ? points / weight : null,
      coveredPercent: gross > 0 ? Math.min(100, (weight / gross) * 100) : 0,
    }
  }
  const [discount, returns, price, regularity] = QUALITY_PARTS
  return {
    discount: together(discount),
    returns: together(returns),
    price: together(price),
    regularity: together(regularity),
  }
}
