import styles from './Avatar.module.css'

/** Initial of a person in a circle; our own people in pine. The name stands beside it. */
export function Avatar({ name, isOurs = false }: { name: string; isOurs?: boolean }) {
  return (
    <span className={styles.avatar} data-ours={isOurs || undefined} aria-hidden>
      {[...name.trim()][0]?.toUpperCase() ?? '?'}
    </span>
  )
}
