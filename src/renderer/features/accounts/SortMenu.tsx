import { Button, Menu } from '@mantine/core'
import { IconSortAscending, IconSortDescending } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ACCOUNT_SORT_FIELDS, type AccountSort } from '#shared/contract/account.ts'
import { fieldKeyOf } from '#shared/domain/custom-field.ts'
import { useAccountFields, useColumnNames } from './use-account-fields.ts'

/** The order of the rows by name, custom fields last; choosing the field in force turns it round. */
export function SortMenu({
  sort,
  onSort,
}: {
  sort: readonly AccountSort[]
  onSort: (sort: AccountSort[]) => void
}) {
  const { t } = useTranslation('accounts')
  const { fields = [] } = useAccountFields()
  const { columnName } = useColumnNames()
  const [first] = sort
  const Icon = first?.descending === false ? IconSortAscending : IconSortDescending
  const name = first ? columnName(first.field) : t('sort.none')
  const item = (field: AccountSort['field']) => (
    <Menu.Item
      key={field}
      leftSection={field === first?.field ? <Icon size={16} stroke={1.6} /> : <span style={{ width: 16 }} />}
      onClick={() => onSort([{ field, descending: field === first?.field ? !first.descending : true }])}
    >
      {columnName(field)}
    </Menu.Item>
  )
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<Icon size={16} stroke={1.6} />}
          title={t('sort.by', { name })}
        >
          {name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        {ACCOUNT_SORT_FIELDS.map(item)}
        {fields.length > 0 && <Menu.Divider />}
        {fields.map(({ id }) => item(fieldKeyOf(id)))}
      </Menu.Dropdown>
    </Menu>
  )
}
