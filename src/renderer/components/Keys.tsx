import { shortcutKeys } from './actions/shortcut.ts'
import styles from './Keys.module.css'

export interface KeysProps {
  shortcut: string
  /** One cap for all keys. */
  isJoined?: boolean
  /** Read out; elsewhere the control carries aria-keyshortcuts. */
  isSpoken?: boolean
}

/** A shortcut as key caps. */
export function Keys({ shortcut, isJoined = false, isSpoken = false }: KeysProps) {
  const keys = shortcutKeys(shortcut)
  return (
    <span className={styles.keys} aria-hidden={!isSpoken}>
      {(isJoined ? [keys.join(' ')] : keys).map((key) => (
        <kbd key={key} className={styles.key}>
          {key}
        </kbd>
      ))}
    </span>
  )
}
