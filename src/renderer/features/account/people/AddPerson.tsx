import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { type FormEvent, type Ref, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../../api/use-call.ts'
import styles from './People.module.css'
import type { PeopleEdits } from './use-people-edits.ts'

const TYPING_MS = 150
const SHOWN_KNOWN = 5

/** One line for a new person; people of other companies with that name are offered before one is made twice. */
export function AddPerson({
  companyId,
  edits,
  nameRef,
}: {
  companyId: string
  edits: PeopleEdits
  nameRef: Ref<HTMLInputElement>
}) {
  const { t } = useTranslation('account')
  const [name, setName] = useState('')
  const [title, setTitle] = useState('')
  const [typed] = useDebouncedValue(name.trim(), TYPING_MS)
  const { data: found = [] } = useCall('person.list', { text: typed }, { enabled: typed.length > 1 })
  const known =
    typed.length > 1
      ? found.filter(({ employments }) => employments.every((post) => post.companyId !== companyId))
      : []

  const clear = () => {
    setName('')
    setTitle('')
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const wanted = name.trim()
    if (wanted === '') return
    edits.add(wanted, title.trim() === '' ? null : title.trim())
    clear()
  }
  return (
    <>
      <form className={styles.add} onSubmit={onSubmit}>
        <TextInput
          ref={nameRef}
          className={styles.addName}
          aria-label={t('people.addName')}
          placeholder={t('people.addName')}
          value={name}
          maxLength={120}
          autoComplete="off"
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          className={styles.addTitle}
          aria-label={t('people.column.title')}
          placeholder={t('people.column.title')}
          value={title}
          maxLength={120}
          autoComplete="off"
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Button
          size="sm"
          type="submit"
          leftSection={<IconPlus size={16} stroke={1.6} />}
          disabled={name.trim() === ''}
        >
          {t('people.add')}
        </Button>
      </form>
      {known.length > 0 && (
        <div className={styles.known} role="status">
          <span className="ms-dimmed">{t('people.known')}</span>
          {known.slice(0, SHOWN_KNOWN).map(({ id, fields, employments }) => (
            <Button
              key={id}
              onClick={() => {
                edits.addPost(id, fields.name)
                clear()
              }}
            >
              {[fields.name, employments[0]?.companyName].filter(Boolean).join(' · ')}
            </Button>
          ))}
        </div>
      )}
    </>
  )
}
