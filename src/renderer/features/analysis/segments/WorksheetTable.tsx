import { useTranslation } from 'react-i18next'
import type { SegmentRow } from '#shared/contract/segment.ts'
import { CommitField } from '../../../components/CommitField.tsx'
import { useFormat } from '../../../components/format.tsx'
import { Missing } from '../../../components/Missing.tsx'
import { parseDay } from '../../../components/parse-day.ts'
import { ScrollRegion } from '../../../components/ScrollRegion.tsx'
import { SimpleTable } from '../../../components/SimpleTable.tsx'
import { showToast } from '../../../components/toast.ts'
import { ChosenAccount } from './ChosenAccount.tsx'
import own from './Segments.module.css'
import type { SegmentEdits } from './use-segment-edits.ts'

function DueField({ row, name, edits }: { row: SegmentRow; name: string; edits: SegmentEdits }) {
  const { t } = useTranslation('segments')
  const commit = (text: string) => {
    const day = text === '' ? null : parseDay(text)
    if (text !== '' && day === null) showToast({ message: t('dayWrong'), isFailure: true })
    else edits.revise(row.segment, { dueOn: day })
  }
  return (
    <CommitField
      className={own.due}
      aria-label={t('dueOf', { segment: name })}
      value={row.dueOn ?? ''}
      placeholder="—"
      onCommit={commit}
    />
  )
}

/** Segment × best × worst × next action: the actions are written where they stand. */
export function WorksheetTable({
  rows,
  activeSegment,
  edits,
  isReadOnly,
  onOpen,
}: {
  rows: readonly SegmentRow[]
  /** Undefined while no drawer is open. */
  activeSegment: string | null | undefined
  edits: SegmentEdits
  isReadOnly: boolean
  onOpen: (segment: string | null) => void
}) {
  const { t } = useTranslation('segments')
  const format = useFormat()
  // The drawer marks the best and the worst account itself; the actions keep their room.
  const hasDrawer = activeSegment !== undefined
  return (
    <ScrollRegion label={t('title')} className={hasDrawer ? `${own.sheet} ${own.narrow}` : own.sheet}>
      <SimpleTable
        label={t('title')}
        isHeaderSticky
        columns={[
          { key: 'segment', label: t('column.segment'), width: hasDrawer ? 180 : '14%' },
          { key: 'sales', label: t('column.sales'), align: 'end', width: 104 },
          { key: 'growth', label: t('column.growth'), align: 'end', width: 80 },
          ...(hasDrawer
            ? []
            : [
                { key: 'best', label: t('column.best'), width: '16%' },
                { key: 'worst', label: t('column.worst'), width: '16%' },
              ]),
          { key: 'action', label: t('column.action') },
          { key: 'owner', label: t('column.owner'), width: 92 },
          { key: 'due', label: t('column.due'), width: hasDrawer ? 120 : 148 },
        ]}
        rows={rows.map((row) => {
          const name = row.segment ?? t('none')
          return {
            key: row.segment ?? '',
            isSelected: activeSegment !== undefined && activeSegment === row.segment,
            cells: [
              <span key="segment" className={own.segment}>
                <button type="button" className={own.name} onClick={() => onOpen(row.segment)}>
                  {name}
                </button>
                <span className="ms-dimmed">
                  {t('counts', { count: row.accountCount, trading: row.tradingCount })}
                </span>
              </span>,
              <span key="sales" className={own.segment} title={format.moneyFull(row.netSales)}>
                {format.money(row.netSales)}
                <span className="ms-dimmed">{format.percent(row.sharePercent)}</span>
              </span>,
              row.growthPercent === null ? <Missing key="growth" /> : format.signedPercent(row.growthPercent),
              ...(hasDrawer
                ? []
                : [
                    <ChosenAccount
                      key="best"
                      chosen={row.chosenBest}
                      proposed={row.proposedBest}
                      by={row.proposedBy}
                    />,
                    <ChosenAccount
                      key="worst"
                      chosen={row.chosenWorst}
                      proposed={row.proposedWorst}
                      none={row.proposedBest ? t('onlyOne') : undefined}
                      by={row.proposedBy}
                    />,
                  ]),
              isReadOnly ? (
                (row.nextAction ?? <Missing key="action" />)
              ) : (
                <CommitField
                  key="action"
                  aria-label={t('actionOf', { segment: name })}
                  title={row.nextAction ?? undefined}
                  value={row.nextAction ?? ''}
                  placeholder={t('actionPlaceholder')}
                  maxLength={1000}
                  className={own.field}
                  onCommit={(text) => edits.revise(row.segment, { nextAction: text || null })}
                />
              ),
              isReadOnly ? (
                (row.owner ?? <Missing key="owner" />)
              ) : (
                <CommitField
                  key="owner"
                  aria-label={t('ownerOf', { segment: name })}
                  value={row.owner ?? ''}
                  placeholder="—"
                  maxLength={120}
                  className={own.field}
                  onCommit={(text) => edits.revise(row.segment, { owner: text || null })}
                />
              ),
              isReadOnly ? (
                (row.dueOn ?? <Missing key="due" />)
              ) : (
                <DueField key="due" row={row} name={name} edits={edits} />
              ),
            ],
          }
        })}
      />
    </ScrollRegion>
  )
}
