import type { ActivityDriver } from '#shared/domain/cost-activity.ts'
import type { Id } from '#shared/domain/id.ts'
import { amountFromUnits } from '#shared/domain/money.ts'
import type { ComplexityFactor } from '#shared/domain/relationship-complexity.ts'
import type { ChangeWriter } from '../../ledger/ledger.ts'
import { stableId } from '../../ledger/stable-id.ts'
import type { SampleAccount } from './sample-accounts.ts'
import { type Bilingual, SAMPLE_FIRM } from './sample-firm.ts'
import { type SampleRandom, sampleRandom } from './sample-random.ts'

type Language = keyof Bilingual
type IdOf = (kind: string, key: string) => Id

const SEED_STEP = 29
const YEAR = Number(SAMPLE_FIRM.asOf.slice(0, 4))

interface SampleActivity {
  key: string
  name: Bilingual
  unit: Bilingual
  driver: ActivityDriver
  rateYuan: number
  /** How often an account causes it in the year; left out where orders count it. */
  quantity?: (account: SampleAccount, random: SampleRandom) => number
}

const TIMES: Bilingual = { zh: '次', en: 'visit' }
/** Accounts for whom engineers work far beyond what they bring in: a big name is not yet a key account. */
const DEMANDING: Record<string, number> = {
  'C-00041': 2480,
  'C-00064': 1560,
  'C-00022': 1190,
  'C-00031': 640,
  'C-00048': 520,
}
const isDemanding = ({ rank }: SampleAccount) => rank > 27 && rank <= 120 && rank % 7 === 4

const ACTIVITIES: readonly SampleActivity[] = [
  {
    key: 'visit',
    name: { zh: '拜访', en: 'Visit' },
    unit: TIMES,
    driver: 'entered',
    rateYuan: 2600,
    quantity: ({ rank }, random) =>
      Math.round(random.between(0.7, 1.3) * (rank <= 12 ? 42 : rank <= 60 ? 16 : 4)),
  },
  {
    key: 'support',
    name: { zh: '技术支持', en: 'Engineering support' },
    unit: { zh: '人天', en: 'day' },
    driver: 'entered',
    rateYuan: 3200,
    quantity: (account, random) =>
      DEMANDING[account.number] ??
      Math.round(
        random.between(0.6, 1.4) *
          (isDemanding(account)
            ? account.rank <= 60
              ? 260
              : 70
            : account.rank <= 12
              ? 180
              : account.rank <= 60
                ? 34
                : 3),
      ),
  },
  {
    key: 'order',
    name: { zh: '订单处理', en: 'Order handled' },
    unit: { zh: '单', en: 'order' },
    driver: 'orders',
    rateYuan: 480,
  },
  {
    key: 'delivery',
    name: { zh: '送货', en: 'Delivery' },
    unit: { zh: '车次', en: 'run' },
    driver: 'order-days',
    rateYuan: 1900,
  },
  {
    key: 'complaint',
    name: { zh: '投诉处理', en: 'Complaint handled' },
    unit: { zh: '起', en: 'case' },
    driver: 'entered',
    rateYuan: 7500,
    quantity: (account, random) =>
      random.integer(0, account.rank <= 12 ? 9 : 2) + (isDemanding(account) ? random.integer(4, 9) : 0),
  },
  {
    key: 'sample',
    name: { zh: '样件', en: 'Sample' },
    unit: { zh: '件', en: 'piece' },
    driver: 'entered',
    rateYuan: 4200,
    quantity: ({ rank, growthPercent }, random) =>
      random.integer(0, growthPercent > 20 ? 12 : rank <= 60 ? 5 : 1),
  },
  {
    key: 'return',
    name: { zh: '退货行', en: 'Returned line' },
    unit: { zh: '行', en: 'line' },
    driver: 'return-lines',
    rateYuan: 1600,
  },
]

/** Nobody keeps a diary of the smallest: their visits and support days are not known. */
const isUnrecorded = ({ rank }: SampleAccount) => rank > 150 && rank % 4 === 1

/** List prices, what serving each account takes, segments with their next step, and how many-sided the largest are. */
export function writeSampleService(
  change: ChangeWriter,
  idOf: IdOf,
  accounts: readonly SampleAccount[],
  language: Language,
): void {
  const { currency } = SAMPLE_FIRM
  for (const [code, price] of SAMPLE_FIRM.categories.flatMap(({ products }) => products)) {
    change.set('product', idOf('product', code), 'listPrice', { amount: amountFromUnits(price), currency })
  }
  const random = sampleRandom(SAMPLE_FIRM.seed + SEED_STEP)
  for (const [position, { key, name, unit, driver, rateYuan }] of ACTIVITIES.entries()) {
    const id = idOf('cost-activity', key)
    const definition = { name: name[language], unit: unit[language], driver, position }
    change.setAll('cost_activity', id, {
      definition,
      rate: { amount: amountFromUnits(rateYuan), currency },
    })
  }
  for (const account of accounts) {
    const partyId = idOf('account', account.number)
    for (const { key, quantity } of ACTIVITIES) {
      if (!quantity) continue
      const value = quantity(account, random)
      if (isUnrecorded(account) && (key === 'visit' || key === 'support')) continue
      const activityId = idOf('cost-activity', key)
      change.setAll('account_activity', stableId('account-activity', partyId, activityId, String(YEAR)), {
        core: { partyId, activityId, year: YEAR },
        quantity: value,
      })
    }
  }
  writeSegments(change, idOf, language)
  writeComplexity(change, idOf, language)
}

const SEGMENTS: readonly { name: Bilingual; numbers: readonly string[] }[] = [
  {
    name: { zh: '锂电与储能', en: 'Batteries and storage' },
    numbers: ['C-00041', 'C-00121', 'C-00129'],
  },
  {
    name: { zh: '机器人关节', en: 'Robot joints' },
    numbers: ['C-00052', 'C-00033', 'C-00117', 'C-00124'],
  },
]

const NEXT_ACTIONS: readonly { segment: Bilingual; action: Bilingual; owner: string; dueOn: string }[] = [
  {
    segment: { zh: '锂电与储能', en: 'Batteries and storage' },
    action: {
      zh: '与曜能谈技术支持人天包年价，超出部分另计；把凌峰储能的联合开发做成样板',
      en: 'Agree a yearly package of support days with Yaoneng, the rest charged; make Lingfeng the showcase',
    },
    owner: '周敏',
    dueOn: '2026-11-15',
  },
  {
    segment: { zh: '装备制造', en: 'Equipment' },
    action: {
      zh: '永昌机械改为最低订货量和预付款，恒岳复制年框协议',
      en: 'Minimum order and prepayment for Yongchang; repeat the yearly frame agreement with Hengyue',
    },
    owner: '林知远',
    dueOn: '2026-10-31',
  },
]

function writeSegments(change: ChangeWriter, idOf: IdOf, language: Language): void {
  for (const { name, numbers } of SEGMENTS) {
    for (const number of numbers) change.set('party', idOf('account', number), 'segment', name[language])
  }
  for (const { segment, action, owner, dueOn } of NEXT_ACTIONS) {
    change.setAll('segment_worksheet', stableId('segment-worksheet', segment[language]), {
      core: segment[language],
      worksheet: { bestPartyId: null, worstPartyId: null, nextAction: action[language], owner, dueOn },
    })
  }
}

const COMPLEX: readonly {
  number: string
  factor: ComplexityFactor
  count: number
  note: Bilingual
}[] = [
  {
    number: 'C-00012',
    factor: 'enterprises',
    count: 5,
    note: { zh: '集团本部和四家子公司分别下单', en: 'Headquarters and four subsidiaries order on their own' },
  },
  {
    number: 'C-00012',
    factor: 'segments',
    count: 3,
    note: {
      zh: '工程机械、矿用设备、再制造三个事业部',
      en: 'Three divisions: construction, mining, remanufacturing',
    },
  },
  {
    number: 'C-00041',
    factor: 'enterprises',
    count: 3,
    note: { zh: '三个生产基地各有采购', en: 'Three plants, each with its own buyers' },
  },
]

function writeComplexity(change: ChangeWriter, idOf: IdOf, language: Language): void {
  const author = SAMPLE_FIRM.managers[0] ?? ''
  for (const number of new Set(COMPLEX.map((one) => one.number))) {
    const partyId = idOf('account', number)
    const counts = Object.fromEntries(
      COMPLEX.filter((one) => one.number === number).map(({ factor, count, note }) => [
        factor,
        { count, note: note[language], author, on: SAMPLE_FIRM.asOf },
      ]),
    )
    change.setAll('relationship_complexity', stableId('relationship-complexity', partyId), {
      core: { partyId },
      counts,
    })
  }
}
