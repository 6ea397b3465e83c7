import { Modal, VisuallyHidden } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DialogFrame } from '../../components/DialogFrame.tsx'
import { Keys } from '../../components/Keys.tsx'
import { Tag } from '../../components/Tag.tsx'
import { useNameMatch } from './name-match.ts'
import styles from './Palette.module.css'
import { PaletteOption } from './PaletteOption.tsx'
import type { PaletteItem } from './palette-item.ts'
import { usePaletteGroups } from './use-palette-groups.ts'

const LIST_ID = 'palette-list'

function PaletteBody({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('palette')
  const [typed, setTyped] = useState('')
  const [place, setPlace] = useState(0)
  const text = typed.trim()
  const match = useNameMatch(true)
  const { groups, tag, isSettled } = usePaletteGroups(text, match)
  const items = groups.flatMap((group) => group.items)
  const active = items[Math.min(place, items.length - 1)]

  const run = (item: PaletteItem | undefined) => {
    if (!item) return
    onClose()
    item.run()
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || items.length === 0) return
    const current = Math.min(place, items.length - 1)
    if (event.key === 'ArrowDown') setPlace((current + 1) % items.length)
    else if (event.key === 'ArrowUp') setPlace((current - 1 + items.length) % items.length)
    else if (event.key === 'PageDown') setPlace(items.length - 1)
    else if (event.key === 'PageUp') setPlace(0)
    else if (event.key === 'Enter') run(active)
    else return
    event.preventDefault()
  }

  return (
    <>
      <div className={styles.head}>
        <IconSearch size={20} stroke={1.6} className={styles.icon} aria-hidden />
        <input
          className={styles.input}
          type="text"
          role="combobox"
          aria-label={t('title')}
          aria-expanded={items.length > 0}
          aria-controls={LIST_ID}
          aria-activedescendant={active?.id}
          autoComplete="off"
          spellCheck={false}
          placeholder={t('placeholder')}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setPlace(0)
          }}
          onKeyDown={onKeyDown}
          data-autofocus
        />
        {tag && <Tag>{tag}</Tag>}
        <Keys shortcut="esc" />
      </div>
      <div id={LIST_ID} className={styles.list} role="listbox" aria-label={t('results')} tabIndex={-1}>
        {groups.map((group) => (
          <fieldset key={group.key} className={styles.set} aria-label={group.title}>
            <div className={styles.group} aria-hidden>
              {group.title}
            </div>
            {group.items.map((item) => (
              <PaletteOption
                key={item.id}
                item={item}
                text={text}
                match={match}
                isActive={item === active}
                onPoint={() => setPlace(items.indexOf(item))}
                onRun={() => run(item)}
              />
            ))}
          </fieldset>
        ))}
      </div>
      {items.length === 0 && isSettled && (
        <p className={styles.none} role="status">
          {t('none', { text })}
        </p>
      )}
      <div className={styles.foot} aria-hidden>
        <span>
          <Keys shortcut="up down" /> {t('choose')}
        </span>
        <span>
          <Keys shortcut="enter" /> {t('open')}
        </span>
        <span className={styles.space} />
        <span>
          <Keys shortcut="?" /> {t('allShortcuts')}
        </span>
      </div>
    </>
  )
}

/** Search, places and acts in one list, by keyboard. */
export function Palette({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('palette')
  return (
    <DialogFrame isOpen={isOpen} onClose={onClose} width={640} top={120}>
      <VisuallyHidden>
        <Modal.Title>{t('title')}</Modal.Title>
      </VisuallyHidden>
      <div className={styles.body}>
        <PaletteBody onClose={onClose} />
      </div>
    </DialogFrame>
  )
}
