import type { App } from 'electron'

const DEBUGGING_SWITCHES = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'inspect',
  'inspect-brk',
  'js-flags',
]

/** The switch that would open an installed application to a debugger; undefined where none was given. */
export const findDebuggingSwitch = ({
  isPackaged,
  commandLine,
}: Pick<App, 'isPackaged' | 'commandLine'>): string | undefined =>
  isPackaged ? DEBUGGING_SWITCHES.find((name) => commandLine.hasSwitch(name)) : undefined
