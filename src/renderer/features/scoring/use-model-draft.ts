import { useCallback, useMemo } from 'react'
import type { FigureChange } from '#shared/contract/model.ts'
import type { ModelDraft, ScoringModel } from '#shared/domain/scoring-model.ts'
import { useCall } from '../../api/use-call.ts'
import { type Draft, setDraft, useDraft } from './model-draft.ts'

export interface ModelDraftEdits {
  model: ModelDraft
  changes: readonly FigureChange[]
  scenario: Draft['scenario']
  /** Something differs from the model in force. */
  isChanged: boolean
  revise: (change: Partial<ModelDraft>) => void
  reviseFigures: (changes: readonly FigureChange[]) => void
  load: (
    content: { model: ModelDraft; changes: readonly FigureChange[] },
    scenario: Draft['scenario'],
  ) => void
  discard: () => void
}

/** A version without its number: where a draft starts. */
export function toDraft({ version: _version, ...model }: ScoringModel): ModelDraft {
  return model
}

const isEqual = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** The draft over the model in force: untouched it is that model itself. */
export function useModelDraft(present: ScoringModel): ModelDraftEdits {
  const { data: workspace } = useCall('workspace.current', {})
  const workspaceId = workspace?.id
  const kept = useDraft(workspaceId)
  const base = useMemo(() => toDraft(present), [present])
  const model = kept?.model ?? base
  const changes = useMemo(() => kept?.changes ?? [], [kept])
  const scenario = kept?.scenario ?? null

  const load = useCallback<ModelDraftEdits['load']>(
    (content, from) => {
      if (workspaceId === undefined) return
      const isAsItIs = isEqual(content.model, base) && content.changes.length === 0
      setDraft(isAsItIs ? null : { workspaceId, ...content, scenario: from })
    },
    [workspaceId, base],
  )
  const revise = useCallback(
    (change: Partial<ModelDraft>) => load({ model: { ...model, ...change }, changes }, scenario),
    [load, model, changes, scenario],
  )
  const reviseFigures = useCallback(
    (next: readonly FigureChange[]) => load({ model, changes: next }, scenario),
    [load, model, scenario],
  )
  const discard = useCallback(() => setDraft(null), [])
  return { model, changes, scenario, isChanged: kept !== null, revise, reviseFigures, load, discard }
}
