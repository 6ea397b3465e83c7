import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { LANGUAGES, type Language } from '#shared/contract/workspace.ts'
import type { ClassSettings } from '#shared/domain/scoring-model.ts'
import { FLOATING_ID } from '../components/theme/theme.ts'

const catalogues = import.meta.glob<Record<string, unknown>>('../../../resources/locales/*/*.json', {
  eager: true,
  import: 'default',
})

function resources(): Record<string, Record<string, Record<string, unknown>>> {
  const byLanguage: Record<string, Record<string, Record<string, unknown>>> = {}
  for (const [path, catalogue] of Object.entries(catalogues)) {
    const [, language = '', namespace = ''] = /\/([^/]+)\/([^/]+)\.json$/.exec(path) ?? []
    byLanguage[language] = { ...byLanguage[language], [namespace]: catalogue }
  }
  return byLanguage
}

/** The nearest of our languages to what the system asks for. */
export function systemLanguage(wanted: readonly string[] = navigator.languages): Language {
  for (const tag of wanted) {
    const lower = tag.toLowerCase()
    if (/^zh-(hant|tw|hk|mo)/.test(lower)) return 'zh-TW'
    if (lower.startsWith('zh')) return 'zh-CN'
    if (lower.startsWith('en')) return 'en'
  }
  return 'en'
}

function markDocument(language: string): void {
  document.documentElement.lang = language
  document
    .getElementById(FLOATING_ID)
    ?.setAttribute('aria-label', i18next.t('frame.floating', { ns: 'common' }))
}

/** Loads every catalogue at once, so that a switch of language needs no waiting. */
export async function startLanguages(language: Language): Promise<void> {
  i18next.on('languageChanged', markDocument)
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: { 'zh-TW': ['zh-CN'], default: ['en'] },
    supportedLngs: [...LANGUAGES],
    defaultNS: 'common',
    resources: resources(),
    interpolation: { escapeValue: false },
    react: { bindI18nStore: 'added' },
    returnNull: false,
  })
  markDocument(language)
}

/** Parts the marks of interpolation and nesting, so that a text of the user's is no template. */
const asItStands = (text: string) => text.replaceAll('{{', '{\u2060{').replaceAll('$t(', '$t\u2060(')

/**
 * Puts the firm's own names and letters of the classes in the place of ours, in every language and wherever a
 * class is named; null, or a class without its own, goes back to ours.
 */
export function nameClasses(classes: ClassSettings | null): void {
  const own = Object.entries(classes ?? {})
  const texts = (part: 'name' | 'letter') =>
    Object.fromEntries(
      own.flatMap(([key, setting]) => {
        const text = setting[part]
        return text === null ? [] : [[key, asItStands(text)]]
      }),
    )
  for (const language of LANGUAGES) {
    const ours = catalogues[`../../../resources/locales/${language}/common.json`]
    i18next.addResourceBundle(
      language,
      'common',
      {
        ...ours,
        valueClass: Object.assign({}, ours?.valueClass, texts('name')),
        classLetter: Object.assign({}, ours?.classLetter, texts('letter')),
      },
      false,
      true,
    )
  }
}

export function switchLanguage(language: Language): void {
  if (i18next.language !== language) void i18next.changeLanguage(language)
}
