import { addDays } from '#shared/domain/calendar.ts'
import type { CustomValue, FieldKind, FieldOwner } from '#shared/domain/custom-field.ts'
import type { Id } from '#shared/domain/id.ts'
import { amountFromUnits } from '#shared/domain/money.ts'
import type { ChangeWriter } from '../../ledger/ledger.ts'
import { customValueId } from '../field/custom-values.ts'
import type { SampleAccount } from './sample-accounts.ts'
import { type Bilingual, SAMPLE_FIRM } from './sample-firm.ts'
import { type SamplePerson, samplePersonKey } from './sample-people.ts'
import type { SampleKeys } from './write-sample-invoices.ts'

const KNOWN_RANKS = 30

interface SampleField {
  name: Bilingual
  kind: FieldKind
  unit: Bilingual | null
  options: readonly Bilingual[]
  /** By the rank of the account, or by the place of the person among all; null where nobody has asked yet. */
  toValue: (place: number, language: keyof Bilingual) => CustomValue | null
}

const BUYING: readonly Bilingual[] = [
  { zh: '集团集中采购', en: 'Bought by the group' },
  { zh: '各厂自采', en: 'Each plant buys' },
  { zh: '年度招标', en: 'Yearly tender' },
]

const FIELDS: readonly SampleField[] = [
  {
    name: { zh: '产线数', en: 'Production lines' },
    kind: 'number',
    unit: { zh: '条', en: 'lines' },
    options: [],
    toValue: (rank) => (rank % 7 === 3 ? null : 2 + ((KNOWN_RANKS - rank) % 13)),
  },
  {
    name: { zh: '备件年预算', en: 'Yearly budget for spare parts' },
    kind: 'money',
    unit: null,
    options: [],
    toValue: (rank) =>
      rank % 5 === 4
        ? null
        : { amount: amountFromUnits(60_000 + (KNOWN_RANKS - rank) * 12_000), currency: SAMPLE_FIRM.currency },
  },
  {
    name: { zh: '采购方式', en: 'Way of buying' },
    kind: 'choice',
    unit: null,
    options: BUYING,
    toValue: (rank, language) => BUYING[rank % BUYING.length]?.[language] ?? null,
  },
  {
    name: { zh: '框架合同到期', en: 'Frame contract ends' },
    kind: 'date',
    unit: null,
    options: [],
    toValue: (rank) => (rank % 4 === 1 ? null : addDays('2026-12-31', (rank % 6) * 91)),
  },
]

const CHANNELS: readonly Bilingual[] = [
  { zh: '微信', en: 'WeChat' },
  { zh: '电话', en: 'Phone' },
  { zh: '邮件', en: 'E-mail' },
  { zh: '上门', en: 'Visit' },
]

const PERSON_FIELDS: readonly SampleField[] = [
  {
    name: { zh: '首选联系方式', en: 'Preferred channel' },
    kind: 'choice',
    unit: null,
    options: CHANNELS,
    toValue: (place, language) =>
      place % 3 === 2 ? null : (CHANNELS[(place * 7) % CHANNELS.length]?.[language] ?? null),
  },
  {
    name: { zh: '入行年数', en: 'Years in the industry' },
    kind: 'number',
    unit: { zh: '年', en: 'years' },
    options: [],
    toValue: (place) => (place % 4 === 1 ? null : 3 + ((place * 5) % 23)),
  },
]

/** Fields of the firm's own: of accounts for its largest ones, of people for most of them. */
export function writeSampleFields(
  change: ChangeWriter,
  accounts: readonly SampleAccount[],
  people: readonly SamplePerson[],
  { language, idOf }: Pick<SampleKeys, 'language' | 'idOf'>,
): void {
  const write = (
    owner: FieldOwner,
    fields: readonly SampleField[],
    parties: readonly (readonly [number, Id])[],
  ) =>
    fields.forEach(({ name, kind, unit, options, toValue }, position) => {
      const fieldId = idOf('field', name.en)
      change.set('custom_field', fieldId, 'definition', {
        owner,
        name: name[language],
        kind,
        options: options.map((option) => option[language]),
        unit: unit?.[language] ?? null,
        position: position + 1,
      })
      for (const [place, partyId] of parties) {
        const value = toValue(place, language)
        if (value === null) continue
        change.setAll('custom_value', customValueId(partyId, fieldId), { core: { partyId, fieldId }, value })
      }
    })
  const known = accounts.filter(({ rank }) => rank <= KNOWN_RANKS)
  write(
    'account',
    FIELDS,
    known.map(({ number, rank }) => [rank, idOf('account', number)]),
  )
  write(
    'person',
    PERSON_FIELDS,
    people.map((one, place) => [place, idOf('person', samplePersonKey(one))]),
  )
}
