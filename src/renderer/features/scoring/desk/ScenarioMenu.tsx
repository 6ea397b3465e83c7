import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../../api/use-call.ts'
import { useCommand } from '../../../api/use-command.ts'
import { useUndoToast } from '../../../components/page/use-undo.tsx'
import type { ModelDraftEdits } from '../use-model-draft.ts'

/** The kept scenarios: load one into the desk, or remove the loaded one. */
export function ScenarioMenu({ edits }: { edits: ModelDraftEdits }) {
  const { t } = useTranslation('scoring')
  const { data: scenarios = [] } = useCall('model.listScenarios', {})
  const undoToast = useUndoToast()
  const { scenario } = edits
  const remove = useCommand('model.removeScenario', {
    onSuccess: () => {
      if (!scenario) return
      undoToast(t('desk.scenarioRemoved', { name: scenario.name }))
      edits.load({ model: edits.model, changes: edits.changes }, null)
    },
  })
  if (scenarios.length === 0) return null
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <Button rightSection={<IconChevronDown size={14} stroke={1.6} />}>
          {scenario ? scenario.name : t('desk.scenarios', { count: scenarios.length })}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {scenarios.map(({ id, name, content, createdBy }) => (
          <Menu.Item
            key={id}
            disabled={content === null}
            aria-current={scenario?.id === id || undefined}
            rightSection={<span className="ms-dimmed">{createdBy}</span>}
            onClick={() => content && edits.load(content, { id, name })}
          >
            {name}
          </Menu.Item>
        ))}
        {scenario && (
          <>
            <Menu.Divider />
            <Menu.Item
              leftSection={<IconTrash size={16} stroke={1.6} />}
              onClick={() => remove.mutate({ id: scenario.id })}
            >
              {t('desk.scenarioRemove', { name: scenario.name })}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
