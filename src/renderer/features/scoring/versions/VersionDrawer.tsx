import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../../api/use-call.ts'
import { Drawer, DrawerBlock } from '../../../components/Drawer.tsx'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { LoadingLine } from '../../../components/LoadingLine.tsx'
import type { ModelDraftEdits } from '../use-model-draft.ts'
import { useModelParameters } from './use-model-parameters.ts'
import { useTakeVersion } from './use-take-version.ts'
import styles from './Versions.module.css'

export interface VersionDrawerProps {
  version: number
  edits: ModelDraftEdits
  onClose: () => void
  /** After the version became the draft. */
  onEdit: () => void
}

/** One version with all its parameters. */
export function VersionDrawer({ version, edits, onClose, onEdit }: VersionDrawerProps) {
  const { t } = useTranslation('model')
  const { data, error } = useCall('model.get', { version })
  const take = useTakeVersion(edits, onEdit)
  const parametersOf = useModelParameters()
  const title = t('versions.sheet', { version })
  return (
    <Drawer label={title} head={<b>{title}</b>} onClose={onClose}>
      <DrawerBlock>
        <div className={styles.drawerActs}>
          <Button disabled={!data} onClick={() => take(version)}>
            {t('versions.take')}
          </Button>
        </div>
        {error ? (
          <ErrorNotice failure={error} />
        ) : data ? (
          <dl className={styles.sheet}>
            {data.note && (
              <div>
                <dt>{t('versions.why')}</dt>
                <dd>{data.note}</dd>
              </div>
            )}
            {parametersOf(data).map(({ key, label, value }) => (
              <div key={key}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        ) : (
          <LoadingLine />
        )}
      </DrawerBlock>
    </Drawer>
  )
}
