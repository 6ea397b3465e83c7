import { ActionIcon, Popover, Tooltip } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Record.module.css'
import { RowHistory } from './RowHistory.tsx'

/** A field with its label, its editor, and who changed it when. */
export function FieldRow({
  rowId,
  field,
  label,
  isTall = false,
  isWanted = false,
  children,
}: {
  rowId: string
  field: string
  label: string
  isTall?: boolean
  /** The user came here to fill in this one: it takes the focus. */
  isWanted?: boolean
  children: ReactNode
}) {
  const { t } = useTranslation('account')
  const row = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  const historyLabel = t('history.ofField', { field: label })

  useEffect(() => {
    if (!isWanted) return
    const editor = row.current?.querySelector<HTMLElement>('input, textarea')
    editor?.focus()
    editor?.scrollIntoView({ block: 'center' })
  }, [isWanted])

  return (
    <div ref={row} className={styles.row} data-tall={isTall || undefined} data-wanted={isWanted || undefined}>
      <span className={styles.label} aria-hidden>
        {label}
      </span>
      <div className={styles.field}>{children}</div>
      <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={320} trapFocus returnFocus>
        <Popover.Target>
          <Tooltip label={historyLabel}>
            <ActionIcon
              size="xs"
              className={styles.history ?? ''}
              aria-label={historyLabel}
              aria-haspopup="dialog"
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            >
              <IconHistory size={14} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        </Popover.Target>
        <Popover.Dropdown aria-label={historyLabel} mah={360} style={{ overflowY: 'auto' }}>
          {isOpen && <RowHistory rowId={rowId} field={field} />}
        </Popover.Dropdown>
      </Popover>
    </div>
  )
}
