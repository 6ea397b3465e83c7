import { isAbsolute, resolve } from 'node:path'

export interface StartArguments {
  /** Absolute path. */
  workspace: string | undefined
  isSample: boolean
}

/**
 * What a start asks to open: `--workspace FILE`, a `.mainstay` file as the system passes on a double-click,
 * or `--sample`. Chromium puts switches of its own among them, which are passed over.
 */
export function readStartArguments(args: readonly string[], folder: string): StartArguments {
  const isWorkspace = (text: string) => /\.mainstay$/i.test(text) && !text.startsWith('--')
  const named = args.flatMap((arg, index) => {
    if (arg.startsWith('--workspace=')) return [arg.slice('--workspace='.length)]
    return arg === '--workspace' ? args.slice(index + 1, index + 2) : []
  })
  const path = named.at(0) ?? args.findLast(isWorkspace)
  return {
    workspace: path === undefined || isAbsolute(path) ? path : resolve(folder, path),
    isSample: args.includes('--sample'),
  }
}
