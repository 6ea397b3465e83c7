import type { CLOSE_REASONS, OPPORTUNITY_OUTCOMES, OPPORTUNITY_STAGES } from '#shared/domain/opportunity.ts'
import type { PARTY_ROLES } from '#shared/domain/party.ts'
import type { SPEND_CONFIDENCES } from '#shared/domain/wallet.ts'
import { narrowText } from './narrow-text.ts'

type Words<Value extends string> = Readonly<Record<Value, string>>

const FLAG: Words<'true' | 'false'> = {
  true: 'true, yes, y, 1, x, 是, 有, 真, 争议, 有争议, 爭議, 有爭議, disputed, in dispute, oui, ja, ✓, √',
  false: 'false, no, n, 0, 否, 无, 無, 假, 无争议, 無爭議, undisputed, not disputed, non, nein, 没有, 沒有',
}

const ROLE: Words<(typeof PARTY_ROLES)[number]> = {
  customer: 'client, 客户, 客戶, 正式客户, Kunde',
  prospect: 'lead, 潜在客户, 潛在客戶, 潜客, 意向客户, 准客户, 潛客, 準客戶, Interessent',
  supplier: 'vendor, 供应商, 供應商, Lieferant',
  competitor: '竞争对手, 競爭對手, 竞争者, Wettbewerber',
  buyer: '采购方, 採購方, 买方, 買方, 购买方',
  payer: '付款方, 付款人',
  'goods-recipient': 'goods recipient, ship to, 收货方, 收貨方, 收货人',
  'channel-dealer': 'dealer, distributor, reseller, channel, 经销商, 經銷商, 分销商, 渠道商, 代理商, Händler',
  partner: '合作伙伴, 合作夥伴, 伙伴, Partner',
  employee: '员工, 員工, 雇员',
  creditor: '债权人, 債權人',
}

const STAGE: Words<(typeof OPPORTUNITY_STAGES)[number] | 'won' | 'lost'> = {
  identified: 'new, open, lead, prospecting, 线索, 線索, 识别, 識別, 初步接触, 初步接觸, 已识别, 发现',
  qualified:
    'qualification, qualify, needs analysis, 已确认, 已確認, 需求确认, 需求確認, 资格确认, 合格, 立项',
  proposal: 'proposal/price quote, quote, quotation, offer, 方案, 报价, 報價, 方案报价, 提案, 投标',
  negotiation: 'negotiation/review, negotiating, contract, 谈判, 談判, 商务谈判, 商務談判, 合同, 签约中',
  // Sales programs write how it ended as a last stage.
  won: 'closed won, 赢单, 贏單, 成交, 已成交, 中标, 中標',
  lost: 'closed lost, 丢单, 丟單, 输单, 輸單, 失败, 失敗',
}

const OUTCOME: Words<(typeof OPPORTUNITY_OUTCOMES)[number]> = {
  won: 'closed won, win, 赢, 贏, 赢单, 贏單, 成交, 中标, 中標, 已成交, gewonnen',
  lost: 'closed lost, lose, loss, 输, 輸, 丢单, 丟單, 输单, 輸單, 失败, 失敗, 未中标, 流失, verloren',
}

const REASON: Words<(typeof CLOSE_REASONS)[number]> = {
  value: '价值, 價值, 性价比',
  price: 'prices, 价格, 價格, 报价, 報價',
  relationship: 'relation, relations, 关系, 關係, 客情',
  quality: '质量, 品质, 品質, 質量',
  delivery: 'lead time, delivery time, 交期, 交货, 交貨, 供货, 供貨',
  service: '服务, 服務, 售后',
  technology: 'technical, product, features, function, 技术, 技術, 功能, 产品, 產品',
  terms: 'payment terms, conditions, 条款, 條款, 账期, 帳期, 付款条件, 付款條件',
  'no-decision':
    'no decision, cancelled, canceled, postponed, no budget, 未决, 未決, 取消, 搁置, 擱置, 项目取消, 无决定',
  other: 'others, 其他, 其它',
}

const CONFIDENCE: Words<(typeof SPEND_CONFIDENCES)[number]> = {
  high: 'h, 高, certain, sure, hoch',
  medium: 'm, mid, 中, 中等, mittel',
  low: 'l, 低, uncertain, guess, niedrig',
}

const LISTS = {
  flag: FLAG,
  role: ROLE,
  stage: STAGE,
  outcome: OUTCOME,
  reason: REASON,
  confidence: CONFIDENCE,
} as const satisfies Record<string, Words<string>>
export type ChoiceList = keyof typeof LISTS

const keyOf = (text: string): string =>
  narrowText(text)
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')

const VALUES: ReadonlyMap<ChoiceList, ReadonlyMap<string, string>> = new Map(
  Object.entries(LISTS).map(([list, words]) => [
    list as ChoiceList,
    new Map(
      Object.entries(words).flatMap(([value, text]) =>
        [value, ...text.split(',')].map((word): [string, string] => [keyOf(word), value]),
      ),
    ),
  ]),
)

/** The value of a closed list that a word in Chinese, English or German stands for; null where none does. */
export function readChoice(list: ChoiceList, text: string): string | null {
  return VALUES.get(list)?.get(keyOf(text)) ?? null
}

export const isChoiceList = (reading: string): reading is ChoiceList => Object.hasOwn(LISTS, reading)
