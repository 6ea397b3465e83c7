import { useTranslation } from 'react-i18next'
import styles from './UndoMessage.module.css'

/** A toast's sentence with the act that takes it back. */
export function UndoMessage({ text, onUndo }: { text: string; onUndo: () => void }) {
  const { t } = useTranslation('common')
  return (
    <span className={styles.message}>
      <span>{text}</span>
      <button type="button" className={styles.undo} onClick={onUndo}>
        {t('undo')}
      </button>
    </span>
  )
}
