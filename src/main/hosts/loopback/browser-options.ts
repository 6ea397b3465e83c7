import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

export const BROWSER_HOST_USAGE = `Serves Mainstay to the browser of this machine, at 127.0.0.1 only.

  --workspace FILE     open this workspace, making it if it is not there
  --sample             open the sample workspace
  --port N             listen on this port instead of a free one
  --no-open            print the address without opening the browser
  --data-folder DIR    keep Mainstay's own files here (or set MAINSTAY_DATA)
  --help               this text

The printed address holds a ticket that works once. Ctrl-C ends.
`

export interface BrowserOptions {
  opensBrowser: boolean
  /** 0 takes a free one. */
  port: number
  /** Absolute path. */
  workspace: string | undefined
  isSample: boolean
  /** Absolute path. */
  dataFolder: string | undefined
  isHelp: boolean
}

function portOf(text: string): number {
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65_535) {
    throw new TypeError(`--port takes a number from 1 to 65535, not '${text}'`)
  }
  return port
}

/** Reads the command line; file names are relative to `folder`. Throws a TypeError that says what is wrong. */
export function parseBrowserOptions(args: readonly string[], folder: string): BrowserOptions {
  const { values } = parseArgs({
    args: [...args],
    strict: true,
    options: {
      open: { type: 'boolean', default: true },
      port: { type: 'string' },
      workspace: { type: 'string' },
      sample: { type: 'boolean', default: false },
      'data-folder': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
    allowNegative: true,
  })
  const absolute = (path: string | undefined) => (path === undefined ? undefined : resolve(folder, path))
  if (values.workspace !== undefined && values.sample) {
    throw new TypeError('--workspace and --sample exclude each other')
  }
  return {
    opensBrowser: values.open,
    port: values.port === undefined ? 0 : portOf(values.port),
    workspace: absolute(values.workspace),
    isSample: values.sample,
    dataFolder: absolute(values['data-folder']),
    isHelp: values.help,
  }
}
