import type { Id } from '#shared/domain/id.ts'
import { blobToId } from '../../database/id-blob.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import type { RecordValues } from '../../interchange/record-field.ts'
import type { RegisterValue } from '../../ledger/ledger.ts'
import { stableId } from '../../ledger/stable-id.ts'
import { createCategoryIntake } from './category-intake.ts'
import type { RecordPlan } from './record-plan.ts'
import { noMasters, numberOf, type Placement, type RecordTarget, rejected, textOf } from './record-target.ts'
import { createRegisterDraft } from './register-draft.ts'

/** Takes in products by code, without one by their exact name: what a cell says replaces what stands. */
export function openProductTarget(
  database: ReadDatabase,
  { rates, defaultCurrency }: RecordPlan,
): RecordTarget {
  const draft = createRegisterDraft(database)
  const categoryOf = createCategoryIntake(database, draft)
  const find = (column: 'code' | 'name') =>
    database.sqlite
      .prepare<[string], Buffer>(
        `SELECT id FROM product WHERE ${column} = ? AND is_deleted = 0 ORDER BY key LIMIT 1`,
      )
      .pluck()
  const byCode = find('code')
  const byName = find('name')
  const seen = new Set<Id>()

  const place = (values: RecordValues): Placement => {
    const code = textOf(values, 'productCode')
    const name = textOf(values, 'productName')
    const living = code === null ? byName.get(name ?? '') : byCode.get(code)
    const id = living
      ? blobToId(living)
      : code === null
        ? stableId('product-name', name ?? '')
        : stableId('product-code', code)
    if (seen.has(id)) return rejected('repeated-key', code === null ? 'productName' : 'productCode')
    const price = numberOf(values, 'listPrice')
    const currency = textOf(values, 'currency') ?? defaultCurrency
    if (price !== null && !rates.has(currency)) {
      return rejected('unknown-rate', values.currency === undefined ? 'listPrice' : 'currency')
    }
    if (price !== null && price < 0) return rejected('negative-number', 'listPrice')
    seen.add(id)
    const category = textOf(values, 'category')
    const registers: Record<string, RegisterValue> = {}
    if (!draft.isThere('product', id)) {
      registers.code = code ?? ''
      registers.name = name ?? code ?? ''
    } else if (name !== null && code !== null) registers.name = name
    if (category !== null) registers.category = categoryOf(category)
    if (price !== null) registers.listPrice = { amount: price, currency }
    return { state: draft.set('product', id, registers) }
  }

  return {
    nouns: ['product'],
    place,
    write(writer) {
      draft.write(writer)
      return { facts: null }
    },
    figures: noMasters,
  }
}
