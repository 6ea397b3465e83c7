import { Popover, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '#shared/domain/calendar.ts'
import { Chip } from '../../components/Chip.tsx'
import { useFormat } from '../../components/format.tsx'
import { parseDay } from '../../components/parse-day.ts'
import styles from './AsOfChip.module.css'
import { pastQuarterEnds } from './overview-facts.ts'
import { useDayName } from './use-day-name.ts'

const OFFERED_QUARTERS = 8

export interface AsOfChipProps {
  /** Day the screen shows. */
  asOf: Day
  /** Day of the workspace, which is shown while none is chosen. */
  latest: Day
  isChosen: boolean
  onChoose: (day: Day | null) => void
}

/** The day the picture is of: the workspace's own, the end of a past quarter, or any other. */
export function AsOfChip({ asOf, latest, isChosen, onChoose }: AsOfChipProps) {
  const { t } = useTranslation('portfolio')
  const format = useFormat()
  const dayName = useDayName()
  const [isOpen, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [isRefused, setRefused] = useState(false)

  const choose = (day: Day | null) => {
    onChoose(day)
    setOpen(false)
    setText('')
    setRefused(false)
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const day = parseDay(text)
    if (day) choose(day)
    else setRefused(true)
  }

  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <Chip
          name={t('asOf.name')}
          value={format.day(asOf)}
          isActive={isChosen}
          aria-expanded={isOpen}
          aria-haspopup="dialog"
          onClick={() => setOpen(!isOpen)}
          {...(isChosen ? { onRemove: () => choose(null) } : {})}
        />
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={t('asOf.name')}>
        <div className={styles.choices}>
          <button
            type="button"
            className={styles.choice}
            aria-pressed={!isChosen}
            onClick={() => choose(null)}
          >
            <span>{t('asOf.latest')}</span>
            <span className="ms-dimmed">{format.day(latest)}</span>
          </button>
          {pastQuarterEnds(latest, OFFERED_QUARTERS).map((day) => (
            <button
              key={day}
              type="button"
              className={styles.choice}
              aria-pressed={isChosen && day === asOf}
              onClick={() => choose(day)}
            >
              <span>{dayName(day)}</span>
              <span className="ms-dimmed">{format.day(day)}</span>
            </button>
          ))}
          <form className={styles.own} onSubmit={onSubmit}>
            <TextInput
              label={t('asOf.other')}
              placeholder={format.day(latest)}
              value={text}
              error={isRefused ? t('asOf.refused') : undefined}
              onChange={(event) => {
                setText(event.currentTarget.value)
                setRefused(false)
              }}
            />
          </form>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
