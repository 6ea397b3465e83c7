import { Modal } from '@mantine/core'

export function ShortcutOverview({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return <Modal opened={isOpen} onClose={onClose} />
}
