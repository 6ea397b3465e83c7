import type { RecordField } from '#shared/domain/import-field.ts'
import type { RecordKind } from '#shared/domain/import-kind.ts'
import { HEADER_SYNONYMS } from './header-synonyms.ts'

const list = (text: string): readonly string[] => text.split(',').map((word) => word.trim())
type Synonyms = Readonly<Partial<Record<RecordField, readonly string[]>>>

const AMOUNT =
  list(`金额, 总金额, 合计金额, 价税合计, 含税金额, 金額, 總金額, amount, total, total amount, gross amount,
  sum, value, Betrag, Summe, Gesamtbetrag, montant, 金額合計`)

/** Fields that the kinds share with order files are known by the same headers there. */
const COMMON: Synonyms = {
  customerNumber: HEADER_SYNONYMS.customerNumber,
  customerName: HEADER_SYNONYMS.customerName,
  country: HEADER_SYNONYMS.country,
  productCode: HEADER_SYNONYMS.productCode,
  productName: HEADER_SYNONYMS.productName,
  category: HEADER_SYNONYMS.category,
  currency: HEADER_SYNONYMS.currency,
}

const INVOICE_NUMBER =
  list(`发票号, 发票号码, 发票编号, 应收单号, 单据编号, 单据号, 单号, 發票號, 發票號碼, 發票編號,
  應收單號, 單據編號, 單號, invoice number, invoice no, invoice id, invoice, invoice ref, inv no, document number,
  document no, doc no, billing document, bill no, Rechnungsnummer, Rechnungsnr, Rechnung, Belegnummer, Belegnr,
  numéro de facture, n° facture, facture, 請求書番号`)

/** Usual headers of each kind's fields, best first. */
export const RECORD_SYNONYMS: Readonly<Record<RecordKind, Synonyms>> = {
  invoices: {
    ...COMMON,
    invoiceNumber: INVOICE_NUMBER,
    issuedOn:
      list(`开票日期, 发票日期, 开具日期, 单据日期, 制单日期, 业务日期, 日期, 開票日期, 發票日期, 單據日期,
      invoice date, issued on, issue date, date issued, billing date, document date, doc date, posting date, bill date,
      date, Rechnungsdatum, Belegdatum, Datum, date de facture, date facture, 請求日`),
    dueOn:
      list(`到期日, 到期日期, 应收日期, 应付日期, 付款到期日, 收款到期日, 账期到期日, 最后付款日, 到期, 應收日期,
      付款到期日期, due date, due on, payment due, payment due date, net due date, due, maturity date, date due,
      Fälligkeitsdatum, Fällig am, Fälligkeit, date d'échéance, échéance, 支払期限, 期日`),
    amount: [
      ...list(`发票金额, 开票金额, 应收金额, 發票金額, 開票金額, 應收金額, invoice amount, invoice total, invoiced amount,
        amount due, billed amount, Rechnungsbetrag, montant facture, 請求金額`),
      ...AMOUNT,
    ],
    disputed:
      list(`争议, 是否争议, 有争议, 争议标志, 爭議, 是否爭議, 有爭議, disputed, is disputed, dispute, in dispute,
      dispute flag, strittig`),
  },
  payments: {
    ...COMMON,
    invoiceNumber: [
      ...list(`核销发票号, 对应发票号, 核銷發票號, 對應發票號, invoice paid, applied to, paid invoice`),
      ...INVOICE_NUMBER,
    ],
    paidOn:
      list(`付款日期, 收款日期, 回款日期, 到账日期, 到帐日期, 支付日期, 核销日期, 入账日期, 日期, 收款日, 付款日,
      收款日期, 付款日, 回款日, 到帳日期, 入帳日期, paid on, payment date, date paid, paid date, pay date, received on,
      receipt date, clearing date, cleared on, value date, date, Zahlungsdatum, Zahldatum, Zahlungseingang,
      Bezahlt am, Valuta, date de paiement, 入金日, 支払日`),
    amount: [
      ...list(`付款金额, 收款金额, 回款金额, 到账金额, 支付金额, 核销金额, 付款金額, 收款金額, 回款金額, 到帳金額,
        payment amount, amount paid, paid amount, paid, amount received, received amount, receipt amount,
        Zahlbetrag, Zahlungsbetrag, montant payé, 入金額`),
      ...AMOUNT,
    ],
  },
  products: {
    ...COMMON,
    listPrice:
      list(`目录价, 标准价, 标价, 牌价, 列表价, 指导价, 零售价, 标准售价, 目錄價, 標準價, 標價, 牌價, 定價, 建議售價,
      list price, standard price, catalogue price, catalog price, msrp, rrp, price list price, base price, unit price,
      price, Listenpreis, Katalogpreis, Preis, prix catalogue, prix public, 定価, 标准单价, 单价, 價格, 价格`),
  },
  parties: {
    ...COMMON,
    legalName:
      list(`法定名称, 注册名称, 营业执照名称, 法人名称, 工商名称, 法定名稱, 註冊名稱, 登記名稱, legal name,
      registered name, official name, legal entity, rechtlicher Name, raison sociale légale`),
    role: list(`角色, 客户类型, 客户性质, 往来类型, 伙伴角色, 客戶類型, 往來類型, 夥伴角色, role, roles, type, relation,
      relationship type, account type, customer type, partner role, category of party, Rolle, Kundentyp`),
    city: list(`城市, 所在城市, 所在市, 市, 地区, city, town, locality, Ort, Stadt, ville, 都市, 市区町村`),
    address:
      list(`地址, 详细地址, 办公地址, 注册地址, 通讯地址, 详细住址, 詳細地址, 辦公地址, 通訊地址, address, street,
      street address, address line 1, billing address, Adresse, Anschrift, Straße, adresse, 住所`),
    industry:
      list(`行业, 所属行业, 行业类别, 产业, 行業, 所屬行業, 產業, 產業別, industry, sector, branch, vertical,
      industry name, Branche, secteur, 業種, 業界`),
    segment:
      list(`细分, 客户细分, 细分市场, 客户分群, 客群, 細分, 客戶細分, 市場區隔, 客群分類, segment, customer segment,
      market segment, segmentation, Segment, Kundensegment, セグメント`),
    accountManager:
      list(`客户经理, 大客户经理, 业务员, 销售员, 负责人, 销售负责人, 跟进人, 所属销售, 客戶經理, 業務員, 業務,
      負責人, 銷售員, account manager, key account manager, owner, account owner, sales rep, sales representative,
      salesperson, responsible, rep, Kundenbetreuer, Betreuer, Verkäufer, commercial, 担当者, 営業担当`),
    phone:
      list(`电话, 联系电话, 公司电话, 座机, 固定电话, 手机, 電話, 聯絡電話, 公司電話, phone, phone number, telephone,
      tel, tel no, business phone, main phone, Telefon, Telefonnummer, téléphone, 電話番号`),
    website:
      list(`网址, 网站, 官网, 公司网址, 主页, 網址, 網站, 官網, website, web site, web, url, homepage, web page,
      Webseite, Internet, site web, site internet, ホームページ`),
    taxId:
      list(`税号, 纳税人识别号, 统一社会信用代码, 社会信用代码, 信用代码, 稅號, 統一編號, 統編, 納稅人識別號, tax id,
      tax number, tax no, vat id, vat number, vat no, vat, tin, tax identification number, uscc, Steuernummer,
      USt IdNr, Umsatzsteuer ID, numéro de TVA, SIRET, SIREN, 法人番号`),
    customerSince:
      list(`合作起始, 首次合作, 合作时间, 客户起始日期, 建档日期, 成为客户日期, 合作起始日, 客戶起始日期, 建檔日期,
      customer since, since, client since, first contact, account created, onboarded on, Kunde seit, client depuis`),
    headcount:
      list(`员工人数, 员工数, 人数, 公司规模, 規模, 員工人數, 員工數, 人數, headcount, employees, number of employees,
      employee count, no of employees, staff, Mitarbeiter, Mitarbeiterzahl, effectif, 従業員数`),
  },
  opportunities: {
    ...COMMON,
    number:
      list(`商机编号, 商机号, 机会编号, 项目编号, 编号, 商機編號, 機會編號, 專案編號, 編號, opportunity number,
      opportunity no, opportunity id, opp id, opp no, deal id, deal no, deal number, number, no, id,
      Chancennummer, Opportunity Nr, 案件番号`),
    name: list(`商机名称, 商机, 机会名称, 项目名称, 项目, 主题, 商機名稱, 機會名稱, 專案名稱, 案名, 主題, opportunity name,
      opportunity, deal name, deal, title, subject, topic, project, project name, name, Chance, Bezeichnung, 案件名`),
    value: [
      ...list(`预计金额, 商机金额, 预期金额, 预计成交金额, 项目金额, 预计收入, 預計金額, 商機金額, 預期金額, 專案金額,
        opportunity value, opportunity amount, deal value, deal size, deal amount, expected revenue, expected value,
        estimated value, est revenue, potential, Auftragswert, erwarteter Umsatz, 見込金額`),
      ...AMOUNT,
    ],
    stage:
      list(`阶段, 商机阶段, 销售阶段, 项目阶段, 进展, 階段, 商機階段, 銷售階段, stage, sales stage, opportunity stage,
      deal stage, phase, pipeline stage, Phase, Verkaufsphase, étape, フェーズ`),
    probabilityPercent:
      list(`概率, 成交概率, 赢率, 赢单率, 成功率, 可能性, 機率, 成交機率, 贏率, 成功機率, probability,
      probability percent, win probability, win rate, likelihood, chance, confidence, Wahrscheinlichkeit, probabilité,
      確度`),
    expectedCloseOn:
      list(`预计成交日期, 预计签约日期, 预计关闭日期, 预计成交时间, 预计结单日期, 預計成交日期, 預計簽約日期,
      預計結案日, expected close, expected close date, close date, estimated close date, est close date, closing date,
      expected closing, target close date, Abschlussdatum, erwarteter Abschluss, 完了予定日`),
    outcome:
      list(`结果, 商机结果, 输赢, 赢输, 赢单状态, 结案结果, 結果, 輸贏, 結案結果, outcome, result, won lost, won/lost,
      win loss, status, closed status, Ergebnis, Ausgang, 受注失注`),
    closedOn:
      list(`关闭日期, 结案日期, 结单日期, 成交日期, 实际成交日期, 關閉日期, 結案日期, 成交日期, closed on, date closed,
      closed date, actual close date, actual close, won on, lost on, abgeschlossen am, 完了日`),
    reason:
      list(`原因, 输赢原因, 赢单原因, 丢单原因, 输单原因, 失败原因, 輸贏原因, 丟單原因, reason, close reason, lost reason,
      loss reason, won reason, win loss reason, reason lost, reason code, Grund, Verlustgrund, 失注理由`),
    competitor:
      list(`竞争对手, 主要竞争对手, 对手, 竞品, 競爭對手, 對手, 競品, competitor, main competitor, competition,
      lost to, rival, Wettbewerber, Mitbewerber, concurrent, 競合`),
    owner:
      list(`负责人, 销售负责人, 商机负责人, 所有人, 跟进人, 业务员, 負責人, 業務員, 擁有者, owner, opportunity owner,
      deal owner, sales rep, salesperson, account manager, responsible, Verantwortlich, Besitzer, 担当者`),
  },
  'customer-spend': {
    ...COMMON,
    year: list(`年度, 年份, 年, 财年, 會計年度, 财政年度, year, fiscal year, period, fy, calendar year, Jahr,
      Geschäftsjahr, année, exercice, 年間`),
    amount: [
      ...list(`采购额, 采购金额, 采购总额, 年采购额, 客户支出, 钱包, 總採購額, 採購額, 採購金額, 年採購額, spend,
        total spend, customer spend, spend amount, wallet, purchase volume, purchases, annual spend,
        Einkaufsvolumen, Beschaffungsvolumen, dépenses, 購買額`),
      ...AMOUNT,
    ],
    source: list(
      `来源, 数据来源, 信息来源, 資料來源, 來源, source, data source, source of data, Quelle, origine, 出所`,
    ),
    sourceOn:
      list(`来源日期, 数据日期, 调研日期, 获取日期, 資料日期, 來源日期, source date, sourced on, source on, as of,
      date of source, data date, Quelldatum, Stand`),
    confidence:
      list(`可信度, 置信度, 可靠性, 可靠程度, 把握, 信度, 可信程度, confidence, reliability, certainty, trust,
      data quality, Vertrauen, Verlässlichkeit, fiabilité`),
    competitor:
      list(`竞争对手, 供应商, 主要供应商, 竞品, 竞争供应商, 競爭對手, 供應商, 主要供應商, competitor, supplier,
      main competitor, other supplier, vendor, Wettbewerber, Lieferant, concurrent, fournisseur`),
    competitorSharePercent:
      list(`竞争对手份额, 对手份额, 供应商份额, 份额, 占比, 竞品份额, 競爭對手份額, 對手份額, 占比,
      供應商份額, competitor share, competitor share percent, supplier share, share, share percent, share of wallet,
      market share, Anteil, Lieferanteil, part`),
  },
}

/** Fields whose headers alone tell a kind from the others. */
export const TELLING_FIELDS: Readonly<Record<RecordKind, readonly RecordField[]>> = {
  invoices: ['invoiceNumber', 'dueOn', 'issuedOn'],
  payments: ['invoiceNumber', 'paidOn'],
  products: ['productCode', 'listPrice'],
  parties: ['industry', 'taxId', 'accountManager', 'phone', 'website', 'city', 'segment', 'role'],
  opportunities: ['stage', 'probabilityPercent', 'expectedCloseOn', 'outcome', 'reason'],
  'customer-spend': ['year', 'confidence', 'competitorSharePercent', 'competitor'],
}
