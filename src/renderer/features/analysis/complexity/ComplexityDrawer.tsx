import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ComplexityRow } from '#shared/contract/segment.ts'
import {
  COMPLEXITY_COUNTS,
  type ComplexityFactor,
  complexityCount,
} from '#shared/domain/relationship-complexity.ts'
import { useCall } from '../../../api/use-call.ts'
import { useCommand } from '../../../api/use-command.ts'
import { Dialog } from '../../../components/Dialog.tsx'
import { DialogActs } from '../../../components/DialogActs.tsx'
import { DrawerBlock } from '../../../components/Drawer.tsx'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { useFormat } from '../../../components/format.tsx'
import { LoadingLine } from '../../../components/LoadingLine.tsx'
import { useUndoToast } from '../../../components/page/use-undo.tsx'
import { AccountDrawer } from '../AccountDrawer.tsx'
import styles from '../Analysis.module.css'
import own from './Complexity.module.css'

const FACTORS = [...COMPLEXITY_COUNTS, 'served'] as const

type Correction = { count: number; note: string } | null

function CorrectDialog({
  name,
  factor,
  count,
  note,
  onSave,
  onClose,
}: {
  name: string
  factor: ComplexityFactor
  count: number | null
  note: string
  onSave: (correction: Correction) => void
  onClose: () => void
}) {
  const { t } = useTranslation('segments')
  const { t: tCommon } = useTranslation('common')
  const [text, setText] = useState(count === null ? '' : String(count))
  const [why, setWhy] = useState(note)
  const parsed = complexityCount.safeParse(text.trim() === '' ? undefined : Number(text))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!parsed.success) return
    onSave({ count: parsed.data, note: why.trim() })
    onClose()
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('complexity.correct.title', { name })}>
      <form onSubmit={submit} className={styles.form}>
        <TextInput
          label={t(`complexity.factor.${factor}`)}
          description={t(`complexity.factorHint.${factor}`)}
          value={text}
          error={text !== '' && !parsed.success ? t('complexity.correct.wrong') : undefined}
          autoComplete="off"
          data-autofocus
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <TextInput
          label={t('complexity.correct.note')}
          value={why}
          maxLength={400}
          autoComplete="off"
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <div className={styles.acts}>
          <DialogActs act={tCommon('save')} onCancel={onClose} isRefused={!parsed.success} />
        </div>
      </form>
    </Dialog>
  )
}

function Factors({ row, isReadOnly }: { row: ComplexityRow; isReadOnly: boolean }) {
  const { t } = useTranslation('segments')
  const format = useFormat()
  const tell = useUndoToast()
  const [open, setOpen] = useState<ComplexityFactor | null>(null)
  const { mutate } = useCommand('segment.correctComplexity')
  const correct = useCallback(
    (factor: ComplexityFactor, correction: Correction) =>
      mutate(
        { id: row.id, corrections: { [factor]: correction } },
        { onSuccess: () => tell(t('toast.corrected', { name: row.name })) },
      ),
    [mutate, row.id, row.name, tell, t],
  )
  const factorOf = (factor: ComplexityFactor) => (factor === 'served' ? row.served : row.factors[factor])
  return (
    <>
      <ul className={own.factors}>
        {FACTORS.map((factor) => {
          const { counted, corrected, count } = factorOf(factor)
          return (
            <li key={factor} className={own.factor}>
              <span className={own.factorName}>
                {t(`complexity.factor.${factor}`)}
                <span className="ms-dimmed">
                  {corrected
                    ? t('complexity.correctedBy', { author: corrected.author, note: corrected.note })
                    : counted === null
                      ? t(factor === 'served' ? 'complexity.unknown' : 'complexity.assumed')
                      : t(`complexity.factorHint.${factor}`)}
                </span>
              </span>
              <strong className="ms-number">{format.number(count)}</strong>
              {!isReadOnly && (
                <span className={own.factorActs}>
                  {corrected && (
                    <Button variant="subtle" onClick={() => correct(factor, null)}>
                      {t('complexity.correct.back')}
                    </Button>
                  )}
                  <Button
                    aria-label={t('complexity.correct.of', { factor: t(`complexity.factor.${factor}`) })}
                    onClick={() => setOpen(factor)}
                  >
                    {t('complexity.correct.act')}
                  </Button>
                </span>
              )}
            </li>
          )
        })}
      </ul>
      {open && (
        <CorrectDialog
          name={row.name}
          factor={open}
          count={factorOf(open).corrected?.count ?? factorOf(open).counted}
          note={factorOf(open).corrected?.note ?? ''}
          onSave={(correction) => correct(open, correction)}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}

/** One account's four factors, each with where it comes from and a correction by hand. */
export function ComplexityDrawer({
  id,
  isReadOnly,
  onClose,
}: {
  id: string
  isReadOnly: boolean
  onClose: () => void
}) {
  const { t } = useTranslation('segments')
  const format = useFormat()
  const { data: row, error } = useCall('segment.complexity', { id }, { keepPrevious: true })
  if (!row) {
    return (
      <AccountDrawer id={id} name={t('complexity.title')} valueClass={null} onClose={onClose}>
        <DrawerBlock>{error ? <ErrorNotice failure={error} /> : <LoadingLine />}</DrawerBlock>
      </AccountDrawer>
    )
  }
  const { segments, products, channels, enterprises } = row.factors
  return (
    <AccountDrawer
      id={row.id}
      name={row.name}
      valueClass={row.valueClass}
      note={t('complexity.product', {
        segments: segments.count,
        products: products.count,
        channels: channels.count,
        enterprises: enterprises.count,
        cells: format.number(row.cells),
        log2: format.decimal(row.log2, 2),
      })}
      onClose={onClose}
    >
      <DrawerBlock
        title={
          row.coveragePercent === null
            ? t('complexity.coverageUnknown')
            : t('complexity.coverage', { percent: format.percent(row.coveragePercent, 0) })
        }
      >
        <p className="ms-dimmed">
          {t('complexity.served', {
            served: format.number(row.served.count),
            cells: format.number(row.cells),
          })}
        </p>
      </DrawerBlock>
      <DrawerBlock title={t('complexity.factors')}>
        <Factors key={row.id} row={row} isReadOnly={isReadOnly} />
      </DrawerBlock>
    </AccountDrawer>
  )
}
