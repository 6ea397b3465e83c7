import { shortcutKeys } from './actions/shortcut.ts'
import styles from './Keys.module.css'

/** A shortcut as key caps; screen readers get it from aria-keyshortcuts of the control. */
export function Keys({ shortcut }: { shortcut: string }) {
  return (
    <span className={styles.keys} aria-hidden>
      {shortcutKeys(shortcut).map((key) => (
        <kbd key={key} className={styles.key}>
          {key}
        </kbd>
      ))}
    </span>
  )
}
