import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordedSpend } from '#shared/contract/wallet.ts'
import type { SpendCompetitor } from '#shared/domain/wallet.ts'
import { CommitField } from '../../../components/CommitField.tsx'
import { PercentField } from '../../../components/PercentField.tsx'
import styles from './Share.module.css'
import type { WalletEdits } from './use-wallet-edits.ts'

/** Who else sells to the customer, and how much of the newest year's spend they hold. */
export function CompetitorsField({ spend, edits }: { spend: RecordedSpend; edits: WalletEdits }) {
  const { t } = useTranslation('wallet')
  const [attempt, setAttempt] = useState(0)
  const { competitors } = spend
  const write = (next: SpendCompetitor[]) => edits.revise(spend.id, { competitors: next })
  const replace = (index: number, part: Partial<SpendCompetitor>) =>
    write(competitors.map((each, at) => (at === index ? { ...each, ...part } : each)))
  return (
    <fieldset className={styles.competitors}>
      <legend>{t('competitors.label', { year: spend.year })}</legend>
      {competitors.map(({ name, sharePercent }, index) => (
        <span key={name} className={styles.competitor}>
          <CommitField
            size="xs"
            aria-label={t('competitors.name')}
            value={name}
            isRequired
            maxLength={120}
            onCommit={(text) => replace(index, { name: text })}
          />
          <PercentField
            size="xs"
            className={styles.percent ?? ''}
            aria-label={t('competitors.share', { name })}
            value={sharePercent}
            refusal={t('refused.percent')}
            onCommit={(percent) => replace(index, { sharePercent: percent })}
          />
          <ActionIcon
            aria-label={t('competitors.remove', { name })}
            onClick={() => write(competitors.filter((_, at) => at !== index))}
          >
            <IconX size={14} stroke={1.6} />
          </ActionIcon>
        </span>
      ))}
      <span className={styles.competitor}>
        <CommitField
          key={attempt}
          size="xs"
          aria-label={t('competitors.add')}
          placeholder={t('competitors.add')}
          value=""
          maxLength={120}
          onCommit={(text) => {
            if (competitors.some(({ name }) => name === text)) return
            write([...competitors, { name: text, sharePercent: null }])
            setAttempt(attempt + 1)
          }}
        />
      </span>
    </fieldset>
  )
}
