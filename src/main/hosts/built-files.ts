import { readdirSync } from 'node:fs'
import { extname, join } from 'node:path'

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
}

export interface BuiltFile {
  /** Absolute path on disk. */
  path: string
  contentType: string
  isPage: boolean
}

/** Path of an address, such as `/assets/index.js`, → the file it may read. */
export type BuiltFiles = ReadonlyMap<string, BuiltFile>

/**
 * The files a window may load: those that stand in the built renderer's folder now, with a known ending.
 * An address is looked up here and never joined to a folder, so none can lead outside. `/` is the page.
 * Throws when the folder holds no index.html.
 */
export function listBuiltFiles(folder: string): BuiltFiles {
  const files = new Map<string, BuiltFile>()
  const collect = (below: string, address: string) => {
    for (const entry of readdirSync(below, { withFileTypes: true })) {
      const path = join(below, entry.name)
      if (entry.isDirectory()) collect(path, `${address}${entry.name}/`)
      const contentType = CONTENT_TYPES[extname(entry.name)]
      if (entry.isFile() && contentType) {
        files.set(`${address}${entry.name}`, { path, contentType, isPage: extname(entry.name) === '.html' })
      }
    }
  }
  collect(folder, '/')
  const page = files.get('/index.html')
  if (!page) throw new Error(`${folder} holds no built index.html`)
  return files.set('/', page)
}
