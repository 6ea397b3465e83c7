import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CreditSheet } from '#shared/contract/credit.ts'
import type { LegalState } from '#shared/domain/credit.ts'
import { useCommand } from '../../../api/use-command.ts'
import { Dialog } from '../../../components/Dialog.tsx'
import { useFormat } from '../../../components/format.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { useUndoToast } from '../../../components/page/use-undo.tsx'
import { parseDay } from '../../../components/parse-day.ts'
import styles from './Credit.module.css'

type Matter = 'litigation' | 'insolvency'
type Choice = 'unknown' | 'none' | 'open'

const choiceOf = (state: LegalState | null): Choice =>
  state === null ? 'unknown' : state.isOpen ? 'open' : 'none'

function LegalForm({
  state,
  asOf,
  onSave,
}: {
  state: LegalState | null
  asOf: string
  onSave: (state: LegalState | null) => void
}) {
  const { t } = useTranslation('credit')
  const [choice, setChoice] = useState<Choice>(choiceOf(state))
  const [evidence, setEvidence] = useState(state?.evidence ?? '')
  const [on, setOn] = useState(state?.on ?? asOf)
  const [isRefused, setRefused] = useState(false)
  const day = parseDay(on)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (choice === 'unknown') onSave(null)
    else if (evidence.trim() === '' || day === null) setRefused(true)
    else onSave({ isOpen: choice === 'open', evidence: evidence.trim(), on: day })
  }
  return (
    <form className={styles.form} onSubmit={onSubmit}>
      <SegmentedControl
        aria-label={t('legal.state')}
        value={choice}
        onChange={setChoice}
        data={(['unknown', 'none', 'open'] as const).map((value) => ({ value, label: t(`legal.${value}`) }))}
      />
      {choice !== 'unknown' && (
        <>
          <Textarea
            label={t('legal.evidence')}
            placeholder={t('legal.evidenceHint')}
            autosize
            minRows={2}
            maxRows={6}
            maxLength={2000}
            value={evidence}
            error={isRefused && evidence.trim() === '' ? t('drawer.refused.source') : undefined}
            onChange={(event) => setEvidence(event.currentTarget.value)}
          />
          <TextInput
            label={t('legal.on')}
            value={on}
            error={isRefused && day === null ? t('drawer.refused.on') : undefined}
            onChange={(event) => setOn(event.currentTarget.value)}
          />
        </>
      )}
      <div className={styles.formActs}>
        <Button type="submit" variant="filled">
          {t('drawer.save')}
        </Button>
      </div>
    </form>
  )
}

/** Open lawsuits and insolvency proceedings, with evidence and the day somebody looked. */
export function LegalPanel({ accountId, sheet }: { accountId: string; sheet: CreditSheet }) {
  const { t } = useTranslation('credit')
  const format = useFormat()
  const tell = useUndoToast()
  const [edited, setEdited] = useState<Matter | null>(null)
  const { mutate: setLitigation } = useCommand('credit.setLitigation')
  const { mutate: enter } = useCommand('credit.enter')
  const save = (matter: Matter, state: LegalState | null) => {
    const onSuccess = () => {
      tell(t(`toast.${matter}`))
      setEdited(null)
    }
    if (matter === 'litigation') setLitigation({ accountId, litigation: state }, { onSuccess })
    else enter({ accountId, quarter: sheet.quarter, entries: [], insolvency: state }, { onSuccess })
  }
  const states = { litigation: sheet.litigation, insolvency: sheet.insolvency }
  return (
    <Panel title={t('legal.title')} note={t('legal.note')}>
      {(['litigation', 'insolvency'] as const).map((matter) => {
        const state = states[matter]
        return (
          <div key={matter} className={styles.legal}>
            <span>{t(`legal.${matter}`)}</span>
            <span className={styles.cut} title={state?.evidence}>
              <strong>{t(`legal.${choiceOf(state)}`)}</strong>
              {state && (
                <span className="ms-dimmed">
                  {' '}
                  {format.day(state.on)} · {state.evidence}
                </span>
              )}
            </span>
            <Button
              variant="subtle"
              color="gray"
              aria-label={`${t('legal.edit')} · ${t(`legal.${matter}`)}`}
              onClick={() => setEdited(matter)}
            >
              {t('legal.edit')}
            </Button>
          </div>
        )
      })}
      <Dialog
        isOpen={edited !== null}
        onClose={() => setEdited(null)}
        title={edited ? t(`legal.${edited}`) : t('legal.title')}
      >
        {edited && (
          <LegalForm
            key={edited}
            state={states[edited]}
            asOf={sheet.asOf}
            onSave={(state) => save(edited, state)}
          />
        )}
      </Dialog>
    </Panel>
  )
}
