import { useTranslation } from 'react-i18next'
import { useCall } from '../../../api/use-call.ts'
import { Drawer, DrawerBlock } from '../../../components/Drawer.tsx'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { LoadingLine } from '../../../components/LoadingLine.tsx'
import { useModelParameters } from './use-model-parameters.ts'
import styles from './Versions.module.css'

/** One version with all its parameters. */
export function VersionDrawer({ version, onClose }: { version: number; onClose: () => void }) {
  const { t } = useTranslation('model')
  const { data, error } = useCall('model.get', { version })
  const parametersOf = useModelParameters()
  const title = t('versions.sheet', { version })
  return (
    <Drawer label={title} head={<b>{title}</b>} onClose={onClose}>
      <DrawerBlock>
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
