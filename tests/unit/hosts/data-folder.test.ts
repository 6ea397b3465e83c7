import { expect, it } from 'vitest'
import { findDataFolder } from '../../../src/main/hosts/data-folder.ts'

const find = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv = {}) =>
  findDataFolder({ platform, env, homeFolder: '/home/lin' })

it.each<[NodeJS.Platform, NodeJS.ProcessEnv, string]>([
  ['linux', {}, '/home/lin/.local/share/Mainstay'],
  ['linux', { XDG_DATA_HOME: '/data' }, '/data/Mainstay'],
  ['linux', { XDG_DATA_HOME: 'relative' }, '/home/lin/.local/share/Mainstay'],
  ['darwin', { XDG_DATA_HOME: '/data' }, '/home/lin/Library/Application Support/Mainstay'],
  ['win32', { APPDATA: '/roaming' }, '/roaming/Mainstay'],
  ['win32', {}, '/home/lin/AppData/Roaming/Mainstay'],
  ['linux', { MAINSTAY_DATA: '/elsewhere', XDG_DATA_HOME: '/data' }, '/elsewhere'],
])('on %s with %j Mainstay keeps its files in %s', (platform, env, folder) => {
  expect(find(platform, env)).toBe(folder)
})
