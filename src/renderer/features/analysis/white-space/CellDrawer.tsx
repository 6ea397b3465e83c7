import { Button, Select } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputOf } from '#shared/contract/contract.ts'
import type { WhiteSpaceCell, WhiteSpaceRow } from '#shared/contract/wallet.ts'
import { WHITE_SPACE_STATES } from '#shared/domain/wallet.ts'
import { useCommand } from '../../../api/use-command.ts'
import { AmountField } from '../../../components/AmountField.tsx'
import { ClassLetter } from '../../../components/ClassLetter.tsx'
import { CommitField } from '../../../components/CommitField.tsx'
import { DayField } from '../../../components/DayField.tsx'
import { Drawer, DrawerBlock } from '../../../components/Drawer.tsx'
import { useFormat } from '../../../components/format.tsx'
import { useUndoToast } from '../../../components/page/use-undo.tsx'
import styles from './WhiteSpace.module.css'

type CellChanges = InputOf<'wallet.setCell'>['changes']

export interface CellDrawerProps {
  row: WhiteSpaceRow
  cell: WhiteSpaceCell
  category: string
  onClose: () => void
}

/** One cell: what is known, what people noted, and the opportunity it becomes. */
export function CellDrawer({ row, cell, category, onClose }: CellDrawerProps) {
  const { t } = useTranslation('wallet')
  const format = useFormat()
  const made = useRef<HTMLAnchorElement>(null)
  const isMaking = useRef(false)
  useEffect(() => {
    if (cell.opportunityId === null || !isMaking.current) return
    isMaking.current = false
    // The button that made it is gone, and the focus with it.
    if (document.activeElement === document.body) made.current?.focus()
  }, [cell.opportunityId])
  const facts: [label: string, value: string][] = [
    [t('column.sales'), format.money(cell.sales)],
    [t('column.wallet'), format.money(cell.wallet)],
    [t('column.share'), format.percent(cell.sharePercent)],
    [
      t('column.potential'),
      `${format.money(cell.potential)}${cell.potentialFrom ? ` · ${t(`cell.from.${cell.potentialFrom}`)}` : ''}`,
    ],
  ]
  return (
    <Drawer
      label={t('cell.label', { account: row.account, category })}
      head={
        <>
          <div className={styles.headLine}>
            <ClassLetter valueClass={row.valueClass} />
            <h2>{row.account}</h2>
          </div>
          <div className="ms-dimmed">
            {category} · {t(`cell.kind.${cell.kind}`)}
          </div>
        </>
      }
      onClose={onClose}
    >
      <DrawerBlock title={t('cell.opportunity')}>
        {cell.opportunityId === null ? (
          <OpenOpportunity
            row={row}
            cell={cell}
            category={category}
            onOpen={() => {
              isMaking.current = true
            }}
          />
        ) : (
          <Link
            ref={made}
            to="/accounts/$accountId"
            params={{ accountId: row.accountId }}
            search={{ tab: 'share' }}
          >
            {cell.opportunityName}
          </Link>
        )}
      </DrawerBlock>
      <DrawerBlock title={t('cell.known')}>
        <dl className={styles.facts}>
          {facts.map(([label, value]) => (
            <div key={label} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </DrawerBlock>
      <DrawerBlock title={t('cell.noted')}>
        <Notes row={row} cell={cell} />
      </DrawerBlock>
      <DrawerBlock>
        <Link to="/accounts/$accountId" params={{ accountId: row.accountId }} search={{ tab: 'share' }}>
          {t('cell.openShare')}
        </Link>
      </DrawerBlock>
    </Drawer>
  )
}

/** Name, value and day are filled in already: one press makes the opportunity. */
function OpenOpportunity({
  row,
  cell,
  category,
  onOpen,
}: Omit<CellDrawerProps, 'onClose'> & { onOpen: () => void }) {
  const { t } = useTranslation('wallet')
  const format = useFormat()
  const tell = useUndoToast()
  const open = useCommand('wallet.openOpportunity')
  const [name, setName] = useState(t('cell.proposedName', { account: row.account, category }))
  const [amount, setAmount] = useState(cell.potential)
  const [expectedCloseOn, setExpected] = useState<string | null>(null)
  const act = () => {
    onOpen()
    open.mutate(
      {
        accountId: row.accountId,
        categoryId: cell.categoryId,
        name,
        value: amount === null ? null : { amount: Math.round(amount), currency: format.currency ?? 'CNY' },
        expectedCloseOn,
      },
      { onSuccess: () => tell(t('toast.opened', { name })) },
    )
  }
  return (
    <div className={styles.form}>
      <Button
        size="sm"
        variant="filled"
        leftSection={<IconPlus size={16} stroke={1.6} />}
        loading={open.isPending}
        onClick={act}
      >
        {t('cell.open')}
      </Button>
      <CommitField label={t('cell.name')} value={name} maxLength={200} isRequired onCommit={setName} />
      <AmountField
        label={t('cell.value')}
        value={amount}
        refusal={t('refused.amount')}
        onCommit={setAmount}
      />
      <DayField
        label={t('cell.expectedCloseOn')}
        value={expectedCloseOn}
        refusal={t('refused.day')}
        onCommit={setExpected}
      />
    </div>
  )
}

function Notes({ row, cell }: Pick<CellDrawerProps, 'row' | 'cell'>) {
  const { t } = useTranslation('wallet')
  const format = useFormat()
  const tell = useUndoToast()
  const { mutate } = useCommand('wallet.setCell')
  const write = (changes: CellChanges) =>
    mutate(
      { accountId: row.accountId, categoryId: cell.categoryId, changes },
      { onSuccess: () => tell(t('toast.cell', { account: row.account })) },
    )
  return (
    <div className={styles.form}>
      <Select
        label={t('cell.state')}
        placeholder={format.missing}
        clearable
        allowDeselect
        value={cell.state}
        data={WHITE_SPACE_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
        onChange={(value) => write({ state: WHITE_SPACE_STATES.find((one) => one === value) ?? null })}
      />
      <AmountField
        label={t('cell.potential')}
        value={cell.potentialFrom === 'noted' ? cell.potential : null}
        refusal={t('refused.amount')}
        onCommit={(amount) =>
          write({ potential: amount === null ? null : { amount, currency: format.currency ?? 'CNY' } })
        }
      />
      <CommitField
        label={t('cell.competitor')}
        placeholder={format.missing}
        value={cell.competitor ?? ''}
        maxLength={120}
        onCommit={(text) => write({ competitor: text === '' ? null : text })}
      />
      <CommitField
        label={t('cell.nextStep')}
        placeholder={format.missing}
        value={cell.nextStep ?? ''}
        maxLength={1000}
        onCommit={(text) => write({ nextStep: text === '' ? null : text })}
      />
    </div>
  )
}
