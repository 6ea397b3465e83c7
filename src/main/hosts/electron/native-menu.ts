import { app, Menu } from 'electron'
import type { MenuCommand } from '#shared/contract/host-bridge.ts'
import { devicePreferences } from '#shared/contract/workspace.ts'
import type { Application } from '../../application/create-application.ts'
import { menuTemplate } from './menu.ts'
import { type MenuTexts, menuTexts, nearestLanguage } from './menu-texts.ts'

export interface NativeMenu {
  /** Texts in the language the user works in. */
  texts(): MenuTexts
}

async function languageOf(application: Application) {
  const result = await application.call('preferences.get', {})
  const chosen = result.ok ? devicePreferences.safeParse(result.value).data?.language : null
  return chosen ?? nearestLanguage(app.getPreferredSystemLanguages())
}

/** Sets the menu and keeps it in the language of the preferences. */
export async function setNativeMenu(
  application: Application,
  run: (command: MenuCommand) => void,
): Promise<NativeMenu> {
  const read = async () => {
    const texts = menuTexts(await languageOf(application))
    const { platform } = process
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(menuTemplate({ texts, platform, isPackaged: app.isPackaged, run })),
    )
    return texts
  }
  let texts = await read()
  application.onEvent((event) => {
    if (event.type !== 'changed' || !event.nouns.includes('preferences')) return
    void read().then((next) => {
      texts = next
    })
  })
  return { texts: () => texts }
}
