import { Button } from '@mantine/core'
import { IconPencil, IconWand } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

export interface ModelToolsProps {
  isEditing: boolean
  onEdit: (isEditing: boolean) => void
  onPropose: () => void
}

/** What can be done with the model where it is read: edit it, or have one proposed from the firm's own figures. */
export function ModelTools({ isEditing, onEdit, onPropose }: ModelToolsProps) {
  const { t } = useTranslation('scoring')
  const { t: tModel } = useTranslation('model')
  return (
    <>
      <Button
        leftSection={isEditing ? undefined : <IconPencil size={16} stroke={1.6} />}
        onClick={() => onEdit(!isEditing)}
      >
        {tModel(isEditing ? 'read' : 'edit')}
      </Button>
      <Button leftSection={<IconWand size={16} stroke={1.6} />} onClick={onPropose}>
        {t('propose')}
      </Button>
    </>
  )
}
