import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/contract.ts'
import type { ModelReference } from '#shared/contract/model.ts'
import { useCall } from '../../../api/use-call.ts'
import type { ModelDraftEdits } from '../use-model-draft.ts'

export interface ModelChoice {
  value: string
  label: string
  reference: ModelReference
}

/** What a version is chosen by. */
export const versionValue = (version: number): string => `version ${version}`

/** Every model that can be compared: the draft where it differs, the readable versions, the kept scenarios. */
export function useModelChoices(versions: OutputOf<'model.list'>, edits: ModelDraftEdits): ModelChoice[] {
  const { t } = useTranslation('model')
  const { data: scenarios = [] } = useCall('model.listScenarios', {})
  return [
    ...(edits.isChanged
      ? [
          {
            value: 'draft',
            label: t('versions.draft'),
            reference: { kind: 'draft' as const, model: edits.model, changes: [...edits.changes] },
          },
        ]
      : []),
    ...versions
      .filter(({ isReadable }) => isReadable)
      .map(({ version, name, isInForce }) => ({
        value: versionValue(version),
        label: isInForce ? `v${version} ${name} · ${t('versions.inForce')}` : `v${version} ${name}`,
        reference: { kind: 'version' as const, version },
      })),
    ...scenarios
      .filter(({ content }) => content !== null)
      .map(({ id, name }) => ({
        value: `scenario ${id}`,
        label: t('versions.scenario', { name }),
        reference: { kind: 'scenario' as const, id },
      })),
  ]
}
