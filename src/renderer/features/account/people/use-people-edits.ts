import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputOf } from '#shared/contract/contract.ts'
import type { Employment, PersonFields } from '#shared/contract/person.ts'
import { useCommand } from '../../../api/use-command.ts'
import { useUndoToast } from '../../../components/page/use-undo.tsx'
import { useFieldName } from '../../../components/use-change-text.ts'

export type PostChanges = InputOf<'person.reviseEmployment'>['changes']

export interface PeopleEdits {
  add: (name: string, title: string | null) => void
  /** A person known from another company takes a post here too. */
  addPost: (personId: string, name: string) => void
  revise: (personId: string, name: string, changes: Partial<PersonFields>) => void
  revisePost: (post: Pick<Employment, 'id'>, name: string, changes: PostChanges) => void
  removePost: (post: Pick<Employment, 'id'>, name: string) => void
  remove: (personId: string, name: string) => void
}

/** Changes to the people of a company, each with its undo. */
export function usePeopleEdits(companyId: string): PeopleEdits {
  const { t } = useTranslation('account')
  const fieldName = useFieldName()
  const tell = useUndoToast()
  const { mutate: create } = useCommand('person.create')
  const { mutate: revise } = useCommand('person.revise')
  const { mutate: remove } = useCommand('person.remove')
  const { mutate: addEmployment } = useCommand('person.addEmployment')
  const { mutate: reviseEmployment } = useCommand('person.reviseEmployment')
  const { mutate: removeEmployment } = useCommand('person.removeEmployment')
  return {
    add: useCallback(
      (name, title) =>
        create(
          { fields: { name }, employment: { companyId, title } },
          { onSuccess: () => tell(t('toast.personAdded', { name })) },
        ),
      [create, companyId, tell, t],
    ),
    addPost: useCallback(
      (personId, name) =>
        addEmployment(
          { personId, employment: { companyId } },
          { onSuccess: () => tell(t('toast.personAdded', { name })) },
        ),
      [addEmployment, companyId, tell, t],
    ),
    revise: useCallback(
      (personId, name, changes) =>
        revise(
          { id: personId, changes },
          {
            onSuccess: () =>
              tell(
                t('toast.personRevised', {
                  name,
                  fields: Object.keys(changes).map(fieldName).join(t('comma')),
                }),
              ),
          },
        ),
      [revise, tell, t, fieldName],
    ),
    revisePost: useCallback(
      (post, name, changes) =>
        reviseEmployment(
          { id: post.id, changes },
          {
            onSuccess: () =>
              tell(
                changes.endedOn ? t('toast.left', { name, day: changes.endedOn }) : t('toast.post', { name }),
              ),
          },
        ),
      [reviseEmployment, tell, t],
    ),
    removePost: useCallback(
      (post, name) =>
        removeEmployment({ id: post.id }, { onSuccess: () => tell(t('toast.postRemoved', { name })) }),
      [removeEmployment, tell, t],
    ),
    remove: useCallback(
      (personId, name) =>
        remove({ id: personId }, { onSuccess: () => tell(t('toast.personRemoved', { name })) }),
      [remove, tell, t],
    ),
  }
}
