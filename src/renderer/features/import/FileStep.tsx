import { Button } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PickedFile } from '#shared/contract/host-bridge.ts'
import type { ImportKind } from '#shared/domain/import-kind.ts'
import { pickFile, takeFile } from '../../api/client.ts'
import { useCall } from '../../api/use-call.ts'
import { DropZone } from '../../components/DropZone.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { LoadingLine } from '../../components/LoadingLine.tsx'
import { Notice } from '../../components/Notice.tsx'
import { FileNeeds } from './FileNeeds.tsx'
import styles from './FileStep.module.css'
import type { ImportSession } from './import-session.ts'
import { PastImports } from './PastImports.tsx'
import { UnfinishedImport } from './UnfinishedImport.tsx'

export interface FileStepProps {
  onFile: (file: PickedFile, kind: ImportKind | null) => void
  /** A file that is not written yet, or being written. */
  unfinished: ImportSession | null
  onResume: () => void
  onForget: () => void
}

/** Where the file comes from, what has to be in it, and what came in before. */
export function FileStep({ onFile, unfinished, onResume, onForget }: FileStepProps) {
  const { t } = useTranslation('import')
  const { data: workspace } = useCall('workspace.current', {})
  const [reading, setReading] = useState<string | null>(null)
  const [kind, setKind] = useState<ImportKind | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const isReadOnly = workspace?.isReadOnly ?? false

  const receive = async (name: string, ask: () => Promise<PickedFile | null>) => {
    setFailure(null)
    setReading(name)
    try {
      const file = await ask()
      if (file) onFile(file, kind)
    } catch (thrown) {
      setFailure(thrown)
    } finally {
      setReading(null)
    }
  }

  return (
    <div className={styles.step}>
      <div className={styles.main}>
        {unfinished && <UnfinishedImport session={unfinished} onResume={onResume} onForget={onForget} />}
        {failure !== null && <ErrorNotice failure={failure} />}
        {isReadOnly && <Notice tone="amber">{t('file.readOnly')}</Notice>}
        <DropZone
          isDisabled={isReadOnly || reading !== null}
          onFile={(file) => void receive(file.name, () => takeFile(file))}
        >
          <div className={styles.zone}>
            <IconFileUpload size={32} stroke={1.2} className={styles.sign} aria-hidden />
            <h2 className={styles.title}>{t('file.heading')}</h2>
            <p className={styles.text}>{t('file.formats')}</p>
            <Button
              size="sm"
              variant="filled"
              disabled={isReadOnly || reading !== null}
              onClick={() => void receive('', () => pickFile('orders'))}
            >
              {t('file.choose')}
            </Button>
            {reading && <LoadingLine label={t('file.receiving', { name: reading })} />}
          </div>
        </DropZone>
        <PastImports />
      </div>
      <FileNeeds kind={kind} onKind={setKind} />
    </div>
  )
}
