import { ActionIcon, Button, NumberInput, Tooltip } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../api/use-call.ts'
import { useCommand } from '../../api/use-command.ts'
import { CommitField } from '../../components/CommitField.tsx'
import { CurrencySelect } from '../../components/CurrencySelect.tsx'
import { useFormat } from '../../components/format.tsx'
import { useUndoToast } from '../../components/page/use-undo.tsx'
import { SimpleTable } from '../../components/SimpleTable.tsx'
import { Section } from './Section.tsx'
import styles from './Settings.module.css'

const HIGHEST_RATE = 1_000_000

/** A rate as typed, or null where it is none. */
function parseRate(text: string): number | null {
  const rate = Number(text.trim().replace(',', '.'))
  return Number.isFinite(rate) && rate > 0 && rate <= HIGHEST_RATE ? rate : null
}

function AddRate({
  taken,
  onAdd,
}: {
  taken: readonly string[]
  onAdd: (currency: string, rate: number) => void
}) {
  const { t } = useTranslation('settings')
  const [currency, setCurrency] = useState<string | null>(null)
  const [rate, setRate] = useState<number | string>('')
  const isReady = currency !== null && typeof rate === 'number' && rate > 0
  return (
    <form
      className={styles.addRate}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isReady) return
        onAdd(currency, rate)
        setCurrency(null)
        setRate('')
      }}
    >
      <CurrencySelect label={t('rates.currency')} value={currency} onChange={setCurrency} without={taken} />
      <NumberInput
        w={120}
        label={t('rates.rate')}
        value={rate}
        onChange={setRate}
        min={0}
        max={HIGHEST_RATE}
        decimalScale={6}
        hideControls
      />
      <Button type="submit" size="sm" disabled={!isReady}>
        {t('rates.add')}
      </Button>
    </form>
  )
}

/** Currencies orders came in, each with the rate fixed for the budget year. */
export function CurrencySection() {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const tell = useUndoToast()
  const { data: rates = [] } = useCall('currency.listRates', {})
  const setRate = useCommand('currency.setRate', {
    onSuccess: (_value, { currency }) => tell(t('rates.changed', { currency })),
  })
  const removeRate = useCommand('currency.removeRate', {
    onSuccess: (_value, { currency }) => tell(t('rates.removed', { currency })),
  })
  const base = format.currency ?? ''
  return (
    <Section title={t('rates.title')} note={t('rates.note', { base })}>
      {rates.length > 0 && (
        <div className={styles.table}>
          <SimpleTable
            label={t('rates.title')}
            isTight
            columns={[
              { key: 'currency', label: t('rates.currency') },
              { key: 'rate', label: t('rates.rateIn', { base }), width: 200 },
              { key: 'lines', label: t('rates.lines'), align: 'end', width: 140 },
              {
                key: 'act',
                label: t('remove', { ns: 'common' }),
                isLabelHidden: true,
                align: 'end',
                width: 48,
              },
            ]}
            rows={rates.map(({ currency, budgetRate, lineCount }) => ({
              key: currency,
              cells: [
                currency,
                <CommitField
                  key="rate"
                  size="xs"
                  className={styles.rate ?? ''}
                  inputMode="decimal"
                  aria-label={t('rates.rateOf', { currency })}
                  value={String(budgetRate)}
                  isRequired
                  onCommit={(text) => {
                    const rate = parseRate(text)
                    if (rate !== null) setRate.mutate({ currency, budgetRate: rate })
                  }}
                />,
                format.number(lineCount),
                <Tooltip key="remove" label={t(lineCount > 0 ? 'rates.inUse' : 'rates.remove', { currency })}>
                  <ActionIcon
                    aria-label={t('rates.remove', { currency })}
                    data-disabled={lineCount > 0}
                    aria-disabled={lineCount > 0}
                    onClick={() => lineCount === 0 && removeRate.mutate({ currency })}
                  >
                    <IconTrash size={16} stroke={1.6} />
                  </ActionIcon>
                </Tooltip>,
              ],
            }))}
          />
        </div>
      )}
      <AddRate
        taken={[base, ...rates.map(({ currency }) => currency)]}
        onAdd={(currency, budgetRate) => setRate.mutate({ currency, budgetRate })}
      />
    </Section>
  )
}
