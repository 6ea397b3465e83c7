import i18next, { type TFunction } from 'i18next'
import type { Language } from '#shared/contract/workspace.ts'
import englishCommon from '../../../../resources/locales/en/common.json' with { type: 'json' }
import english from '../../../../resources/locales/en/export.json' with { type: 'json' }
import simplifiedCommon from '../../../../resources/locales/zh-CN/common.json' with { type: 'json' }
import simplified from '../../../../resources/locales/zh-CN/export.json' with { type: 'json' }
import traditionalCommon from '../../../../resources/locales/zh-TW/common.json' with { type: 'json' }
import traditional from '../../../../resources/locales/zh-TW/export.json' with { type: 'json' }

const CATALOGUES = {
  en: { export: english, common: englishCommon },
  'zh-CN': { export: simplified, common: simplifiedCommon },
  'zh-TW': { export: traditional, common: traditionalCommon },
} satisfies Record<Language, object>

export type SheetTexts = TFunction<['export', 'common']>

/** Words of workbooks in the user's language; `common:…` reaches those the screens use. */
export function sheetTexts(language: Language): SheetTexts {
  const instance = i18next.createInstance({
    lng: language,
    resources: { [language]: CATALOGUES[language] },
    ns: ['export', 'common'],
    defaultNS: 'export',
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  instance.init()
  return instance.getFixedT(language, ['export', 'common'])
}
