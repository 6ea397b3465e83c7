import { useTranslation } from 'react-i18next'
import { call } from '../../../api/client.ts'
import { useErrorText } from '../../../api/use-error-text.ts'
import { showToast } from '../../../components/toast.ts'
import { type ModelDraftEdits, toDraft } from '../use-model-draft.ts'

/** Makes a version the draft, then goes on to editing it; a failure is told in a toast. */
export function useTakeVersion(edits: ModelDraftEdits, onEdit: () => void): (version: number) => void {
  const { t } = useTranslation('model')
  const errorText = useErrorText()
  const take = async (version: number) => {
    try {
      const model = await call('model.get', { version })
      edits.load({ model: toDraft(model), changes: [] }, null)
      showToast({ message: t('versions.taken', { version }) })
      onEdit()
    } catch (failure) {
      const { what, remedy } = errorText(failure)
      showToast({ title: what, message: remedy, isFailure: true })
    }
  }
  return (version) => void take(version)
}
