import type { Language } from '#shared/contract/workspace.ts'
import en from '../../../../resources/locales/en/menu.json' with { type: 'json' }
import zhCN from '../../../../resources/locales/zh-CN/menu.json' with { type: 'json' }
import zhTW from '../../../../resources/locales/zh-TW/menu.json' with { type: 'json' }

/** Texts of menus and system dialogs in one language. */
export type MenuTexts = typeof en

const TEXTS: Readonly<Record<Language, MenuTexts>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en }

export const menuTexts = (language: Language): MenuTexts => TEXTS[language]

/** The nearest of our languages to what the system prefers, as language tags in order; English where none is near. */
export function nearestLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    if (/^zh\b.*-(hant|tw|hk|mo)\b/i.test(tag)) return 'zh-TW'
    if (/^zh\b/i.test(tag)) return 'zh-CN'
    if (/^en\b/i.test(tag)) return 'en'
  }
  return 'en'
}
