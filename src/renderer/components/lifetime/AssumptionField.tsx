import { ActionIcon, TextInput, Tooltip } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { type KeyboardEvent, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { LifetimeAccount } from '#shared/contract/lifetime.ts'
import type { LifetimeKey } from '#shared/domain/lifetime.ts'
import styles from './Lifetime.module.css'
import { readAssumption } from './lifetime-draft.ts'
import { useAssumptionText } from './use-assumption-text.ts'
import type { LifetimeForecast } from './use-lifetime-forecast.ts'

/** One assumption: what it is, where its value comes from, and a field that tries while one types. */
export function AssumptionField({
  name,
  assumption,
  forecast,
}: {
  name: LifetimeKey
  assumption: LifetimeAccount['assumptions'][LifetimeKey]
  forecast: LifetimeForecast
}) {
  const { t } = useTranslation('lifetime')
  const write = useAssumptionText()
  const sourceId = useId()
  const { draft, type, commit, giveBack } = forecast
  const written = draft[name]
  const label = t(`assumption.${name}`)
  const isRefused = written !== undefined && readAssumption(name, written).kind === 'refused'
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') commit(name)
    if (event.key === 'Escape' && written !== undefined) {
      event.preventDefault()
      type(name, undefined)
    }
  }
  return (
    <div className={styles.assumption}>
      <div className={styles.meaning}>
        <div>{label}</div>
        <div id={sourceId} className={styles.source}>
          {isRefused ? (
            <span className={styles.refused}>{t(`refused.${name}`)}</span>
          ) : (
            write.source(name, assumption)
          )}
        </div>
      </div>
      <TextInput
        className={styles.field ?? ''}
        aria-label={label}
        aria-describedby={sourceId}
        error={isRefused}
        placeholder={write.value(name, null)}
        value={written ?? (assumption.value === null ? '' : write.value(name, assumption.value))}
        onChange={(event) => type(name, event.currentTarget.value)}
        onBlur={() => commit(name)}
        onKeyDown={onKeyDown}
      />
      {assumption.source === 'entered' ? (
        <Tooltip label={t('giveBack')}>
          <ActionIcon size="sm" aria-label={t('giveBackOf', { what: label })} onClick={() => giveBack(name)}>
            <IconArrowBackUp size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      ) : (
        <span />
      )}
    </div>
  )
}
