import type { BrowserWindow, Dialog, Shell } from 'electron'
import type { CallResult } from '#shared/contract/call-result.ts'
import { failure } from '../file-failure.ts'
import type { MenuTexts } from './menu-texts.ts'

interface ExternalPorts {
  dialog: Pick<Dialog, 'showMessageBox'>
  shell: Pick<Shell, 'openExternal'>
  window(): BrowserWindow
  texts(): MenuTexts
}

/** What the user is shown before an address is opened: its host, or whom a mail goes to. Undefined for all else. */
function shownPart(address: string): { href: string; shown: string } | undefined {
  if (!URL.canParse(address)) return undefined
  const { protocol, host, pathname, username, password, href } = new URL(address)
  // `https://bank.example@evil.example` shows one host and opens another.
  if (protocol === 'https:' && host !== '' && username === '' && password === '') return { href, shown: host }
  if (protocol === 'mailto:' && pathname !== '') return { href, shown: pathname }
  return undefined
}

/** Opens an https or mailto address in the system's program once the user agrees. Errors: invalid-input. */
export async function openExternal(
  address: string,
  { dialog, shell, window, texts }: ExternalPorts,
): Promise<CallResult<boolean>> {
  const part = shownPart(address)
  if (!part) return failure('invalid-input', 'Only https and mailto addresses are opened')
  const { question, open, cancel } = texts().external
  const { response } = await dialog.showMessageBox(window(), {
    type: 'question',
    message: question,
    detail: part.shown,
    buttons: [open, cancel],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  })
  if (response !== 0) return { ok: true, value: false }
  await shell.openExternal(part.href)
  return { ok: true, value: true }
}
