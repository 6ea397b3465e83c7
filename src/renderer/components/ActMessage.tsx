import styles from './ActMessage.module.css'

/** A toast's sentence with the one act that follows from it. */
export function ActMessage({ text, act, onAct }: { text: string; act: string; onAct: () => void }) {
  return (
    <span className={styles.message}>
      <span>{text}</span>
      <button type="button" className={styles.act} onClick={onAct}>
        {act}
      </button>
    </span>
  )
}
