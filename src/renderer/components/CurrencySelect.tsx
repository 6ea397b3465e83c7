import { Select } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from './format.tsx'

const USUAL = ['CNY', 'TWD', 'HKD', 'USD', 'EUR', 'GBP', 'JPY', 'KRW', 'SGD']

export interface CurrencySelectProps {
  label: string
  /** Without a visible label, as inside a row. */
  isLabelHidden?: boolean
  description?: string
  value: string | null
  onChange: (currency: string) => void
  /** Codes that are not offered. */
  without?: readonly string[]
  isDisabled?: boolean
}

/** Every currency by code and name, the usual ones first. */
export function CurrencySelect(props: CurrencySelectProps) {
  const { t } = useTranslation('common')
  const language = useLanguage()
  const { without = [] } = props
  const options = useMemo(() => {
    const names = new Intl.DisplayNames([language], { type: 'currency' })
    const codes = [...new Set([...USUAL, ...Intl.supportedValuesOf('currency')])]
    return codes
      .filter((code) => !without.includes(code))
      .map((code) => ({ value: code, label: `${code} ${names.of(code) ?? ''}`.trim() }))
  }, [language, without])
  return (
    <Select
      {...(props.isLabelHidden ? { 'aria-label': props.label } : { label: props.label })}
      description={props.description}
      data={options}
      value={props.value}
      onChange={(value) => value && props.onChange(value)}
      searchable
      limit={60}
      nothingFoundMessage={t('nothingFound')}
      disabled={props.isDisabled ?? false}
      comboboxProps={{ transitionProps: { duration: 0 } }}
    />
  )
}
