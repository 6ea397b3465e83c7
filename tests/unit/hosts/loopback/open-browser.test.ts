import { expect, it } from 'vitest'
import { browserCommand } from '../../../../src/main/hosts/loopback/open-browser.ts'

const address = 'http://127.0.0.1:4711/#ticket=a&b;c$(d)"`'

it.each(['linux', 'darwin', 'win32', 'freebsd'] as const)(
  'on %s the address is one whole argument of a program that is no shell',
  (platform) => {
    const { command, args } = browserCommand(platform, address)
    expect(args.at(-1)).toBe(address)
    expect(command).not.toMatch(/^(cmd|sh|bash|powershell)/)
  },
)
