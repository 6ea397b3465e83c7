import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../../components/Notice.tsx'
import scoring from '../Scoring.module.css'
import styles from './Edit.module.css'

export interface EditHeadlineProps {
  /** The one the draft would become. */
  version: number
  /** Undefined until something differs. */
  movedCount: number | undefined
  /** Problems that are about the other tab of the editor. */
  elsewhere: number
  other: 'criteria' | 'rules'
  onGo: (tab: 'criteria' | 'rules') => void
}

/** Which draft is edited, who would move by it, and what is wrong out of sight. */
export function EditHeadline({ version, movedCount, elsewhere, other, onGo }: EditHeadlineProps) {
  const { t } = useTranslation('model')
  return (
    <div className={scoring.headline}>
      <h2 className={scoring.sentence} aria-live="polite">
        {movedCount === undefined
          ? t('draftHeadline', { version })
          : t('draftMoves', { version, count: movedCount })}
      </h2>
      <div className="ms-dimmed">{t('draftNote')}</div>
      {elsewhere > 0 && (
        <div className={styles.elsewhere}>
          <Notice
            tone="amber"
            role="status"
            title={t(`elsewhere.${other}`, { count: elsewhere })}
            action={<Button onClick={() => onGo(other)}>{t('elsewhere.go')}</Button>}
          />
        </div>
      )}
    </div>
  )
}
