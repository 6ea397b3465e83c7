import { ActionIcon, Button, Popover } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconColumns } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldKeyOf, isFieldKey } from '#shared/domain/custom-field.ts'
import { CheckBox } from '../../components/CheckBox.tsx'
import styles from './Accounts.module.css'
import { COLUMN_KEYS, type ColumnKey, DEFAULT_COLUMNS, moveColumn, toggleColumn } from './grid-view.ts'
import { useAccountFields, useColumnNames } from './use-account-fields.ts'

/** Shows, hides and orders columns, custom fields after the grid's own; the order can be dragged in the header too. */
export function ColumnChooser({
  columns,
  onChange,
}: {
  columns: readonly ColumnKey[]
  onChange: (columns: readonly ColumnKey[]) => void
}) {
  const { t } = useTranslation('accounts')
  const { t: tCommon } = useTranslation('common')
  const [isOpen, setOpen] = useState(false)
  const { fields = [] } = useAccountFields()
  const { columnName } = useColumnNames()
  const known: readonly ColumnKey[] = [...COLUMN_KEYS, ...fields.map(({ id }) => fieldKeyOf(id))]
  const hidden = known.filter((key) => !columns.includes(key))
  const firstHiddenField = hidden.find(isFieldKey)
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconColumns size={16} stroke={1.6} />}
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {tCommon('columnMenu')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={tCommon('columnMenu')}>
        <div className={styles.popover}>
          <div className={styles.choices}>
            {[...columns, ...hidden].map((key) => {
              const isShown = columns.includes(key)
              const place = columns.indexOf(key)
              const name = columnName(key)
              return (
                <div
                  key={key}
                  className={styles.columnRow}
                  data-first-field={key === firstHiddenField || undefined}
                >
                  <CheckBox
                    isChecked={isShown}
                    isDisabled={key === 'name'}
                    label={name}
                    onChange={() => onChange(toggleColumn(columns, key))}
                  />
                  <span className={styles.columnName} title={name} aria-hidden>
                    {name}
                  </span>
                  {isShown && key !== 'name' && (
                    <>
                      <ActionIcon
                        size="xs"
                        aria-label={t('columns.earlier', { name })}
                        disabled={place <= 1}
                        onClick={() => onChange(moveColumn(columns, key, -1))}
                      >
                        <IconArrowUp size={14} stroke={1.6} />
                      </ActionIcon>
                      <ActionIcon
                        size="xs"
                        aria-label={t('columns.later', { name })}
                        disabled={place === columns.length - 1}
                        onClick={() => onChange(moveColumn(columns, key, 1))}
                      >
                        <IconArrowDown size={14} stroke={1.6} />
                      </ActionIcon>
                    </>
                  )}
                </div>
              )
            })}
          </div>
          <Button onClick={() => onChange(DEFAULT_COLUMNS)}>{t('columns.reset')}</Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
