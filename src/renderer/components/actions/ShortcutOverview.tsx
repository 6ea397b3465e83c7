import { useTranslation } from 'react-i18next'
import { Dialog } from '../Dialog.tsx'
import { Keys } from '../Keys.tsx'
import { type Action, inScopeOrder } from './action.ts'
import styles from './ShortcutOverview.module.css'
import { useActionGroups } from './use-actions.ts'

interface KeyLine {
  id: string
  label: string
  shortcut: string
}

const hasShortcut = (action: Action): action is Action & KeyLine => action.shortcut !== undefined

function Section({ title, lines }: { title: string; lines: readonly KeyLine[] }) {
  if (lines.length === 0) return null
  return (
    <section className={styles.section}>
      <h3>{title}</h3>
      <dl className={styles.list}>
        {lines.map(({ id, label, shortcut }) => (
          <div key={id} className={styles.line}>
            <dt>{label}</dt>
            <dd>
              <Keys shortcut={shortcut} isSpoken />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Every shortcut that works here, from the actions offered now and the keys of lists. */
export function ShortcutOverview({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('common')
  const groups = useActionGroups()
  const gridKeys: KeyLine[] = [
    { id: 'move', label: t('keys.move'), shortcut: 'up down' },
    { id: 'open', label: t('keys.open'), shortcut: 'enter' },
    { id: 'preview', label: t('keys.preview'), shortcut: 'space' },
    { id: 'close', label: t('keys.close'), shortcut: 'esc' },
    { id: 'edit', label: t('keys.edit'), shortcut: 'F2' },
    { id: 'all', label: t('grid.selectAll'), shortcut: 'ctrl+a' },
  ]
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('frame.allShortcuts')} width={720}>
      <div className={styles.columns}>
        {inScopeOrder(groups).map((group) => (
          <Section
            key={`${group.scope}-${group.title}`}
            title={group.title}
            lines={group.actions.filter(hasShortcut)}
          />
        ))}
        <Section title={t('keys.inLists')} lines={gridKeys} />
      </div>
    </Dialog>
  )
}
