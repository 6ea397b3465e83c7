import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PurchaseFactor } from '#shared/contract/factor.ts'
import { MOST_FACTORS } from '#shared/domain/purchase-factor.ts'
import { CommitField } from '../../../components/CommitField.tsx'
import { Drawer, DrawerBlock } from '../../../components/Drawer.tsx'
import { useFactorTexts } from '../../../components/factor/use-factor-texts.ts'
import styles from './Factors.module.css'
import type { FactorEdits } from './use-factor-edits.ts'

export interface FactorListDrawerProps {
  factors: readonly PurchaseFactor[]
  isSeedPrior: boolean
  edits: FactorEdits
  isReadOnly: boolean
  onClose: () => void
}

const FEWEST_FACTORS = 2
const NEW_POINTS = 20

function NewFactor({ edits }: { edits: FactorEdits }) {
  const { t } = useTranslation('factor')
  const [name, setName] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    edits.define({ name: name.trim(), priorPoints: NEW_POINTS })
    setName('')
  }
  return (
    <form onSubmit={submit} className={styles.newFactor}>
      <TextInput
        aria-label={t('list.newName')}
        placeholder={t('list.newName')}
        value={name}
        maxLength={60}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" disabled={name.trim() === ''}>
        {t('list.add')}
      </Button>
    </form>
  )
}

/** The firm's factors: named, ordered, and with the weights that every account starts from. */
export function FactorListDrawer(props: FactorListDrawerProps) {
  const { factors, isSeedPrior, edits, isReadOnly, onClose } = props
  const { t } = useTranslation('factor')
  const { nameOf, percentOf } = useFactorTexts()
  const ids = factors.map(({ id }) => id)
  const move = (place: number, by: number) => {
    const next = [...ids]
    const [moved] = next.splice(place, 1)
    if (moved === undefined) return
    next.splice(place + by, 0, moved)
    edits.reorder(next)
  }
  return (
    <Drawer label={t('act.list')} onClose={onClose} head={<h2>{t('act.list')}</h2>}>
      <DrawerBlock>
        <p className="ms-dimmed">
          {t('list.note')} {t(isSeedPrior ? 'list.seed' : 'list.own')}
        </p>
        <ol className={styles.list}>
          {factors.map((factor, place) => {
            const name = nameOf(factor)
            return (
              <li key={factor.id} className={styles.item}>
                <CommitField
                  aria-label={t('list.nameOf', { place: place + 1 })}
                  value={name}
                  maxLength={60}
                  isRequired={factor.kind === null}
                  disabled={isReadOnly}
                  // A starting factor that is emptied takes its translated name again.
                  onCommit={(text) => edits.revise(factor.id, { name: text || null })}
                />
                <div className={styles.itemRow}>
                  <CommitField
                    aria-label={t('list.priorOf', { factor: name })}
                    value={String(factor.priorPoints)}
                    isRequired
                    disabled={isReadOnly}
                    inputMode="decimal"
                    w={72}
                    onCommit={(text) => {
                      const points = Number(text)
                      if (Number.isFinite(points)) {
                        edits.revise(factor.id, { priorPoints: Math.min(Math.max(points, 0), 100) })
                      }
                    }}
                  />
                  <span className="ms-dimmed">
                    {t('list.share', { percent: percentOf(factor.priorWeight) })}
                  </span>
                  {!isReadOnly && (
                    <span className={styles.itemActs}>
                      <ActionIcon
                        aria-label={t('list.up', { factor: name })}
                        disabled={place === 0}
                        onClick={() => move(place, -1)}
                      >
                        <IconArrowUp size={16} stroke={1.6} />
                      </ActionIcon>
                      <ActionIcon
                        aria-label={t('list.down', { factor: name })}
                        disabled={place === factors.length - 1}
                        onClick={() => move(place, 1)}
                      >
                        <IconArrowDown size={16} stroke={1.6} />
                      </ActionIcon>
                      <ActionIcon
                        aria-label={t('list.remove', { factor: name })}
                        disabled={factors.length <= FEWEST_FACTORS}
                        onClick={() => edits.remove(factor.id)}
                      >
                        <IconTrash size={16} stroke={1.6} />
                      </ActionIcon>
                    </span>
                  )}
                </div>
              </li>
            )
          })}
        </ol>
        {!isReadOnly && factors.length < MOST_FACTORS && <NewFactor edits={edits} />}
      </DrawerBlock>
    </Drawer>
  )
}
