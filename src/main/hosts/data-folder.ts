import { isAbsolute, join, resolve } from 'node:path'

interface Surroundings {
  platform: NodeJS.Platform
  env: NodeJS.ProcessEnv
  homeFolder: string
}

function systemFolder({ platform, env, homeFolder }: Surroundings): string {
  if (platform === 'darwin') return join(homeFolder, 'Library', 'Application Support')
  if (platform === 'win32') return env.APPDATA || join(homeFolder, 'AppData', 'Roaming')
  const folder = env.XDG_DATA_HOME
  // The XDG specification tells programs to ignore a relative path here.
  return folder && isAbsolute(folder) ? folder : join(homeFolder, '.local', 'share')
}

/**
 * The application's own folder, the same for both hosts: the system's place for such folders, or MAINSTAY_DATA.
 */
export function findDataFolder(surroundings: Surroundings): string {
  const chosen = surroundings.env.MAINSTAY_DATA
  return chosen ? resolve(chosen) : join(systemFolder(surroundings), 'Mainstay')
}
