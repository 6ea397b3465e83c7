import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const MAIN_SOURCES = resolve(import.meta.dirname, '..', '..', '..', 'src', 'main')

/** A folder laid out as a build leaves it, over the sources, with files beside that must never be served. */
export function makeBuiltLayout(folder: string): { mainFolder: string; rendererFolder: string } {
  const mainFolder = join(folder, 'out', 'main')
  const rendererFolder = join(folder, 'out', 'renderer')
  mkdirSync(mainFolder, { recursive: true })
  mkdirSync(join(rendererFolder, 'assets'), { recursive: true })
  const engine = join(MAIN_SOURCES, 'engine.ts')
  writeFileSync(join(mainFolder, 'engine.js'), `await import(${JSON.stringify(engine)})`)
  const page = '<!doctype html><html><head><title>Mainstay</title></head></html>'
  writeFileSync(join(rendererFolder, 'index.html'), page)
  writeFileSync(join(rendererFolder, 'assets', 'index.js'), 'document.title = "Mainstay"')
  writeFileSync(join(rendererFolder, 'assets', 'index.js.map'), '{"sources":["secret"]}')
  writeFileSync(join(folder, 'out', 'secret.json'), '"secret"')
  return { mainFolder, rendererFolder }
}
