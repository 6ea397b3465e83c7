import { Button, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Amount } from '#shared/domain/money.ts'
import { OPPORTUNITY_STAGES, type OpportunityStage } from '#shared/domain/opportunity.ts'
import { useCall } from '../../api/use-call.ts'
import { AmountField } from '../AmountField.tsx'
import { useFormat } from '../format.tsx'
import styles from './Opportunity.module.css'
import type { OpportunityEdits } from './use-opportunity-edits.ts'

const TYPING_MS = 150
const SHOWN_ACCOUNTS = 30

/** One line for a new opportunity; Enter records it. */
export function NewOpportunity({ accountId, edits }: { accountId?: string; edits: OpportunityEdits }) {
  const { t } = useTranslation('opportunity')
  const format = useFormat()
  const [name, setName] = useState('')
  const [amount, setAmount] = useState<Amount | null>(null)
  const [stage, setStage] = useState<OpportunityStage>('identified')
  const [chosen, setChosen] = useState<string | null>(null)
  const [wanted, setWanted] = useState('')
  const [typed] = useDebouncedValue(wanted.trim(), TYPING_MS)
  const accounts = useCall(
    'account.list',
    {
      filter: typed === '' ? {} : { text: typed },
      sort: [{ field: 'netSales', descending: true }],
      offset: 0,
      limit: SHOWN_ACCOUNTS,
    },
    { enabled: accountId === undefined, keepPrevious: true },
  )
  const owner = accountId ?? chosen

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '' || owner === null) return
    const value = amount === null ? null : { amount, currency: format.currency ?? 'CNY' }
    edits.record({ accountId: owner, stage, fields: { name: name.trim(), value } }, () => {
      setName('')
      setAmount(null)
    })
  }
  return (
    <form className={styles.add} aria-label={t('new.title')} onSubmit={submit}>
      <span className={styles.addTitle}>{t('new.title')}</span>
      {accountId === undefined && (
        <Select
          className={styles.addAccount ?? ''}
          aria-label={t('field.account')}
          placeholder={t('field.account')}
          searchable
          filter={({ options }) => options}
          onSearchChange={setWanted}
          value={chosen}
          data={(accounts.data?.rows ?? []).map((row) => ({ value: row.id, label: row.name }))}
          onChange={setChosen}
        />
      )}
      <TextInput
        className={styles.addName ?? ''}
        aria-label={t('new.name')}
        placeholder={t('new.name')}
        value={name}
        maxLength={200}
        autoComplete="off"
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <AmountField
        className={styles.addValue ?? ''}
        aria-label={t('field.value')}
        placeholder={t('field.value')}
        value={amount}
        refusal={t('refused.amount')}
        onCommit={setAmount}
      />
      <Select
        className={styles.addStage ?? ''}
        aria-label={t('field.stage')}
        value={stage}
        data={OPPORTUNITY_STAGES.map((value) => ({ value, label: t(`stage.${value}`) }))}
        onChange={(value) => setStage(OPPORTUNITY_STAGES.find((one) => one === value) ?? 'identified')}
      />
      <Button
        size="sm"
        type="submit"
        leftSection={<IconPlus size={16} stroke={1.6} />}
        disabled={name.trim() === '' || owner === null}
      >
        {t('new.act')}
      </Button>
    </form>
  )
}
