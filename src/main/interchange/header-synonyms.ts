import type { OrderLineField } from '#shared/domain/order-line.ts'

const list = (text: string): readonly string[] => text.split(',').map((word) => word.trim())

/**
 * Usual headers of order files for each field, best first: when two columns could be the same field, the earlier wins.
 * Case, width, spaces and punctuation are ignored when comparing, so one spelling of each is enough.
 */
export const HEADER_SYNONYMS: Readonly<Record<OrderLineField, readonly string[]>> = {
  customerNumber: list(`
    客户编号, 客户编码, 客户号, 客户代码, 客户代号, 客户ID, 客户编码号, 客编, 客商编码, 客商编号,
    购货单位编码, 购货单位代码, 购货方编码, 往来单位编码, 会员编号, 会员号, 买方编码, 售达方编码, 售达方,
    客戶編號, 客戶編碼, 客戶號, 客戶號碼, 客戶代號, 客戶代碼, 客戶ID, 會員編號, 買方編號, customer number,
    customer no, customer id, customer code, customer key, customer ref, cust number, cust no, cust id,
    cust code, client id, client no, client number, client code, account number, account no, account id,
    account code, buyer id, buyer code, debtor no, debtor number, sold to party, sold to, sold to no,
    bill to, bill to customer no, sell to customer no, card code, Kundennummer, Kunden Nr, Kdnr, Kundennr,
    Debitor, Debitorennummer, Debitorennr, numéro client, n° client, code client, client n°, 得意先コード,
    顧客番号, 顧客コード, 取引先コード`),
  customerName: list(`
    客户名称, 客户全称, 法定名称, 客户名, 客户简称, 客户, 购货单位, 购货单位名称, 购货方, 购货方名称,
    购买方名称, 购买方, 购方名称, 买方名称, 买方, 往来单位, 往来单位名称, 客商名称, 客商, 公司名称,
    单位名称, 企业名称, 会员名称, 售达方名称, 公司, 采购方, 客戶名稱, 客戶全名, 客戶全稱, 客戶簡稱, 客戶,
    公司名稱, 買受人, 買方名稱, 買方, 客戶公司, customer name, customer, company name, company, client name,
    client, account name, account, cust name, buyer name, buyer, sold to name, sold to party name,
    bill to name, sell to customer name, organization, organisation, organization name, reseller name,
    store name, dealer, dealer name, card name, Kundenname, Kunde, Firma, Firmenname, Name 1, Debitorname,
    raison sociale, nom client, nom du client, société, 得意先名, 得意先, 顧客名, 取引先名, 取引先, 会社名`),
  country: list(`
    国家, 国家/地区, 国别, 客户国家, 国家名称, 國家, 國家/地區, 國別, 客戶國家, country, country/region,
    country name, country code, customer country, ship country, bill country, ship to country,
    bill to country, nation, Land, Länderkennzeichen, pays, 国, 国名`),
  orderNumber: list(`
    订单号, 订单编号, 订单号码, 销售订单号, 销售订单, 销售单号, 订单ID, 单据号, 单据编号, 单据号码, 单号,
    订单, 合同号, 合同编号, 发票号, 发票号码, 发票编号, 出库单号, 发货单号, 交货单号, 凭证号, 销售凭证,
    交易号, 流水号, 订货单号, 采购单号, 訂單號, 訂單編號, 訂單號碼, 訂單, 銷售單號, 銷貨單號, 單據號,
    單據編號, 單據號碼, 單號, 合約編號, 合約號, 發票號, 發票號碼, 出貨單號, 訂購單號, order number,
    order no, order id, order ref, order reference, order code, order, sales order, sales order number, sales order no,
    sales order id, so number, so no, so, sales document, invoice number, invoice no, invoice id, invoice,
    document number, document no, doc no, doc num, receipt no, receipt number, transaction id,
    transaction no, transaction number, purchase order, purchase order number, po number, po no,
    contract no, contract number, bill no, delivery note, billing document, voucher no, Auftragsnummer,
    Auftragsnr, Auftrag, Bestellnummer, Bestellnr, Rechnungsnummer, Rechnungsnr, Belegnummer, Belegnr,
    Beleg, n° commande, numéro de commande, commande, n° facture, numéro de facture, facture, 受注番号,
    注文番号, 伝票番号, 請求書番号, 受注No`),
  orderedOn: list(`
    订单日期, 下单日期, 订购日期, 订货日期, 签约日期, 签单日期, 合同日期, 销售日期, 成交日期, 单据日期,
    业务日期, 下单时间, 订单时间, 交易日期, 交易时间, 成交时间, 发票日期, 开票日期, 出库日期, 发货日期,
    制单日期, 创建日期, 日期, 时间, 訂單日期, 下單日期, 訂購日期, 簽約日期, 銷售日期, 銷貨日期, 單據日期,
    發票日期, 開票日期, 出貨日期, order date, ordered on, ordered at, date ordered, order time, order day,
    sales date, sale date, purchase date, transaction date, invoice date, document date, doc date,
    posting date, billing date, booking date, contract date, order created, created on, created at,
    creation date, date, day, Auftragsdatum, Bestelldatum, Rechnungsdatum, Belegdatum, Buchungsdatum, Datum,
    date de commande, date commande, date de facture, date facture, 受注日, 注文日, 売上日, 請求日, 日付`),
  productCode: list(`
    产品编码, 产品编号, 产品代码, 产品号, 产品ID, 物料编码, 物料编号, 物料代码, 物料号, 存货编码, 存货代码,
    商品编码, 商品编号, 商品代码, 商品ID, 货品编码, 货品编号, 货号, 料号, 品号, 物料, 型号, 產品編號,
    產品編碼, 產品代號, 產品代碼, 物料編號, 物料編碼, 商品編號, 商品代號, 料號, 品號, 貨號, 型號,
    product code, product number, product no, product id, product key, product sku, sku, item code,
    item number, item no, item id, stock code, stock no, material number, material no, material code,
    material, article number, article no, article code, part number, part no, part, model, model no,
    Artikelnummer, Artikelnr, Art Nr, Materialnummer, Produktnummer, référence, référence produit,
    code article, code produit, réf, 商品コード, 品番, 製品コード, 品目コード, 商品番号`),
  productName: list(`
    产品名称, 品名, 商品名称, 物料名称, 存货名称, 货物名称, 货品名称, 产品, 商品, 物料描述, 产品描述,
    品名规格, 项目名称, 货物或应税劳务名称, 產品名稱, 商品名稱, 物料名稱, 貨品名稱, 產品, 品名規格,
    產品描述, 品項, product name, product, item name, item description, product description,
    material description, article description, article name, item, description, goods, goods description, dscription,
    stock item, article, Artikelbezeichnung, Bezeichnung, Produktname, Produkt, Artikel, Beschreibung,
    désignation, libellé, nom du produit, produit, 商品名, 製品名, 品目名, 品目`),
  category: list(`
    产品类别, 产品大类, 物料大类, 产品分类, 商品分类, 商品类别, 存货分类, 存货类别, 物料类别, 物料分类,
    物料组, 产品线, 产品系列, 产品组, 品类, 大类, 类别, 分类, 產品類別, 產品大類, 產品分類, 物料大類,
    商品分類, 商品類別, 產品線, 產品系列, 品類, 大類, 類別, 分類, product category, category name, category,
    item category, product group, item group, product line, product family, product type, material group,
    product class, item class, item type, family, group, Produktkategorie, Kategorie, Warengruppe,
    Produktgruppe, Artikelgruppe, catégorie, famille de produits, famille, gamme, 商品カテゴリ, カテゴリ,
    カテゴリー`),
  quantity: list(`
    数量, 订单数量, 订购数量, 订货数量, 购买数量, 销售数量, 实发数量, 发货数量, 出库数量, 开票数量, 出货数量, 销量,
    件数, 台数, 數量, 訂單數量, 訂購數量, 銷售數量, 銷貨數量, 出貨數量, 銷量, 件數, quantity, qty,
    order quantity, order qty, ordered quantity, ordered qty, quantity ordered, qty ordered, sales quantity,
    sales qty, quantity sold, qty sold, invoiced quantity, invoiced qty, shipped qty, units sold, units,
    pieces, pcs, volume, Menge, Auftragsmenge, Bestellmenge, Anzahl, Stückzahl, Stück, quantité, qté,
    nombre, 個数, 受注数量, 注文数量`),
  unitPrice: list(`
    单价, 销售单价, 成交单价, 不含税单价, 无税单价, 未税单价, 含税单价, 价格, 售价, 成交价, 单位价格, 單價, 銷售單價,
    未稅單價, 含稅單價, 價格, 售價, 成交價, unit price, price per unit, price each, sales price,
    selling price, sale price, unit selling price, net unit price, net price, item price, price,
    Einzelpreis, Stückpreis, Verkaufspreis, VK Preis, Nettopreis, Preis, prix unitaire, prix unitaire HT,
    PU HT, PU, prix, 単価, 販売単価, 価格`),
  amount: list(`
    不含税金额, 无税金额, 未税金额, 不含税额, 销售金额, 订单金额, 金额, 销售额, 净额, 成交金额, 合同金额, 开票金额,
    含税金额, 含税额, 价税合计, 实付金额, 总金额, 合计金额, 总额, 营业额, 销售收入, 收入, 小计, 合计, 总价,
    未稅金額, 銷售金額, 訂單金額, 金額, 銷售額, 銷貨金額, 淨額, 成交金額, 含稅金額, 總金額, 合計金額, 總額,
    總計, 營業額, 小計, 合計, 總價, net amount, line amount, line total, line net, line value, sales amount,
    order amount, amount, net sales, net value, net revenue, extended price, extended amount, sales value,
    sales, revenue, sales revenue, turnover, invoice amount, total sales, total amount, total price,
    order total, order value, total value, dollar value, subtotal, value, gross amount, total, Nettobetrag,
    Betrag, Nettoumsatz, Umsatz, Positionswert, Nettowert, Gesamtpreis, Gesamtbetrag, Summe, montant HT,
    montant, total HT, chiffre d'affaires, CA HT, CA, 売上金額, 税抜金額, 売上高, 受注金額`),
  cost: list(`
    成本, 成本金额, 销售成本, 成本额, 总成本, 成本合计, 成本金額, 銷售成本, 銷貨成本, 總成本, cost,
    line cost, cost amount, total cost, cogs, cost of goods sold, cost of sales, sales cost, Kosten,
    Selbstkosten, Wareneinsatz, Herstellkosten, coût, coût total, coût de revient, 原価, 売上原価`),
  discountPercent: list(`
    折扣, 折扣率, 折扣比例, 优惠率, 让利率, 折讓率, 優惠率, 折扣百分比, discount percent,
    discount percentage, discount pct, discount rate, discount, disc percent, disc pct, disc, line discount,
    unit price discount, Rabatt, Rabatt in Prozent, Rabattsatz, Nachlass, remise, taux de remise, 値引率,
    割引率`),
  currency: list(`
    币种, 币别, 货币, 货币代码, 交易币种, 结算币种, 订单币种, 原币, 原币币种, 幣別, 幣種, 貨幣, 貨幣代碼,
    交易幣別, 原幣, currency, currency code, curr, ccy, cur, cury, order currency, document currency,
    doc currency, doc cur, transaction currency, currency iso code, Währung, Währungscode, Whg, devise, monnaie,
    通貨, 通貨コード`),
  channel: list(`
    渠道, 销售渠道, 渠道名称, 渠道类型, 订单渠道, 订单来源, 分销渠道, 销售方式, 通路, 銷售通路, 通路別,
    通路名稱, 銷售管道, 訂單來源, 銷售渠道, channel, sales channel, channel name, order channel,
    distribution channel, order source, route to market, Vertriebsweg, Vertriebskanal, Absatzkanal, Kanal,
    canal de vente, canal, 販売チャネル, チャネル, 販路`),
}

/** Headers that contain the word for a field and mean something else. */
export const MISLEADING_HEADER =
  /税额|稅額|税率|稅率|折扣额|折扣額|折扣金|运费|運費|地址|电话|電話|经理|經理|联系|聯繫|聯絡|业务员|業務員|单位成本|單位成本|成本价|成本價|成本中心|备注|備註|说明|address|phone|email|manager|contact|freight|shipping|tax|unitcost|discountamount|required|shipped|due|balance|quota|lastyear|ytd|notes?$/
