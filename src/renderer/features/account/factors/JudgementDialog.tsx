import { Autocomplete, NumberInput, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { JudgementFields, JudgementRow, PurchaseFactor } from '#shared/contract/factor.ts'
import { JUDGEMENT_METHODS, judgementMethod, type PurchaseScenario } from '#shared/domain/purchase-factor.ts'
import { useCall } from '../../../api/use-call.ts'
import { DayField } from '../../../components/DayField.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { DialogActs } from '../../../components/DialogActs.tsx'
import { useFactorTexts } from '../../../components/factor/use-factor-texts.ts'
import { useFormat } from '../../../components/format.tsx'
import { JudgedWeights } from '../../../components/JudgedWeights.tsx'
import { AnswerFields } from './AnswerFields.tsx'
import styles from './Factors.module.css'
import { finishDraft, startDraft } from './judgement-draft.ts'

export interface JudgementDialogProps {
  accountId: string
  scenario: PurchaseScenario
  factors: readonly PurchaseFactor[]
  /** Revised when given, recorded anew otherwise. */
  row?: JudgementRow | undefined
  onSave: (fields: JudgementFields) => void
  onClose: () => void
}

const NO_ANSWERS = { method: 'points' as const, points: [] }

/** One person's opinion, asked in one of three ways, with the weights it comes to. */
export function JudgementDialog({
  accountId,
  scenario,
  factors,
  row,
  onSave,
  onClose,
}: JudgementDialogProps) {
  const { t } = useTranslation('factor')
  const { t: tCommon } = useTranslation('common')
  const { nameOf, percentOf } = useFactorTexts()
  const format = useFormat()
  const ids = factors.map(({ id }) => id)
  const [name, setName] = useState(row?.judgeName ?? '')
  const [influence, setInfluence] = useState<number | string>(row?.influence ?? 1)
  const [judgedOn, setJudgedOn] = useState(row?.judgedOn ?? format.dayOf(new Date().toISOString()))
  const [draft, setDraft] = useState(() => startDraft(ids, row))
  const [reason, setReason] = useState(row?.reason ?? '')
  const { data: people = [] } = useCall('person.list', { companyId: accountId })
  const answers = finishDraft(draft, ids)
  const { data } = useCall(
    'factor.weigh',
    { answers: answers ?? NO_ANSWERS },
    { enabled: answers !== null, keepPrevious: true },
  )
  const result = answers === null ? undefined : data
  const isRefused =
    !answers ||
    !result?.weights ||
    name.trim() === '' ||
    typeof influence !== 'number' ||
    (!result.isConsistent && reason.trim() === '')
  const save = () => {
    if (isRefused) return
    const person = people.find(({ fields }) => fields.name === name.trim())
    onSave({
      judge: person ? { kind: 'person', personId: person.id } : { kind: 'name', name: name.trim() },
      influence,
      judgedOn,
      answers,
      reason: result.isConsistent ? null : reason.trim(),
    })
    onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width={860}
      title={t(row ? 'dialog.edit' : 'dialog.add', { scenario: t(`scenario.${scenario}`) })}
      footer={<DialogActs act={tCommon('save')} onCancel={onClose} onAct={save} isRefused={isRefused} />}
    >
      <div className={styles.who}>
        <Autocomplete
          label={t('dialog.judge')}
          placeholder={t('dialog.judgeHint')}
          data={[...new Set(people.map(({ fields }) => fields.name))]}
          value={name}
          maxLength={120}
          data-autofocus
          openOnFocus={false}
          required
          onChange={setName}
        />
        <NumberInput
          label={t('dialog.influence')}
          value={influence}
          min={0}
          max={10}
          decimalScale={1}
          clampBehavior="strict"
          onChange={setInfluence}
        />
        <DayField
          label={t('dialog.on')}
          value={judgedOn}
          isRequired
          refusal={t('dialog.dayWrong')}
          onCommit={(day) => day && setJudgedOn(day)}
        />
      </div>
      <div className={styles.board}>
        <div className={styles.questions}>
          <SegmentedControl
            aria-label={t('dialog.method')}
            value={draft.method}
            data={JUDGEMENT_METHODS.map((method) => ({ value: method, label: t(`method.${method}`) }))}
            onChange={(value) => setDraft({ ...draft, method: judgementMethod.parse(value) })}
          />
          <AnswerFields factors={factors} draft={draft} onChange={setDraft} />
        </div>
        <section className={styles.result} aria-label={t('dialog.result')}>
          <h3>{t('dialog.result')}</h3>
          {result?.weights ? (
            <JudgedWeights
              weights={factors.map((factor, place) => ({
                key: factor.id,
                name: nameOf(factor),
                text: percentOf(result.weights?.[place] ?? null),
                percent: 100 * (result.weights?.[place] ?? 0),
              }))}
              verdict={
                draft.method === 'pairs' && result.consistencyRatio !== null
                  ? {
                      tone: result.isConsistent ? 'accent' : 'amber',
                      title: t('dialog.ratio', { ratio: format.decimal(result.consistencyRatio, 3) }),
                      text: t(result.isConsistent ? 'dialog.consistent' : 'dialog.inconsistent'),
                    }
                  : undefined
              }
              reason={
                result.isConsistent
                  ? undefined
                  : { label: t('dialog.reason'), value: reason, maxLength: 400, onChange: setReason }
              }
            />
          ) : (
            <p className="ms-dimmed">{t('dialog.incomplete')}</p>
          )}
        </section>
      </div>
    </Dialog>
  )
}
