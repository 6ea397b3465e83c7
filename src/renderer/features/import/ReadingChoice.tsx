import { Button } from '@mantine/core'
import { useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportCheck, ImportRequest } from '#shared/contract/import.ts'
import { useFormat } from '../../components/format.tsx'
import { ChoiceCard } from './ChoiceCard.tsx'
import { withSettings } from './import-request.ts'
import { type ImportSession, reviseSession } from './import-session.ts'
import styles from './ProblemsStep.module.css'
import type { Reading } from './problem-groups.ts'
import { useTrialCheck } from './use-trial-check.ts'

/** Files up to this size are read again for each way without being asked. */
const ROWS_TRIED_AT_ONCE = 200_000

export interface ReadingChoiceProps {
  readings: readonly Reading[]
  session: ImportSession
  request: ImportRequest
  revision: string
  check: ImportCheck
}

function useReadingName(): (reading: Reading) => string {
  const { t } = useTranslation('import')
  return ({ setting, value }) => {
    if (setting === 'dateOrder') return t(`readings.dateOrders.${value}`)
    return value === '.' ? t('readings.point') : t('readings.comma')
  }
}

interface OtherReadingProps {
  name: string
  reading: Reading
  session: ImportSession
  request: ImportRequest
  revision: string
  check: ImportCheck
  isWanted: boolean
}

function OtherReading({ name, reading, session, request, revision, check, isWanted }: OtherReadingProps) {
  const { t } = useTranslation('import')
  const format = useFormat()
  const readingName = useReadingName()
  const { setting, value } = reading
  const tried = useMemo(
    () => withSettings(request, setting === 'dateOrder' ? { dateOrder: value } : { decimalSign: value }),
    [request, setting, value],
  )
  const trial = useTrialCheck(session, tried, revision, isWanted)
  const gain = trial.state === 'done' ? trial.check.accepted - check.accepted : 0

  const effect = () => {
    if (trial.state === 'running') return t('readings.trying')
    if (trial.state === 'failed') return t('readings.notReadable')
    if (trial.state !== 'done') return undefined
    const rows = format.number(trial.check.accepted)
    const change = format.signed(gain)
    const text = t('readings.effect', { count: trial.check.accepted, rows, change })
    return gain > 0 ? <span className={styles.better}>{text}</span> : text
  }

  return (
    <ChoiceCard
      name={name}
      isChosen={false}
      onChoose={() => reviseSession({ settings: { ...session.settings, [setting]: value }, undecided: null })}
      label={t('readings.readAs', { reading: readingName(reading) })}
      effect={effect()}
    />
  )
}

/** The ways a column can be read, each with what it would let in. Choosing one reads the file that way. */
export function ReadingChoice({ readings, session, request, revision, check }: ReadingChoiceProps) {
  const { t } = useTranslation('import')
  const format = useFormat()
  const readingName = useReadingName()
  const name = useId()
  const [isAsked, setAsked] = useState(false)
  const [present, ...others] = readings
  const isSmall = check.total <= ROWS_TRIED_AT_ONCE
  if (!present) return null
  return (
    <div className={styles.readings} role="radiogroup" aria-label={t('readings.label')}>
      <ChoiceCard
        name={name}
        isChosen
        onChoose={() => undefined}
        label={t('readings.keep', { reading: readingName(present) })}
        effect={t('readings.present', { count: check.accepted, rows: format.number(check.accepted) })}
      />
      {others.map((reading) => (
        <OtherReading
          key={reading.value}
          name={name}
          reading={reading}
          session={session}
          request={request}
          revision={revision}
          check={check}
          isWanted={isSmall || isAsked}
        />
      ))}
      {!isSmall && !isAsked && (
        <div>
          <Button variant="subtle" onClick={() => setAsked(true)}>
            {t('readings.try')}
          </Button>
        </div>
      )}
    </div>
  )
}
