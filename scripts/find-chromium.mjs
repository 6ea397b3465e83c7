import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const commandNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'msedge',
]

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 */
const usualPlaces = (env, platform) => {
  if (platform === 'darwin') {
    return [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ]
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
    return folders.flatMap((folder) =>
      folder === undefined
        ? []
        : [
            join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
            join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
          ],
    )
  }
  return []
}

/** @param {string} path */
const isProgram = (path) => {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/**
 * A Chromium of this machine: the one named by CHROMIUM, else one on PATH, else one in its usual place.
 * @param {{ env?: NodeJS.ProcessEnv, platform?: NodeJS.Platform }} [options]
 * @returns {string | undefined} the program's path
 * @throws {Error} where CHROMIUM names no program, since testing in another browser would mislead
 */
export const findChromium = ({ env = process.env, platform = process.platform } = {}) => {
  if (env.CHROMIUM) {
    if (isProgram(env.CHROMIUM)) return env.CHROMIUM
    throw new Error(`CHROMIUM names ${env.CHROMIUM}, which is not a program.`)
  }
  const pathName = Object.keys(env).find((name) => name.toUpperCase() === 'PATH')
  const folders = (pathName === undefined ? '' : (env[pathName] ?? '')).split(delimiter)
  const ending = platform === 'win32' ? '.exe' : ''
  const onPath = folders
    .filter((folder) => folder !== '')
    .flatMap((folder) => commandNames.map((name) => join(folder, `${name}${ending}`)))
  return [...onPath, ...usualPlaces(env, platform)].find(isProgram)
}
