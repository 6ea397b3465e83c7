import { Button, Select } from '@mantine/core'
import { IconSpeakerphone } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PublicationMove, PublicationPreview } from '#shared/contract/publication.ts'
import { useCall } from '../../../api/use-call.ts'
import { useCommand } from '../../../api/use-command.ts'
import { AccountLink } from '../../../components/account/AccountLink.tsx'
import { ClassStep } from '../../../components/account/ClassStep.tsx'
import { ClassLetter } from '../../../components/ClassLetter.tsx'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { useFormat } from '../../../components/format.tsx'
import { LoadingLine } from '../../../components/LoadingLine.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { useUndoToast } from '../../../components/page/use-undo.tsx'
import { SimpleTable } from '../../../components/SimpleTable.tsx'
import styles from './Periods.module.css'
import { quarterName } from './quarter-name.ts'

function Moves({ preview }: { preview: PublicationPreview }) {
  const { t } = useTranslation('portfolio')
  const { t: tCommon } = useTranslation('common')
  const format = useFormat()
  const row = (move: PublicationMove, kind: 'change' | 'hold') => ({
    key: `${kind} ${move.accountId}`,
    cells: [
      <span key="name" className={styles.name}>
        <AccountLink id={move.accountId} name={move.name} tab="reasons" />
      </span>,
      <ClassStep key="classes" from={move.from} to={move.to} />,
      <ClassLetter key="calculated" valueClass={move.calculated} />,
      format.decimal(move.scorePercent, 1),
      <span key="why" className={styles.why}>
        {t(`publication.basis.${move.basis}`, {
          points: preview.hysteresis ? format.number(preview.hysteresis.points, 1) : '',
          periods: preview.hysteresis ? format.number(preview.hysteresis.periods) : '',
          calculated: tCommon(`valueClass.${move.calculated}`),
        })}
      </span>,
    ],
  })
  const rows = [
    ...preview.changes.map((move) => row(move, 'change')),
    ...preview.holds
      .filter((hold) => !preview.changes.some(({ accountId }) => accountId === hold.accountId))
      .map((move) => row(move, 'hold')),
  ]
  if (rows.length === 0) return <p className={`${styles.padded} ms-dimmed`}>{t('publication.noMoves')}</p>
  return (
    <div className={styles.moveTable}>
      <SimpleTable
        label={t('publication.moves')}
        isHeaderSticky
        columns={[
          { key: 'name', label: t('publication.account') },
          { key: 'classes', label: t('publication.fromTo'), width: 96 },
          { key: 'calculated', label: t('publication.calculated'), width: 72 },
          { key: 'score', label: t('publication.score'), align: 'end', width: 72 },
          { key: 'basis', label: t('publication.why') },
        ]}
        rows={rows}
      />
    </div>
  )
}

/** The next quarter to publish: who would change, who is held and why, and the act itself. */
export function PublishPanel() {
  const { t } = useTranslation('portfolio')
  const format = useFormat()
  const tell = useUndoToast()
  const [chosen, setChosen] = useState<string | null>(null)
  const { data: list } = useCall('publication.list', {})
  const open = list?.open ?? []
  const quarter = open.find((one) => one === chosen) ?? open.at(-1) ?? null
  const preview = useCall(
    'publication.preview',
    { quarter: quarter ?? '2000-Q1' },
    { enabled: quarter !== null, keepPrevious: true },
  )
  const publish = useCommand('publication.publish')
  const shown = preview.data?.quarter === quarter ? preview.data : undefined

  if (list && quarter === null) {
    const newest = list.published[0]
    return (
      <Panel title={t('publication.titleNone')}>
        <p className="ms-dimmed">
          {newest
            ? t('publication.none', { quarter: quarterName(newest.quarter) })
            : t('publication.noneYet')}
        </p>
      </Panel>
    )
  }
  const name = quarter === null ? '' : quarterName(quarter)
  return (
    <Panel
      title={
        !shown
          ? t('publication.name', { quarter: name })
          : shown.previousQuarter === null
            ? t('publication.titleFirst', { quarter: name, count: shown.accountCount })
            : t('publication.title', {
                quarter: name,
                changed: format.number(shown.changed),
                held: format.number(shown.held),
              })
      }
      note={
        shown
          ? [
              t('publication.model', { version: shown.modelVersion, name: shown.modelName }),
              shown.hysteresis
                ? t('publication.hysteresis', {
                    points: format.number(shown.hysteresis.points, 1),
                    periods: format.number(shown.hysteresis.periods),
                  })
                : t('publication.noHysteresis'),
              shown.overridden > 0 ? t('publication.overridden', { count: shown.overridden }) : null,
            ]
              .filter((part) => part !== null)
              .join(' · ')
          : undefined
      }
      actions={
        quarter !== null && (
          <div className={styles.choices}>
            {open.length > 1 && (
              <Select
                size="xs"
                w={104}
                aria-label={t('publication.quarter')}
                allowDeselect={false}
                value={quarter}
                onChange={setChosen}
                data={open.map((one) => ({ value: one, label: quarterName(one) }))}
              />
            )}
            <Button
              variant="filled"
              leftSection={<IconSpeakerphone size={16} stroke={1.6} />}
              loading={publish.isPending}
              disabled={!shown}
              onClick={() =>
                publish.mutate(
                  { quarter },
                  {
                    onSuccess: () => {
                      setChosen(null)
                      tell(t('publication.published', { quarter: name }))
                    },
                  },
                )
              }
            >
              {t('publication.act', { quarter: name })}
            </Button>
          </div>
        )
      }
      padding="none"
    >
      {preview.error ? (
        <ErrorNotice failure={preview.error} />
      ) : shown ? (
        <Moves preview={shown} />
      ) : (
        <LoadingLine />
      )}
    </Panel>
  )
}
