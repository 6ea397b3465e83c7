import { Button, Textarea } from '@mantine/core'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Judgement } from '#shared/domain/party.ts'
import { useCall } from '../../../api/use-call.ts'
import { CommitField } from '../../../components/CommitField.tsx'
import { DayField } from '../DayField.tsx'
import styles from './Record.module.css'

export const JUDGEMENTS = ['influence', 'industryInfluence', 'dealPotential'] as const
export type JudgementKey = (typeof JUDGEMENTS)[number]

const LEVELS = [1, 2, 3, 4, 5] as const

/** A level from 1 to 5 with the evidence for it, who stands for it, and until when it holds. */
export function JudgementEditor({
  judgementKey,
  judgement,
  isWanted,
  onWrite,
}: {
  judgementKey: JudgementKey
  judgement: Judgement | null
  isWanted: boolean
  onWrite: (judgement: Judgement | null) => void
}) {
  const { t } = useTranslation('account')
  const { t: tCommon } = useTranslation('common')
  const { data: preferences } = useCall('preferences.get', {})
  const box = useRef<HTMLDivElement>(null)
  const [evidence, setEvidence] = useState(judgement?.evidence ?? '')
  const name = t(`judgement.${judgementKey}`)
  const group = useId()
  useEffect(() => setEvidence(judgement?.evidence ?? ''), [judgement?.evidence])
  useEffect(() => {
    if (!isWanted) return
    const first = box.current?.querySelector<HTMLElement>('input[type="radio"]')
    first?.focus()
    first?.scrollIntoView({ block: 'center' })
  }, [isWanted])

  const write = (part: Partial<Judgement>) => {
    if (judgement) onWrite({ ...judgement, ...part })
    else if (part.level !== undefined) {
      onWrite({ level: part.level, evidence, author: preferences?.author ?? '', expiresOn: null })
    }
  }
  return (
    <div ref={box} className={styles.judgement}>
      <div className={styles.judgementHead}>
        <strong>{name}</strong>
        {judgement && (
          <Button variant="subtle" color="gray" onClick={() => onWrite(null)}>
            {tCommon('remove')}
          </Button>
        )}
      </div>
      <div className={styles.levels} role="radiogroup" aria-label={name}>
        {LEVELS.map((level) => (
          <label key={level} className={styles.level}>
            <input
              type="radio"
              className={styles.radio}
              name={group}
              checked={judgement?.level === level}
              aria-label={t('level', { level })}
              onChange={() => write({ level })}
            />
            {level}
          </label>
        ))}
      </div>
      <div className="ms-dimmed">
        {t(`rubric.${judgementKey}.${judgement?.level ?? 0}` as 'rubric.influence.0')}
      </div>
      <Textarea
        label={t('judgement.evidence')}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={2000}
        value={evidence}
        disabled={!judgement}
        placeholder={t('judgement.evidenceHint')}
        onChange={(event) => setEvidence(event.currentTarget.value)}
        onBlur={() => {
          if (judgement && evidence.trim() !== judgement.evidence) write({ evidence: evidence.trim() })
        }}
      />
      {judgement && (
        <div className={styles.pair}>
          <CommitField
            label={t('judgement.author')}
            value={judgement.author}
            maxLength={200}
            onCommit={(author) => write({ author })}
          />
          <DayField
            label={t('judgement.expiresOn')}
            placeholder={t('judgement.noExpiry')}
            value={judgement.expiresOn}
            onCommit={(expiresOn) => write({ expiresOn })}
          />
        </div>
      )}
    </div>
  )
}
