import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { AccountDetail, AccountExplanation } from '#shared/contract/account.ts'
import { addDays, addMonths } from '#shared/domain/calendar.ts'
import { isFieldCriterion } from '#shared/domain/scoring-model.ts'
import { useCall } from '../../../api/use-call.ts'
import { Drawer, DrawerBlock } from '../../../components/Drawer.tsx'
import { useFormat } from '../../../components/format.tsx'
import { SimpleTable } from '../../../components/SimpleTable.tsx'
import { useCriteria } from '../../../components/use-criteria.ts'
import { RecentInvoices } from '../credit/RecentInvoices.tsx'
import { useWriteInput } from '../use-write-input.ts'
import { AnchorChart } from './AnchorChart.tsx'
import { countedWeights } from './explained.ts'
import styles from './Reasons.module.css'

type Item = AccountExplanation['items'][number]

const SHOWN_LINES = 6
const DEFAULT_WINDOW = 12

function Composition({ item, detail }: { item: Item; detail: AccountDetail }) {
  const { t } = useTranslation('account')
  const format = useFormat()
  const writeInput = useWriteInput()
  const { row, judgements } = detail
  const rows: [string, string][] = []
  if (item.criterion === 'sales') {
    rows.push(
      [t('criterion.gross'), format.money(row.grossSales)],
      [t('criterion.returns'), format.money(-row.returns)],
      [t('criterion.net'), format.money(row.netSales)],
    )
  } else if (item.criterion === 'growth') {
    rows.push(
      [t('criterion.net'), format.money(row.netSales)],
      [t('criterion.priorNet'), format.money(row.priorNetSales)],
      [t('criterion.difference'), format.signedMoney(row.netSales - row.priorNetSales)],
    )
  } else if (item.criterion === 'influence' && judgements.influence) {
    rows.push(
      [t('judgement.level'), t('level', { level: judgements.influence.level })],
      [t('judgement.author'), judgements.influence.author],
      [
        t('judgement.expiresOn'),
        judgements.influence.expiresOn === null
          ? t('judgement.noExpiry')
          : format.day(judgements.influence.expiresOn),
      ],
    )
  } else rows.push([t('points.input'), writeInput(item.criterion, item.input)])
  if (item.previousInput !== null) {
    rows.push([t('criterion.lastQuarter'), writeInput(item.criterion, item.previousInput)])
  }
  return (
    <DrawerBlock title={t('criterion.how', { input: writeInput(item.criterion, item.input) })}>
      <dl className={styles.kv}>
        {rows.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {item.criterion === 'influence' && judgements.influence && <p>{judgements.influence.evidence}</p>}
    </DrawerBlock>
  )
}

function Lines({ detail, from, to }: { detail: AccountDetail; from: string; to: string }) {
  const { t } = useTranslation('account')
  const format = useFormat()
  const { data } = useCall('account.listLines', {
    id: detail.row.id,
    from,
    to,
    offset: 0,
    limit: SHOWN_LINES,
  })
  if (!data) return null
  return (
    <DrawerBlock
      title={t('criterion.lines', { count: data.total, figure: format.number(data.total) })}
      note={
        <Link to="/accounts/$accountId" params={{ accountId: detail.row.id }} search={{ tab: 'trade' }}>
          {t('criterion.allLines')}
        </Link>
      }
    >
      <div className={styles.lines}>
        <SimpleTable
          label={t('trade.lines')}
          isTight
          columns={[
            { key: 'day', label: t('trade.column.orderedOn') },
            { key: 'order', label: t('trade.column.orderNumber') },
            { key: 'amount', label: t('trade.column.amount'), align: 'end' },
          ]}
          rows={data.rows.map((line, index) => ({
            key: `${line.orderNumber}-${index}`,
            cells: [
              <span key="day" className="ms-dimmed">
                {line.orderedOn.slice(5)}
              </span>,
              line.orderNumber,
              <span key="amount" title={format.moneyFull(line.baseAmount)}>
                {format.money(line.baseAmount)}
              </span>,
            ],
          }))}
        />
      </div>
    </DrawerBlock>
  )
}

/** One criterion down to its order lines or its judgement. */
export function CriterionDrawer({
  item,
  explanation,
  detail,
  windowMonths = DEFAULT_WINDOW,
  onClose,
}: {
  item: Item
  explanation: AccountExplanation
  detail: AccountDetail
  windowMonths?: number
  onClose: () => void
}) {
  const { t } = useTranslation('account')
  const { nameOf } = useCriteria()
  const format = useFormat()
  const name = nameOf(item.criterion)
  const weight = countedWeights(explanation.items).get(item.criterion) ?? item.weight
  const from = addDays(addMonths(explanation.asOf, -windowMonths), 1)
  const { source } = item
  return (
    <Drawer
      label={name}
      onClose={onClose}
      head={
        <>
          <h2>{name}</h2>
          <div className="ms-dimmed">
            {item.points === null
              ? t('criterion.unknown')
              : t('criterion.formula', {
                  weight: format.number(weight, 1),
                  utility: format.number(item.utility, 1),
                  points: format.decimal(item.points, 2),
                })}
          </div>
        </>
      }
    >
      {item.input === null ? (
        <DrawerBlock title={t('criterion.missing')}>
          <p className="ms-dimmed">
            {t(
              isFieldCriterion(item.criterion)
                ? 'criterion.needs.field'
                : `criterion.needs.${item.criterion}`,
            )}
          </p>
        </DrawerBlock>
      ) : (
        <Composition item={item} detail={detail} />
      )}
      <AnchorChart item={item} />
      {source.kind === 'orders' && <Lines detail={detail} from={from} to={explanation.asOf} />}
      {source.kind === 'invoices' && <RecentInvoices accountId={detail.row.id} />}
      {source.kind === 'judgement' && (
        <DrawerBlock>
          <Link
            to="/accounts/$accountId"
            params={{ accountId: detail.row.id }}
            search={{ tab: 'data', detail: 'influence' }}
          >
            {t('criterion.editJudgement')}
          </Link>
        </DrawerBlock>
      )}
      {source.label && source.at ? (
        <DrawerBlock>
          {source.kind === 'invoices' && (
            <div>
              {t('criterion.invoices', {
                count: source.lineCount,
                figure: format.number(source.lineCount),
              })}
            </div>
          )}
          <span className="ms-dimmed">
            {t('criterion.source', { label: source.label, day: format.day(format.dayOf(source.at)) })}
          </span>
        </DrawerBlock>
      ) : (
        source.kind === 'model' && (
          <DrawerBlock>
            <span className="ms-dimmed">{t('criterion.sourceModel')}</span>
          </DrawerBlock>
        )
      )}
    </Drawer>
  )
}
