import { Button } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../components/format.tsx'
import styles from './ImportPage.module.css'
import type { NextAct } from './next-act.ts'

export interface WizardFooterProps {
  /** Counts and remarks at the left. */
  children: ReactNode
  next: NextAct
  isBusy: boolean
  onBack: () => void
  onNext: () => void
}

/** The label of the one primary act; disabled, it says what is missing. */
function useNextLabel(): (next: NextAct) => string {
  const { t } = useTranslation('import')
  const format = useFormat()
  return (next) => {
    if (next.act === 'blocked') {
      if (next.reason === 'missing') {
        const names = next.gaps.map((gap) => t(`gaps.${gap}`)).join(t('gaps.separator'))
        return t('next.missing', { names })
      }
      return t(`next.${next.reason}`)
    }
    if (next.act === 'write') return t('next.write', { count: next.rows, rows: format.number(next.rows) })
    if (next.isChecking) return t('next.checking')
    if (next.problemRows > 0) {
      return t('next.problems', { count: next.problemRows, rows: format.number(next.problemRows) })
    }
    if (next.duplicates > 0) return t('next.duplicates', { count: next.duplicates })
    return t('next.check')
  }
}

/** Back, what will happen, and the next act. */
export function WizardFooter({ children, next, isBusy, onBack, onNext }: WizardFooterProps) {
  const { t } = useTranslation('import')
  const nextLabel = useNextLabel()
  return (
    <>
      <div className={styles.remarks}>{children}</div>
      <Button size="sm" onClick={onBack}>
        {t('back')}
      </Button>
      <Button
        size="sm"
        variant="filled"
        disabled={next.act === 'blocked' || isBusy}
        rightSection={<IconArrowRight size={16} stroke={1.6} aria-hidden />}
        aria-keyshortcuts="Enter"
        onClick={onNext}
      >
        {nextLabel(next)}
      </Button>
    </>
  )
}
