import { Autocomplete, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDebouncedValue } from '@mantine/hooks'
import { IconAlertTriangle } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { InputOf } from '#shared/contract/contract.ts'
import { useCall } from '../../api/use-call.ts'
import { useCommand } from '../../api/use-command.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { DialogActs } from '../../components/DialogActs.tsx'
import { useFormat } from '../../components/format.tsx'
import { useUndoToast } from '../../components/page/use-undo.tsx'
import styles from './Accounts.module.css'

const TYPING_MS = 150
const LIKELY_SAME = 0.95

interface NewAccount {
  name: string
  number: string
  taxId: string
  phone: string
  country: string
  city: string
  industry: string
  accountManager: string
}

const EMPTY: NewAccount = {
  name: '',
  number: '',
  taxId: '',
  phone: '',
  country: '',
  city: '',
  industry: '',
  accountManager: '',
}

/** What was filled in; a blank field is unknown and so left out. */
function toInput(values: NewAccount): InputOf<'account.create'> {
  const { name, ...rest } = values
  const filled = Object.entries(rest)
    .map(([field, text]): [string, string] => [field, text.trim()])
    .filter(([, text]) => text !== '')
  return { ...Object.fromEntries(filled), name: name.trim() }
}

/** Companies that are likely the one being typed, so that nobody makes it twice. */
function Duplicates({ values, onClose }: { values: NewAccount; onClose: () => void }) {
  const { t } = useTranslation('accounts')
  const format = useFormat()
  const [typed] = useDebouncedValue(
    { name: values.name.trim(), taxId: values.taxId.trim(), phone: values.phone.trim() },
    TYPING_MS,
  )
  const { data = [] } = useCall(
    'account.findDuplicates',
    {
      name: typed.name,
      ...(typed.taxId ? { taxId: typed.taxId } : {}),
      ...(typed.phone ? { phone: typed.phone } : {}),
    },
    { enabled: typed.name !== '' || typed.taxId !== '' || typed.phone !== '', keepPrevious: true },
  )
  if (data.length === 0 || values.name.trim() === '') return null
  const isCertain = data.some(({ likeness }) => likeness >= LIKELY_SAME)
  return (
    <div className={styles.duplicates} role="status">
      <strong>
        {isCertain && <IconAlertTriangle size={16} stroke={1.6} style={{ verticalAlign: 'text-bottom' }} />}{' '}
        {t(isCertain ? 'create.exists' : 'create.similar', { count: data.length })}
      </strong>
      {data.map((found) => (
        <div key={found.id} className={styles.duplicate}>
          <Link
            to="/accounts/$accountId"
            params={{ accountId: found.id }}
            className={styles.nameLink}
            onClick={onClose}
          >
            {found.name}
          </Link>
          <span className="ms-dimmed">
            {[found.number, found.city, ...found.reasons.map((reason) => t(`create.reason.${reason}`))]
              .filter((part) => part !== null)
              .join(' · ')}
          </span>
          <span className={styles.space} />
          <span className="ms-dimmed">{format.percent(found.likeness * 100, 0)}</span>
        </div>
      ))}
    </div>
  )
}

/** A new account: searched for before it is made. */
export function NewAccountDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('accounts')
  const navigate = useNavigate()
  const tell = useUndoToast()
  const { data: known } = useCall('account.listFilterValues', {})
  const create = useCommand('account.create', { handles: ['duplicate-number'] })
  const form = useForm<NewAccount>({
    initialValues: EMPTY,
    validate: { name: (name) => (name.trim() === '' ? t('refused.required') : null) },
  })

  const onSubmit = form.onSubmit((values) => {
    create.mutate(toInput(values), {
      onSuccess: ({ id }) => {
        onClose()
        tell(t('toast.created', { name: values.name.trim() }))
        void navigate({ to: '/accounts/$accountId', params: { accountId: id } })
      },
      onError: (failure) => {
        if (failure.code === 'duplicate-number') {
          form.setFieldError('number', t('create.numberTaken', { name: String(failure.details.name ?? '') }))
        }
      },
    })
  })

  return (
    <Dialog isOpen onClose={onClose} title={t('create.title')} width={560}>
      <form onSubmit={onSubmit} className={styles.dialog}>
        <TextInput
          label={t('create.name')}
          data-autofocus
          maxLength={200}
          autoComplete="off"
          {...form.getInputProps('name')}
        />
        <Duplicates values={form.values} onClose={onClose} />
        <div className={styles.pair}>
          <TextInput
            label={t('column.number')}
            placeholder={t('create.nextNumber')}
            maxLength={60}
            {...form.getInputProps('number')}
          />
          <Autocomplete
            label={t('column.accountManager')}
            data={known?.accountManagers ?? []}
            maxLength={120}
            {...form.getInputProps('accountManager')}
          />
          <TextInput label={t('field.taxId')} maxLength={60} {...form.getInputProps('taxId')} />
          <TextInput label={t('field.phone')} maxLength={60} {...form.getInputProps('phone')} />
          <Autocomplete
            label={t('column.industry')}
            data={known?.industries ?? []}
            maxLength={120}
            {...form.getInputProps('industry')}
          />
          <TextInput label={t('column.city')} maxLength={80} {...form.getInputProps('city')} />
          <Autocomplete
            label={t('column.country')}
            data={known?.countries ?? []}
            maxLength={80}
            {...form.getInputProps('country')}
          />
        </div>
        <Text c="dimmed" size="sm">
          {t('create.restLater')}
        </Text>
        <div className={styles.acts}>
          <DialogActs act={t('create.act')} onCancel={onClose} isPending={create.isPending} />
        </div>
      </form>
    </Dialog>
  )
}
