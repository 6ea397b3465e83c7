import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** @param {string} name */
const isInput = (name) => !name.endsWith('.tsbuildinfo') && !name.endsWith('.md') && name !== '.DS_Store'

/**
 * @param {string} root
 * @param {string} path
 * @returns {string[]}
 */
const filesUnder = (root, path) => {
  const full = join(root, path)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [path]
  return readdirSync(full)
    .filter(isInput)
    .sort()
    .flatMap((name) => filesUnder(root, `${path}/${name}`))
}

/**
 * A digest of the names and contents of files. Notes and compiler caches inside folders do not count.
 * @param {string} root
 * @param {readonly string[]} paths files and folders below root; a missing one counts as absent
 * @param {readonly string[]} [facts] further texts that matter, such as the platform
 * @returns {string} 64 hexadecimal digits
 */
export const contentStamp = (root, paths, facts = []) => {
  const digest = createHash('sha256')
  for (const fact of facts) digest.update(`fact ${fact}\n`)
  for (const path of paths.flatMap((path) => filesUnder(root, path))) {
    const content = readFileSync(join(root, path))
    digest.update(`file ${path} ${content.length}\n`).update(content)
  }
  return digest.digest('hex')
}

/**
 * Whether the stamp file holds exactly this stamp.
 * @param {string} file
 * @param {string} stamp
 */
export const isStamped = (file, stamp) => existsSync(file) && readFileSync(file, 'utf8').trim() === stamp

/**
 * @param {string} file
 * @param {string} stamp
 */
export const writeStamp = (file, stamp) => {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${stamp}\n`)
}
