import { spawn } from 'node:child_process'

/** The system's own opener, started without a shell: the address is one argument and never parsed as a command. */
export function browserCommand(
  platform: NodeJS.Platform,
  address: string,
): { command: string; args: readonly string[] } {
  if (platform === 'darwin') return { command: 'open', args: [address] }
  if (platform === 'win32') return { command: 'rundll32.exe', args: ['url.dll,FileProtocolHandler', address] }
  return { command: 'xdg-open', args: [address] }
}

/** Opens the user's browser; false where the system has no opener. */
export function openBrowser(address: string): Promise<boolean> {
  const { command, args } = browserCommand(process.platform, address)
  return new Promise((resolve) => {
    const opener = spawn(command, args, { stdio: 'ignore', detached: true, shell: false })
    opener.once('error', () => resolve(false))
    opener.once('spawn', () => {
      opener.unref()
      resolve(true)
    })
  })
}
