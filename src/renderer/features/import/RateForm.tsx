import { Button, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CurrencyCode } from '#shared/domain/money.ts'
import { useCommand } from '../../api/use-command.ts'
import { useFormat } from '../../components/format.tsx'
import { showToast } from '../../components/toast.ts'
import styles from './MappingStep.module.css'

const HIGHEST_RATE = 1_000_000

/** Asks for the budget rate of a currency, in the workspace's own. */
export function RateForm({ currency }: { currency: CurrencyCode }) {
  const { t } = useTranslation('import')
  const format = useFormat()
  const [rate, setRate] = useState<number | null>(null)
  const base = format.currency ?? ''
  const save = useCommand('currency.setRate', {
    onSuccess: (_nothing, { budgetRate }) =>
      void showToast({ message: t('rate.saved', { currency, base, rate: format.number(budgetRate, 6) }) }),
  })
  const isValid = rate !== null && rate > 0
  return (
    <form
      className={styles.rate}
      onSubmit={(event) => {
        event.preventDefault()
        if (isValid) save.mutate({ currency, budgetRate: rate })
      }}
    >
      <span>{t('rate.one', { currency })}</span>
      <NumberInput
        size="xs"
        w={96}
        hideControls
        aria-label={t('rate.label', { currency, base })}
        allowNegative={false}
        max={HIGHEST_RATE}
        decimalScale={6}
        value={rate ?? ''}
        onChange={(value) => setRate(typeof value === 'number' ? value : null)}
      />
      <span>{base}</span>
      <Button type="submit" disabled={!isValid || save.isPending}>
        {t('save', { ns: 'common' })}
      </Button>
    </form>
  )
}
