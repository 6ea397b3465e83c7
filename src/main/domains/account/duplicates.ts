import type { OutputOf, ParsedInputOf } from '#shared/contract/contract.ts'
import { blobToId, idToBlob } from '../../database/id-blob.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { coreName } from '../../ledger/core-name.ts'
import { pinyinOf } from '../../ledger/pinyin.ts'

type Duplicates = OutputOf<'account.findDuplicates'>
type Reason = Duplicates[number]['reasons'][number]

const MOST = 8
const LEAST_LIKENESS = 0.6

const LIKENESS: Record<Reason, number> = {
  'same-tax-id': 1,
  'same-name': 0.98,
  'same-phone': 0.9,
  'same-pinyin': 0.85,
  'similar-name': 0,
}

/** Pairs of neighbouring characters, the usual measure for short names without word breaks. */
function bigrams(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (let start = 0; start + 1 < text.length; start += 1) {
    const pair = text.slice(start, start + 2)
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  return counts
}

/** Sørensen–Dice coefficient over character bigrams, 0 to 1. */
export function nameLikeness(a: string, b: string): number {
  if (a === b) return 1
  if (a.length < 2 || b.length < 2) return 0
  const left = bigrams(a)
  const right = bigrams(b)
  let shared = 0
  for (const [pair, count] of left) shared += Math.min(count, right.get(pair) ?? 0)
  return (2 * shared) / (a.length - 1 + b.length - 1)
}

const digitsOf = (phone: string) => phone.replace(/\D/g, '')

/**
 * Companies that are likely the one being typed: same tax id, phone, name without its legal suffix, pinyin,
 * or a similar name. Best first, at most eight. The names of a whole workspace are compared; 100,000 take
 * a tenth of a second.
 */
export function findDuplicates(
  database: ReadDatabase,
  { name, taxId, phone, exceptId }: ParsedInputOf<'account.findDuplicates'>,
): Duplicates {
  const core = coreName(name)
  const pinyin = pinyinOf(name).full
  const wantedPhone = phone ? digitsOf(phone) : ''
  if (core.length < 2 && !taxId && !wantedPhone) return []
  let companies = tables
    .selectFrom('party')
    .select(['id', 'number', 'name', 'name_core', 'name_pinyin', 'city', 'tax_id', 'phone'])
    .where('kind', '=', 'company')
    .where('is_deleted', '=', 0)
    .where('merged_into', 'is', null)
  if (exceptId) companies = companies.where('id', '<>', idToBlob(exceptId))

  return database
    .all(companies)
    .flatMap((row) => {
      const reasons: Reason[] = []
      const likeness = core.length < 2 ? 0 : nameLikeness(core, row.name_core)
      if (taxId && row.tax_id && row.tax_id.toUpperCase() === taxId.toUpperCase()) reasons.push('same-tax-id')
      if (wantedPhone.length >= 6 && row.phone && digitsOf(row.phone) === wantedPhone) {
        reasons.push('same-phone')
      }
      if (likeness === 1) reasons.push('same-name')
      else if (pinyin && pinyin === row.name_pinyin) reasons.push('same-pinyin')
      else if (likeness >= LEAST_LIKENESS) reasons.push('similar-name')
      if (reasons.length === 0) return []
      return [
        {
          id: blobToId(row.id),
          number: row.number ?? '',
          name: row.name,
          city: row.city,
          reasons,
          likeness: Math.max(likeness, ...reasons.map((reason) => LIKENESS[reason])),
        },
      ]
    })
    .sort((a, b) => b.likeness - a.likeness || a.name.localeCompare(b.name))
    .slice(0, MOST)
}
