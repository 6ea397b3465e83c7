import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './DropZone.module.css'

export interface DropZoneProps {
  /** The first file of the drop. */
  onFile: (file: File) => void
  isDisabled?: boolean
  /** A button inside offers the same to the keyboard. */
  children: ReactNode
}

const hasFiles = (event: DragEvent) => [...event.dataTransfer.types].includes('Files')

/** A dashed place that takes a dropped file. */
export function DropZone({ onFile, isDisabled = false, children }: DropZoneProps) {
  const { t } = useTranslation('common')
  const depth = useRef(0)
  const [isOver, setOver] = useState(false)
  const leave = () => {
    depth.current = 0
    setOver(false)
  }
  return (
    <section
      className={styles.zone}
      data-over={isOver || undefined}
      aria-label={t('dropZone')}
      onDragEnter={(event) => {
        if (isDisabled || !hasFiles(event)) return
        depth.current += 1
        setOver(true)
      }}
      onDragOver={(event) => {
        if (isDisabled || !hasFiles(event)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
      }}
      onDragLeave={() => {
        depth.current -= 1
        if (depth.current <= 0) leave()
      }}
      onDrop={(event) => {
        event.preventDefault()
        leave()
        const file = event.dataTransfer.files[0]
        if (file && !isDisabled) onFile(file)
      }}
    >
      {children}
    </section>
  )
}
