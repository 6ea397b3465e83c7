import { Button, Popover } from '@mantine/core'
import { IconBuildingFactory2, IconCopy, IconTags, IconTrash, IconUser, IconX } from '@tabler/icons-react'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountRevision } from '#shared/contract/account.ts'
import { PARTY_ROLES, type PartyRole } from '#shared/domain/party.ts'
import { useCall } from '../../api/use-call.ts'
import type { IconComponent } from '../../components/actions/action.ts'
import { useFormat } from '../../components/format.tsx'
import styles from './Accounts.module.css'
import { Choices } from './Choices.tsx'
import { ValuePicker } from './ValuePicker.tsx'

export type SelectionPanel = 'accountManager' | 'industry' | 'roles'

export interface SelectionBarProps {
  count: number
  /** Which editor is open; the palette opens them too. */
  opened: SelectionPanel | null
  onOpened: (panel: SelectionPanel | null) => void
  onRevise: (changes: AccountRevision, what: string) => void
  onCopy: () => void
  onRemove: () => void
  onClear: () => void
}

function PanelButton({
  label,
  icon: Icon,
  isOpen,
  onOpen,
  children,
}: {
  label: string
  icon: IconComponent
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
  children: ReactNode
}) {
  return (
    <Popover opened={isOpen} onChange={onOpen} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <Button
          leftSection={<Icon size={16} stroke={1.6} />}
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          onClick={() => onOpen(!isOpen)}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={label}>
        <div className={styles.popover}>{children}</div>
      </Popover.Dropdown>
    </Popover>
  )
}

function RolesEditor({ onApply }: { onApply: (roles: PartyRole[]) => void }) {
  const { t } = useTranslation('accounts')
  const [roles, setRoles] = useState<PartyRole[]>([])
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    onApply(roles)
  }
  return (
    <form onSubmit={onSubmit} className={styles.popover}>
      <Choices
        choices={PARTY_ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
        chosen={roles}
        onToggle={(role) =>
          setRoles(roles.includes(role) ? roles.filter((one) => one !== role) : [...roles, role])
        }
      />
      <Button type="submit" variant="filled">
        {t('bulk.setRoles')}
      </Button>
    </form>
  )
}

/** What can be done with the selected accounts; stands where the filters stand while rows are selected. */
export function SelectionBar(props: SelectionBarProps) {
  const { count, opened, onOpened, onRevise } = props
  const { t } = useTranslation('accounts')
  const format = useFormat()
  const { data: values } = useCall('account.listFilterValues', {})
  const apply = (changes: AccountRevision, what: string) => {
    onOpened(null)
    onRevise(changes, what)
  }
  const panel = (key: SelectionPanel) => ({
    label: t(`bulk.${key}`),
    isOpen: opened === key,
    onOpen: (isOpen: boolean) => onOpened(isOpen ? key : null),
  })

  return (
    <>
      <span>{t('bulk.selected', { count, figure: format.number(count) })}</span>
      <PanelButton {...panel('accountManager')} icon={IconUser}>
        <ValuePicker
          label={t('bulk.accountManager')}
          values={values?.accountManagers ?? []}
          onPick={(accountManager) =>
            apply(
              { accountManager },
              t('bulk.to', {
                field: t('column.accountManager'),
                value: accountManager ?? format.missing,
              }),
            )
          }
        />
      </PanelButton>
      <PanelButton {...panel('industry')} icon={IconBuildingFactory2}>
        <ValuePicker
          label={t('bulk.industry')}
          values={values?.industries ?? []}
          onPick={(industry) =>
            apply(
              { industry },
              t('bulk.to', { field: t('column.industry'), value: industry ?? format.missing }),
            )
          }
        />
      </PanelButton>
      <PanelButton {...panel('roles')} icon={IconTags}>
        <RolesEditor
          onApply={(roles) =>
            apply(
              { roles },
              t('bulk.to', {
                field: t('bulk.roles'),
                value: roles.map((role) => t(`role.${role}`)).join(t('filter.comma')) || format.missing,
              }),
            )
          }
        />
      </PanelButton>
      <Button leftSection={<IconCopy size={16} stroke={1.6} />} onClick={props.onCopy}>
        {t('bulk.copy')}
      </Button>
      <Button leftSection={<IconTrash size={16} stroke={1.6} />} onClick={props.onRemove}>
        {t('bulk.remove')}
      </Button>
      <span className={styles.space} />
      <Button
        variant="subtle"
        color="gray"
        leftSection={<IconX size={16} stroke={1.6} />}
        onClick={props.onClear}
      >
        {t('bulk.clear')}
      </Button>
    </>
  )
}
