import { shortcutKeys } from './actions/shortcut.ts'
import styles from './Keys.module.css'

/** A shortcut as key caps; screen readers get it from aria-keyshortcuts of the control. */
export function Keys({ shortcut, isJoined = false }: { shortcut: string; isJoined?: boolean }) {
  const keys = shortcutKeys(shortcut)
  return (
    <span className={styles.keys} aria-hidden>
      {(isJoined ? [keys.join(' ')] : keys).map((key) => (
        <kbd key={key} className={styles.key}>
          {key}
        </kbd>
      ))}
    </span>
  )
}
