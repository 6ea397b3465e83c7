import i18next from 'i18next'
import type { Language } from '#shared/contract/workspace.ts'
import type { RowProblem } from '#shared/domain/import.ts'
import english from '../../../../resources/locales/en/errors.json' with { type: 'json' }
import simplified from '../../../../resources/locales/zh-CN/errors.json' with { type: 'json' }
import traditional from '../../../../resources/locales/zh-TW/errors.json' with { type: 'json' }

const CATALOGUES = { en: english, 'zh-CN': simplified, 'zh-TW': traditional } satisfies Record<
  Language,
  object
>

/** Says what is wrong with a cell and what to do about it, in the words the screens use. */
export function createRowErrorMessage(language: Language): (problem: RowProblem) => string {
  const instance = i18next.createInstance({
    lng: language,
    resources: { [language]: { errors: CATALOGUES[language] } },
    ns: ['errors'],
    defaultNS: 'errors',
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  instance.init()
  const translate = instance.getFixedT(language, 'errors')
  return ({ code, value, column }) => {
    const what = translate(`rowErrors.${code}.what`, { value, column })
    const remedy = translate(`rowErrors.${code}.remedy`, { value, column })
    return language === 'en' ? `${what}. ${remedy}` : `${what}。${remedy}`
  }
}
