import { Select } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/contract.ts'
import { useCall } from '../../../api/use-call.ts'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { useFormat } from '../../../components/format.tsx'
import { LoadingLine } from '../../../components/LoadingLine.tsx'
import { Panel } from '../../../components/Panel.tsx'
import type { ModelDraftEdits } from '../use-model-draft.ts'
import { DifferencesTable } from './DifferencesTable.tsx'
import { MovesTable } from './MovesTable.tsx'
import { parameterDifferences } from './parameter-differences.ts'
import { useModelChoices, versionValue } from './use-model-choices.ts'
import { useModelParameters } from './use-model-parameters.ts'
import styles from './Versions.module.css'

const MOST_MOVES = 200

export interface ComparePanelProps {
  versions: OutputOf<'model.list'>
  edits: ModelDraftEdits
}

/** Two models side by side: versions, kept scenarios or the draft; what differs and who would move. */
export function ComparePanel({ versions, edits }: ComparePanelProps) {
  const { t } = useTranslation('model')
  const format = useFormat()
  const parametersOf = useModelParameters()
  const [chosen, setChosen] = useState<{ before?: string; after?: string }>({})

  const choices = useModelChoices(versions, edits)
  const inForce = versions.find(({ isInForce }) => isInForce)
  const inForceValue = inForce ? versionValue(inForce.version) : undefined
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
  const differing = data
    ? parameterDifferences(parametersOf(data.beforeModel), parametersOf(data.afterModel))
    : []

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
            <DifferencesTable differences={differing} before={before.label} after={after.label} />
          )}
          <MovesTable comparison={data} />
        </>
      )}
    </Panel>
  )
}
