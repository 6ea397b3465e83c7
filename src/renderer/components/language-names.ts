import type { Language } from '#shared/contract/workspace.ts'

/** Each language in its own script, as its readers look for it. */
export const LANGUAGE_NAMES: Record<Language, string> = {
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文',
  en: 'English',
}
