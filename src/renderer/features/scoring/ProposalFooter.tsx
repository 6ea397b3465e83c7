import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ScoringModel } from '#shared/domain/scoring-model.ts'
import { useCommand } from '../../api/use-command.ts'
import { useUndoToast } from '../../components/page/use-undo.tsx'
import { isSameModel } from './model-differences.ts'
import styles from './Scoring.module.css'

export interface ProposalFooterProps {
  present: ScoringModel
  proposed: ScoringModel
  /** The proposal was kept out or adopted; there is nothing more to look at. */
  onDone: () => void
}

/** Keeps the model in force or adopts the proposal as its next version. */
export function ProposalFooter({ present, proposed, onDone }: ProposalFooterProps) {
  const { t } = useTranslation('scoring')
  const undoToast = useUndoToast()
  const adopt = useCommand('model.adopt', {
    onSuccess: ({ version }) => {
      onDone()
      undoToast(t('proposal.adopted', { version }))
    },
  })
  const isNew = !isSameModel(present, proposed)
  return (
    <>
      <span className={styles.footnote}>{isNew && t('proposal.frozen')}</span>
      <Button size="sm" onClick={onDone}>
        {t('proposal.keep', { version: present.version })}
      </Button>
      <Button
        size="sm"
        variant="filled"
        disabled={!isNew || adopt.isPending}
        onClick={() => adopt.mutate({})}
      >
        {isNew ? t('proposal.adopt', { version: proposed.version }) : t('proposal.nothing')}
      </Button>
    </>
  )
}
