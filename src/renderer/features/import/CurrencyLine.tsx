import { Select } from '@mantine/core'
import { useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type CurrencyCode, currencyCode } from '#shared/domain/money.ts'
import { useFormat } from '../../components/format.tsx'
import styles from './MappingStep.module.css'

const ISO_CODES = Intl.supportedValuesOf('currency')

export interface CurrencyLineProps {
  hasCurrencyColumn: boolean
  currency: CurrencyCode
  /** Those with a budget rate, and the workspace's own. */
  known: readonly CurrencyCode[]
  onChange: (currency: CurrencyCode) => void
}

/** The currency of rows that name none. */
export function CurrencyLine({ hasCurrencyColumn, currency, known, onChange }: CurrencyLineProps) {
  const { t } = useTranslation('import')
  const format = useFormat()
  const id = useId()
  const data = useMemo(() => {
    const names = new Intl.DisplayNames([format.language], { type: 'currency' })
    const option = (code: string) => ({ value: code, label: `${code} ${names.of(code) ?? ''}`.trim() })
    return [
      { group: t('currency.known'), items: known.map(option) },
      { group: t('currency.others'), items: ISO_CODES.filter((code) => !known.includes(code)).map(option) },
    ]
  }, [known, format.language, t])
  return (
    <div className={styles.currency}>
      <label htmlFor={id}>{hasCurrencyColumn ? t('currency.empty') : t('currency.none')}</label>
      <Select
        id={id}
        size="xs"
        w={200}
        searchable
        openOnFocus={false}
        comboboxProps={{ width: 280, position: 'bottom-start', size: 'sm' }}
        selectFirstOptionOnChange
        nothingFoundMessage={t('currency.unknown')}
        data={data}
        value={currency}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(value) => {
          const code = currencyCode.safeParse(value)
          if (code.success) onChange(code.data)
        }}
      />
    </div>
  )
}
