import { useEffect } from 'react'

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

/** A file dropped anywhere outside a drop zone; without this the browser would leave the page for the file. */
export function useFileDrop(onFile: (file: File) => void): void {
  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault()
    }
    const onDrop = (event: DragEvent) => {
      const isTaken = event.defaultPrevented
      if (hasFiles(event)) event.preventDefault()
      const file = event.dataTransfer?.files[0]
      if (file && !isTaken && !document.querySelector('[aria-modal="true"]')) onFile(file)
    }
    window.addEventListener('dragover', onDragOver)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragover', onDragOver)
      window.removeEventListener('drop', onDrop)
    }
  }, [onFile])
}
