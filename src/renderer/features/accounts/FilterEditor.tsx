import { useTranslation } from 'react-i18next'
import type { AccountFilter } from '#shared/contract/account.ts'
import { fieldIdOf, isFieldKey } from '#shared/domain/custom-field.ts'
import { RFM_SEGMENTS } from '#shared/domain/rfm.ts'
import {
  ABC_CLASSES,
  OPPORTUNITY_CLASSES,
  PYRAMID_LEVELS,
  VALUE_CLASSES,
} from '#shared/domain/value-class.ts'
import { useCall } from '../../api/use-call.ts'
import { ClassLetter } from '../../components/ClassLetter.tsx'
import {
  type FilterKey,
  fieldFilterOf,
  normalFilter,
  type PlainFilterKey,
  toggleChoice,
  withFieldFilter,
} from './account-filters.ts'
import { Choices, OneChoice } from './Choices.tsx'
import { FieldFilterEditor } from './FieldFilterEditor.tsx'
import { SalesRange } from './SalesRange.tsx'
import { useAccountFields } from './use-account-fields.ts'

export interface FilterEditorProps {
  filterKey: FilterKey
  filter: AccountFilter
  onChange: (filter: AccountFilter) => void
}

const plain = (values: readonly string[]) => values.map((value) => ({ value, label: value }))

/** Changes one filter; every click takes effect at once. */
export function FilterEditor({ filterKey, filter, onChange }: FilterEditorProps) {
  const { fieldOf } = useAccountFields()
  if (!isFieldKey(filterKey)) {
    return <PlainFilterEditor filterKey={filterKey} filter={filter} onChange={onChange} />
  }
  const field = fieldOf(fieldIdOf(filterKey))
  return field ? (
    <FieldFilterEditor
      field={field}
      filter={fieldFilterOf(filter, field.id)}
      onChange={(condition) => onChange(withFieldFilter(filter, condition))}
    />
  ) : null
}

function PlainFilterEditor({
  filterKey,
  filter,
  onChange,
}: FilterEditorProps & { filterKey: PlainFilterKey }) {
  const { t } = useTranslation('accounts')
  const { t: tCommon } = useTranslation('common')
  const { data: values } = useCall('account.listFilterValues', {})
  const change = (part: { [Key in keyof AccountFilter]?: AccountFilter[Key] | undefined }) =>
    onChange(normalFilter({ ...filter, ...part } satisfies Record<string, unknown>))

  switch (filterKey) {
    case 'valueClasses':
      return (
        <Choices
          choices={[...VALUE_CLASSES, ...OPPORTUNITY_CLASSES].map((value) => ({
            value,
            label: tCommon(`valueClass.${value}`),
            mark: <ClassLetter valueClass={value} />,
          }))}
          chosen={filter.valueClasses ?? []}
          onToggle={(value) => change({ valueClasses: toggleChoice(filter.valueClasses, value) })}
        />
      )
    case 'abc':
      return (
        <Choices
          choices={ABC_CLASSES.map((value) => ({ value, label: value }))}
          chosen={filter.abc ?? []}
          onToggle={(value) => change({ abc: toggleChoice(filter.abc, value) })}
        />
      )
    case 'pyramid':
      return (
        <Choices
          choices={PYRAMID_LEVELS.map((value) => ({ value, label: tCommon(`pyramid.${value}`) }))}
          chosen={filter.pyramid ?? []}
          onToggle={(value) => change({ pyramid: toggleChoice(filter.pyramid, value) })}
        />
      )
    case 'rfmSegments':
      return (
        <Choices
          choices={RFM_SEGMENTS.map((value) => ({ value, label: tCommon(`rfmSegment.${value}`) }))}
          chosen={filter.rfmSegments ?? []}
          onToggle={(value) => change({ rfmSegments: toggleChoice(filter.rfmSegments, value) })}
        />
      )
    case 'accountManagers':
    case 'countries':
    case 'industries':
      return (
        <Choices
          choices={plain(values?.[filterKey] ?? [])}
          chosen={filter[filterKey] ?? []}
          onToggle={(value) => change({ [filterKey]: toggleChoice(filter[filterKey], value) })}
        />
      )
    case 'movement':
      return (
        <OneChoice
          choices={(['up', 'down'] as const).map((value) => ({ value, label: tCommon(value) }))}
          chosen={filter.movement}
          onChoose={(movement) => change({ movement })}
        />
      )
    case 'trading':
      return (
        <OneChoice
          choices={[
            { value: 'yes', label: t('filter.trading') },
            { value: 'no', label: t('filter.notTrading') },
          ]}
          chosen={filter.trading === undefined ? undefined : filter.trading ? 'yes' : 'no'}
          onChoose={(value) => change({ trading: value === undefined ? undefined : value === 'yes' })}
        />
      )
    case 'overridden':
      return (
        <OneChoice
          choices={[
            { value: 'yes', label: t('filter.overridden') },
            { value: 'no', label: t('filter.notOverridden') },
          ]}
          chosen={filter.overridden === undefined ? undefined : filter.overridden ? 'yes' : 'no'}
          onChoose={(value) => change({ overridden: value === undefined ? undefined : value === 'yes' })}
        />
      )
    case 'netSales':
      return <SalesRange filter={filter} onChange={change} />
  }
}
