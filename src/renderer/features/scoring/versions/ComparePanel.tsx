import { Select } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/contract.ts'
import type { ModelReference } from '#shared/contract/model.ts'
import { useCall } from '../../../api/use-call.ts'
import { AccountLink } from '../../../components/account/AccountLink.tsx'
import { ClassStep } from '../../../components/account/ClassStep.tsx'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { useFormat } from '../../../components/format.tsx'
import { LoadingLine } from '../../../components/LoadingLine.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { ScrollRegion } from '../../../components/ScrollRegion.tsx'
import { SimpleTable } from '../../../components/SimpleTable.tsx'
import type { ModelDraftEdits } from '../use-model-draft.ts'
import { useModelParameters } from './use-model-parameters.ts'
import styles from './Versions.module.css'

const DRAFT = 'draft'
const MOST_MOVES = 200

export interface ComparePanelProps {
  versions: OutputOf<'model.list'>
  edits: ModelDraftEdits
}

interface Choice {
  value: string
  label: string
  reference: ModelReference
}

/** Two models side by side: versions, kept scenarios or the draft; what differs and who would move. */
export function ComparePanel({ versions, edits }: ComparePanelProps) {
  const { t } = useTranslation('model')
  const { t: tScoring } = useTranslation('scoring')
  const format = useFormat()
  const parametersOf = useModelParameters()
  const { data: scenarios = [] } = useCall('model.listScenarios', {})
  const [chosen, setChosen] = useState<{ before?: string; after?: string }>({})

  const choices: Choice[] = [
    ...(edits.isChanged
      ? [
          {
            value: DRAFT,
            label: t('versions.draft'),
            reference: { kind: 'draft' as const, model: edits.model, changes: [...edits.changes] },
          },
        ]
      : []),
    ...versions
      .filter(({ isReadable }) => isReadable)
      .map(({ version, name, isInForce }) => ({
        value: `version ${version}`,
        label: isInForce ? `v${version} ${name} · ${t('versions.inForce')}` : `v${version} ${name}`,
        reference: { kind: 'version' as const, version },
      })),
    ...scenarios
      .filter(({ content }) => content !== null)
      .map(({ id, name }) => ({
        value: `scenario ${id}`,
        label: t('versions.scenario', { name }),
        reference: { kind: 'scenario' as const, id },
      })),
  ]
  const inForce = versions.find(({ isInForce }) => isInForce)
  const inForceValue = inForce ? `version ${inForce.version}` : undefined
  const find = (value: string | undefined) => choices.find((choice) => choice.value === value)
  const others = choices.filter(({ value }) => value !== inForceValue)
  const [first] = choices
  const after = find(chosen.after) ?? (edits.isChanged ? first : find(inForceValue)) ?? first
  const before =
    find(chosen.before) ??
    (after?.value === inForceValue ? (others[0] ?? after) : (find(inForceValue) ?? first))
  const comparison = useCall(
    'model.compare',
    {
      before: before?.reference ?? { kind: 'version', version: 1 },
      after: after?.reference ?? { kind: 'version', version: 1 },
      limit: MOST_MOVES,
    },
    { enabled: before !== undefined && after !== undefined, keepPrevious: true },
  )
  if (!before || !after) return null
  const { data } = comparison
  const differing = data ? differences(parametersOf(data.beforeModel), parametersOf(data.afterModel)) : []

  const select = (side: 'before' | 'after', value: string) => (
    <Select
      size="xs"
      w={260}
      aria-label={t(`versions.${side}`)}
      data={choices.map(({ value: one, label }) => ({ value: one, label }))}
      value={value}
      onChange={(next) => next && setChosen({ ...chosen, [side]: next })}
      allowDeselect={false}
      comboboxProps={{ transitionProps: { duration: 0 } }}
    />
  )
  return (
    <Panel
      padding="none"
      question={t('versions.compareWith')}
      title={
        !data
          ? ''
          : differing.length === 0
            ? t('versions.same')
            : t('versions.differ', { count: differing.length })
      }
      note={
        data &&
        `${
          data.movedCount === 0
            ? t('versions.nobody')
            : t('versions.moved', { count: data.movedCount, up: data.upCount, down: data.downCount })
        } · ${t('versions.movedNote', { day: format.day(data.asOf), count: data.accountCount })}`
      }
    >
      <div className={styles.choose}>
        {select('before', before.value)}
        <IconArrowRight size={14} stroke={1.6} aria-hidden />
        {select('after', after.value)}
      </div>
      {comparison.error ? (
        <ErrorNotice failure={comparison.error} />
      ) : !data ? (
        <LoadingLine />
      ) : (
        <>
          {differing.length > 0 && (
            <ScrollRegion className={styles.scroll} label={t('versions.differ', { count: differing.length })}>
              <SimpleTable
                label={t('versions.differ', { count: differing.length })}
                columns={[
                  { key: 'parameter', label: t('versions.parameter'), width: '30%' },
                  { key: 'before', label: before.label, width: '35%' },
                  { key: 'after', label: after.label, width: '35%' },
                ]}
                rows={differing.map(({ key, label, was, is }) => ({
                  key,
                  cells: [
                    label,
                    <span key="before" className={`ms-dimmed ${styles.wrap}`}>
                      {was ?? tScoring('proposal.none')}
                    </span>,
                    <b key="after" className={styles.wrap}>
                      {is ?? tScoring('proposal.none')}
                    </b>,
                  ],
                }))}
              />
            </ScrollRegion>
          )}
          {data.moves.length > 0 && (
            <div className={styles.movesTable}>
              <SimpleTable
                label={t('versions.moved', {
                  count: data.movedCount,
                  up: data.upCount,
                  down: data.downCount,
                })}
                columns={[
                  { key: 'account', label: t('versions.account'), width: '30%' },
                  { key: 'classes', label: t('versions.classes') },
                  { key: 'scores', label: t('versions.scores'), align: 'end' },
                  { key: 'sales', label: t('versions.sales'), align: 'end' },
                ]}
                rows={data.moves.map((move) => ({
                  key: move.id,
                  cells: [
                    <AccountLink key="account" id={move.id} name={move.name} tab="reasons" />,
                    <ClassStep key="classes" from={move.from} to={move.to} />,
                    <span key="scores">
                      <span className="ms-dimmed">{format.decimal(move.scoreBefore, 1)}</span>{' '}
                      <b>{format.decimal(move.scoreAfter, 1)}</b>
                    </span>,
                    format.money(move.netSales),
                  ],
                }))}
              />
            </div>
          )}
          {data.moves.length < data.movedCount && (
            <p className={styles.more}>
              {tScoring('desk.more', { count: data.movedCount - data.moves.length })}
            </p>
          )}
        </>
      )}
    </Panel>
  )
}

interface Difference {
  key: string
  label: string
  was: string | null
  is: string | null
}

/** Parameters that are not the same in both, in the order of the models. */
function differences(
  before: readonly { key: string; label: string; value: string }[],
  after: readonly { key: string; label: string; value: string }[],
): Difference[] {
  const was = new Map(before.map((parameter) => [parameter.key, parameter]))
  const is = new Map(after.map((parameter) => [parameter.key, parameter]))
  return [...new Map([...was, ...is]).values()].flatMap(({ key, label }) => {
    const old = was.get(key)?.value ?? null
    const now = is.get(key)?.value ?? null
    return old === now ? [] : [{ key, label, was: old, is: now }]
  })
}
