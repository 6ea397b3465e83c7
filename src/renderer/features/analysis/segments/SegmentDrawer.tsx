import { ActionIcon, Autocomplete, Button, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/contract.ts'
import type { SegmentRow } from '#shared/contract/segment.ts'
import { useCall } from '../../../api/use-call.ts'
import { ClassLetter } from '../../../components/ClassLetter.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { DialogActs } from '../../../components/DialogActs.tsx'
import { Drawer, DrawerBlock } from '../../../components/Drawer.tsx'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { useFormat } from '../../../components/format.tsx'
import { LoadingLine } from '../../../components/LoadingLine.tsx'
import styles from '../Analysis.module.css'
import { candidateFigure } from './ChosenAccount.tsx'
import own from './Segments.module.css'
import type { SegmentEdits } from './use-segment-edits.ts'

type Account = OutputOf<'segment.listAccounts'>[number]

const SHOWN = 200

function AssignDialog({
  account,
  segments,
  onAssign,
  onClose,
}: {
  account: Account
  segments: readonly string[]
  onAssign: (segment: string | null) => void
  onClose: () => void
}) {
  const { t } = useTranslation('segments')
  const { t: tCommon } = useTranslation('common')
  const [segment, setSegment] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onAssign(segment.trim() || null)
    onClose()
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('assign.title', { name: account.name })}>
      <form onSubmit={submit} className={styles.form}>
        <Autocomplete
          label={t('assign.segment')}
          description={t('assign.hint', { industry: account.industry ?? t('none') })}
          data={[...segments]}
          value={segment}
          maxLength={120}
          data-autofocus
          onChange={setSegment}
        />
        <div className={styles.acts}>
          <DialogActs act={tCommon('save')} onCancel={onClose} />
        </div>
      </form>
    </Dialog>
  )
}

/** The accounts of one segment: best and worst are chosen here, and accounts moved to another segment. */
export function SegmentDrawer({
  row,
  segments,
  edits,
  isReadOnly,
  onClose,
}: {
  row: SegmentRow
  segments: readonly string[]
  edits: SegmentEdits
  isReadOnly: boolean
  onClose: () => void
}) {
  const { t } = useTranslation('segments')
  const format = useFormat()
  const [moving, setMoving] = useState<Account | null>(null)
  const { data, error } = useCall('segment.listAccounts', { segment: row.segment }, { keepPrevious: true })
  const name = row.segment ?? t('none')
  const best = row.chosenBest ?? row.proposedBest
  const worst = row.chosenWorst ?? row.proposedWorst
  return (
    <Drawer
      label={name}
      onClose={onClose}
      head={
        <>
          <h2>{name}</h2>
          <div className="ms-dimmed">
            {t('counts', { count: row.accountCount, trading: row.tradingCount })}
          </div>
        </>
      }
    >
      <DrawerBlock title={t('drawer.accounts')} note={t(`by.${row.proposedBy}`)}>
        {error ? <ErrorNotice failure={error} /> : !data && <LoadingLine />}
        <ul className={own.list}>
          {(data ?? []).slice(0, SHOWN).map((account) => (
            <li key={account.id} className={own.item}>
              <ClassLetter valueClass={account.valueClass} />
              <Link to="/accounts/$accountId" params={{ accountId: account.id }} className={own.link}>
                {account.name}
              </Link>
              <span className="ms-dimmed">
                {account.id === best?.id
                  ? t('drawer.best')
                  : account.id === worst?.id
                    ? t('drawer.worst')
                    : ''}
              </span>
              <span className="ms-number">{candidateFigure(account, row.proposedBy, format)}</span>
              {!isReadOnly && (
                <Menu position="bottom-end">
                  <Menu.Target>
                    <ActionIcon aria-label={t('drawer.actsOf', { name: account.name })}>
                      <IconDots size={16} stroke={1.6} />
                    </ActionIcon>
                  </Menu.Target>
                  <Menu.Dropdown>
                    <Menu.Item onClick={() => edits.revise(row.segment, { bestId: account.id })}>
                      {t('drawer.setBest')}
                    </Menu.Item>
                    <Menu.Item onClick={() => edits.revise(row.segment, { worstId: account.id })}>
                      {t('drawer.setWorst')}
                    </Menu.Item>
                    <Menu.Item onClick={() => setMoving(account)}>{t('drawer.move')}</Menu.Item>
                    {account.isAssigned && (
                      <Menu.Item onClick={() => edits.assign(account, null)}>
                        {t('drawer.unassign')}
                      </Menu.Item>
                    )}
                  </Menu.Dropdown>
                </Menu>
              )}
            </li>
          ))}
        </ul>
        {(data?.length ?? 0) > SHOWN && <p className="ms-dimmed">{t('drawer.more', { count: SHOWN })}</p>}
      </DrawerBlock>
      {!isReadOnly && (row.chosenBest || row.chosenWorst) && (
        <DrawerBlock>
          <Button onClick={() => edits.revise(row.segment, { bestId: null, worstId: null })}>
            {t('drawer.proposals')}
          </Button>
        </DrawerBlock>
      )}
      {moving && (
        <AssignDialog
          account={moving}
          segments={segments}
          onAssign={(segment) => edits.assign(moving, segment)}
          onClose={() => setMoving(null)}
        />
      )}
    </Drawer>
  )
}
