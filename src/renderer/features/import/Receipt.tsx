import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportReceipt } from '#shared/contract/import.ts'
import { saveDownload } from '../../api/client.ts'
import { useErrorText } from '../../api/use-error-text.ts'
import { useFormat } from '../../components/format.tsx'
import { KpiStrip } from '../../components/KpiStrip.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Panel } from '../../components/Panel.tsx'
import { SimpleTable } from '../../components/SimpleTable.tsx'
import { showToast } from '../../components/toast.ts'
import { recordFacts } from './check-facts.ts'
import { reviseSession } from './import-session.ts'
import styles from './Receipt.module.css'
import { netSalesOf, newLines, receiptOutcome } from './receipt-facts.ts'
import { useImportUndo, useIsWithdrawn } from './use-import-undo.ts'

/** What came in, what did not and where it is now. */
export function Receipt({ receipt, fileName }: { receipt: ImportReceipt; fileName: string }) {
  const { t } = useTranslation('import')
  const format = useFormat()
  const errorText = useErrorText()
  const { redoImport, isBusy } = useImportUndo()
  const { batchId, kind, rejectedFile } = receipt
  const isWithdrawn = useIsWithdrawn(batchId)

  useEffect(() => {
    reviseSession({ isReceiptSeen: true })
  }, [])

  const outcome = receiptOutcome(receipt)
  const currencies = receipt.currencies.length > 1 ? receipt.currencies : []
  const values = {
    count: newLines(receipt),
    rows: format.number(newLines(receipt)),
    orders: format.number(receipt.orders),
    accounts: format.number(receipt.newAccounts),
    net: format.money(netSalesOf(receipt)),
    created: format.number(receipt.created),
    updated: format.number(receipt.updated),
    accepted: format.number(receipt.accepted),
    rejected: format.number(receipt.rejected),
  }
  const orderRows = [
    { key: 'lines', cells: [t('receipt.lines'), format.number(newLines(receipt))] },
    { key: 'orders', cells: [t('facts.orders'), format.number(receipt.orders)] },
    { key: 'accounts', cells: [t('facts.newAccounts'), format.number(receipt.newAccounts)] },
    ...(receipt.updatedAccounts > 0
      ? [{ key: 'updated', cells: [t('facts.updatedAccounts'), format.number(receipt.updatedAccounts)] }]
      : []),
    { key: 'products', cells: [t('facts.newProducts'), format.number(receipt.newProducts)] },
  ]
  const facts = kind === 'order-lines' ? null : recordFacts(kind, receipt)
  const recordRows = facts
    ? [
        { key: 'created', cells: [t('facts.created'), values.created] },
        ...(facts.hasUpdates ? [{ key: 'updated', cells: [t('facts.updated'), values.updated] }] : []),
        ...(facts.makesProspects
          ? [{ key: 'accounts', cells: [t('facts.newProspects'), values.accounts] }]
          : []),
        ...(facts.hasCredits
          ? [{ key: 'credits', cells: [t('facts.credits'), format.money(receipt.returns)] }]
          : []),
        ...(facts.hasSum ? [{ key: 'sum', cells: [t('facts.sum'), values.net] }] : []),
      ]
    : []
  const download = () => {
    if (!rejectedFile) return
    saveDownload(rejectedFile).catch((failure: unknown) => {
      const { what, remedy } = errorText(failure)
      showToast({ title: what, message: remedy, isFailure: true })
    })
  }

  return (
    <div className={styles.receipt}>
      <div role="status">
        <h2 className={styles.title}>
          {kind !== 'order-lines' && outcome === 'written'
            ? t(`receipt.records.${kind}`, values)
            : t(`receipt.${outcome}`, values)}
        </h2>
        <p className={styles.note}>
          {[
            fileName,
            ...(receipt.firstOrderedOn && receipt.lastOrderedOn
              ? [t('facts.range', { from: receipt.firstOrderedOn, to: receipt.lastOrderedOn })]
              : []),
            t('receipt.seconds', { seconds: format.number(receipt.seconds, 1) }),
          ].join(' · ')}
        </p>
      </div>
      {isWithdrawn && batchId && (
        <Notice
          tone="plain"
          role="status"
          title={t('receipt.withdrawn')}
          action={
            <Button disabled={isBusy} onClick={() => redoImport(batchId)}>
              {t('receipt.redo')}
            </Button>
          }
        >
          {t('receipt.withdrawnNote')}
        </Notice>
      )}
      {kind === 'order-lines' && receipt.accepted > 0 && (
        <KpiStrip
          kpis={[
            {
              key: 'net',
              label: t('facts.net'),
              value: format.money(netSalesOf(receipt)),
              hint: format.moneyFull(netSalesOf(receipt)),
            },
            {
              key: 'gross',
              label: t('facts.gross'),
              value: format.money(receipt.grossSales),
              hint: format.moneyFull(receipt.grossSales),
            },
            {
              key: 'returns',
              label: t('facts.returnsApart'),
              value: format.money(receipt.returns),
              note: t('facts.returnRows', {
                count: receipt.returnLines,
                rows: format.number(receipt.returnLines),
              }),
              hint: format.moneyFull(receipt.returns),
            },
            { key: 'orders', label: t('facts.orders'), value: format.number(receipt.orders) },
          ]}
        />
      )}
      <div className={styles.panels}>
        <Panel padding="none" title={t('receipt.cameIn', values)}>
          <SimpleTable
            label={t('receipt.cameIn', values)}
            columns={[
              { key: 'what', label: t('receipt.what') },
              { key: 'count', label: t('receipt.number'), align: 'end' },
            ]}
            rows={[
              ...(kind === 'order-lines' ? orderRows : recordRows),
              ...currencies.map(({ currency, rowCount }) => ({
                key: currency,
                cells: [t('receipt.inCurrency', { currency }), format.number(rowCount)],
              })),
            ]}
          />
        </Panel>
        <Panel padding="none" title={t('receipt.stayedOut', { ...values, count: receipt.rejected })}>
          <SimpleTable
            label={t('receipt.stayedOutLabel')}
            columns={[
              { key: 'what', label: t('receipt.what') },
              { key: 'count', label: t('receipt.number'), align: 'end' },
            ]}
            rows={[
              ...receipt.problems.map((problem) => ({
                key: `${problem.code}-${problem.column}`,
                cells: [
                  t('receipt.problem', {
                    column: problem.column,
                    reason: t(`problem.${problem.code}.reason`),
                  }),
                  format.number(problem.rowCount),
                ],
              })),
              ...(receipt.unchanged > 0
                ? [
                    {
                      key: 'unchanged',
                      cells: [t('facts.unchanged'), format.number(receipt.unchanged)],
                    },
                  ]
                : []),
            ]}
          />
          <div className={styles.rejected}>
            {rejectedFile ? (
              <>
                <Button leftSection={<IconDownload size={16} stroke={1.6} />} onClick={download}>
                  {t('receipt.download', { count: receipt.rejected, rows: values.rejected })}
                </Button>
                <span className="ms-dimmed">{t('receipt.repair')}</span>
              </>
            ) : (
              <span className="ms-dimmed">{t('receipt.nothingRejected')}</span>
            )}
          </div>
        </Panel>
      </div>
    </div>
  )
}
