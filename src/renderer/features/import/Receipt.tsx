import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportReceipt } from '#shared/contract/import.ts'
import { useFormat } from '../../components/format.tsx'
import { Notice } from '../../components/Notice.tsx'
import { reviseSession } from './import-session.ts'
import styles from './Receipt.module.css'
import { ReceiptCameIn } from './ReceiptCameIn.tsx'
import { ReceiptSales } from './ReceiptSales.tsx'
import { ReceiptStayedOut } from './ReceiptStayedOut.tsx'
import { netSalesOf, newLines, receiptOutcome } from './receipt-facts.ts'
import { useImportUndo, useIsWithdrawn } from './use-import-undo.ts'

/** What came in, what did not and where it is now. */
export function Receipt({ receipt, fileName }: { receipt: ImportReceipt; fileName: string }) {
  const { t } = useTranslation('import')
  const format = useFormat()
  const { redoImport, isBusy } = useImportUndo()
  const { batchId, kind } = receipt
  const isWithdrawn = useIsWithdrawn(batchId)

  useEffect(() => {
    reviseSession({ isReceiptSeen: true })
  }, [])

  const outcome = receiptOutcome(receipt)
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
      {kind === 'order-lines' && receipt.accepted > 0 && <ReceiptSales receipt={receipt} />}
      <div className={styles.panels}>
        <ReceiptCameIn receipt={receipt} />
        <ReceiptStayedOut receipt={receipt} />
      </div>
    </div>
  )
}
