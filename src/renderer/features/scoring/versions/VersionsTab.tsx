import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconDownload, IconEye, IconPencil, IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ScoringModel } from '#shared/domain/scoring-model.ts'
import { useCall } from '../../../api/use-call.ts'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { useFormat } from '../../../components/format.tsx'
import { LoadingLine } from '../../../components/LoadingLine.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { SimpleTable } from '../../../components/SimpleTable.tsx'
import { Tag } from '../../../components/Tag.tsx'
import type { ModelDraftEdits } from '../use-model-draft.ts'
import { ComparePanel } from './ComparePanel.tsx'
import { ExportModelDialog } from './ExportModelDialog.tsx'
import { ImportModelDialog } from './ImportModelDialog.tsx'
import { useTakeVersion } from './use-take-version.ts'
import styles from './Versions.module.css'

export interface VersionsTabProps {
  present: ScoringModel
  edits: ModelDraftEdits
  onLook: (version: number) => void
  /** After something became the draft. */
  onEdit: () => void
}

/** Every version with who made it and why, what any two differ in, and models in and out as a text. */
export function VersionsTab({ present, edits, onLook, onEdit }: VersionsTabProps) {
  const { t } = useTranslation('model')
  const format = useFormat()
  const versions = useCall('model.list', {})
  const [dialog, setDialog] = useState<{ kind: 'import' } | { kind: 'export'; version: number } | null>(null)
  const take = useTakeVersion(edits, onEdit)
  if (versions.error) return <ErrorNotice failure={versions.error} />
  if (!versions.data) return <LoadingLine />
  const act = (icon: typeof IconEye, label: string, run: () => void, isDisabled = false) => {
    const Icon = icon
    return (
      <Tooltip label={label}>
        <ActionIcon aria-label={label} onClick={run} disabled={isDisabled}>
          <Icon size={16} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
    )
  }
  return (
    <div className={styles.tab}>
      <Panel
        padding="none"
        title={t('versions.title', { count: versions.data.length, version: present.version })}
        note={t('versions.note')}
        actions={
          <Button
            leftSection={<IconUpload size={16} stroke={1.6} />}
            onClick={() => setDialog({ kind: 'import' })}
          >
            {t('versions.import')}
          </Button>
        }
      >
        <div className={styles.wide}>
          <SimpleTable
            label={t('versions.label')}
            columns={[
              { key: 'version', label: t('versions.version'), width: 112 },
              { key: 'name', label: t('versions.name') },
              { key: 'why', label: t('versions.why') },
              { key: 'who', label: t('versions.who') },
              { key: 'from', label: t('versions.from') },
              { key: 'acts', label: t('versions.acts'), isLabelHidden: true, align: 'end', width: 124 },
            ]}
            rows={versions.data.map((one) => ({
              key: String(one.version),
              cells: [
                <span key="version" className={styles.version}>
                  <b>v{one.version}</b>
                  {one.isInForce && <Tag tone="accent">{t('versions.inForce')}</Tag>}
                </span>,
                one.isReadable ? one.name : <Tag key="name">{t('versions.newer')}</Tag>,
                <span key="why" className={one.note ? styles.wrap : 'ms-dimmed'}>
                  {one.note || t('versions.noReason')}
                </span>,
                <span key="who" className={styles.wrap}>
                  {one.adoptedBy || format.missing}{' '}
                  <span className="ms-dimmed">
                    {one.adoptedAt ? format.momentFull(one.adoptedAt) : format.missing}
                  </span>
                </span>,
                one.effectiveOn ? format.day(one.effectiveOn) : format.missing,
                <span key="acts" className={styles.acts}>
                  {act(
                    IconEye,
                    t('versions.lookAt', { version: one.version }),
                    () => onLook(one.version),
                    !one.isReadable,
                  )}
                  {act(
                    IconDownload,
                    t('versions.exportOf', { version: one.version }),
                    () => setDialog({ kind: 'export', version: one.version }),
                    !one.isReadable,
                  )}
                  {act(
                    IconPencil,
                    t('versions.takeOf', { version: one.version }),
                    () => take(one.version),
                    !one.isReadable,
                  )}
                </span>,
              ],
            }))}
          />
        </div>
      </Panel>
      <ComparePanel versions={versions.data} edits={edits} />
      {dialog?.kind === 'export' && (
        <ExportModelDialog version={dialog.version} onClose={() => setDialog(null)} />
      )}
      {dialog?.kind === 'import' && (
        <ImportModelDialog
          edits={edits}
          onClose={() => setDialog(null)}
          onTaken={() => {
            setDialog(null)
            onEdit()
          }}
        />
      )}
    </div>
  )
}
