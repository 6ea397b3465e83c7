import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpportunityRow } from '#shared/contract/opportunity.ts'
import { CLOSE_REASONS, type CloseReason, type OpportunityOutcome } from '#shared/domain/opportunity.ts'
import { DayField } from '../DayField.tsx'
import { Dialog } from '../Dialog.tsx'
import { DialogActs } from '../DialogActs.tsx'
import { useFormat } from '../format.tsx'
import styles from './Opportunity.module.css'
import type { OpportunityEdits } from './use-opportunity-edits.ts'

const MOST_REASONS = 5

export interface Closing {
  row: OpportunityRow
  result: OpportunityOutcome
}

/** Won or lost: when, why, and against whom. The first reason named is the decisive one. */
export function CloseDialog({
  closing: { row, result },
  edits,
  onClose,
}: {
  closing: Closing
  edits: OpportunityEdits
  onClose: () => void
}) {
  const { t } = useTranslation('opportunity')
  const format = useFormat()
  const [closedOn, setClosedOn] = useState(format.dayOf(new Date().toISOString()))
  const [reasons, setReasons] = useState<readonly CloseReason[]>([])
  const [competitor, setCompetitor] = useState(row.competitor ?? '')

  const toggle = (reason: CloseReason) =>
    setReasons((chosen) =>
      chosen.includes(reason)
        ? chosen.filter((one) => one !== reason)
        : [...chosen, reason].slice(0, MOST_REASONS),
    )
  const confirm = () => {
    edits.close(row, { result, closedOn, reasons: [...reasons], competitor: competitor.trim() || null })
    onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(`close.${result}`, { name: row.name })}
      width={520}
      footer={
        <DialogActs
          act={reasons.length === 0 ? t('close.needsReason') : t(`close.act.${result}`)}
          onCancel={onClose}
          onAct={confirm}
          isRefused={reasons.length === 0}
        />
      }
    >
      <div className={styles.form}>
        <fieldset className={styles.reasons}>
          <legend>{t(`close.why.${result}`)}</legend>
          {CLOSE_REASONS.map((reason) => {
            const place = reasons.indexOf(reason)
            return (
              <button
                key={reason}
                type="button"
                className={styles.reason}
                aria-pressed={place >= 0}
                onClick={() => toggle(reason)}
              >
                {place >= 0 && <span className={styles.place}>{place + 1}</span>}
                {t(`reason.${reason}`)}
              </button>
            )
          })}
        </fieldset>
        <div className={styles.pair}>
          <DayField
            label={t('field.closedOn')}
            value={closedOn}
            isRequired
            refusal={t('refused.day')}
            onCommit={(day) => day && setClosedOn(day)}
          />
          <TextInput
            label={t('field.competitor')}
            maxLength={120}
            value={competitor}
            onChange={(event) => setCompetitor(event.currentTarget.value)}
          />
        </div>
      </div>
    </Dialog>
  )
}
