import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's root folder, absolute. */
export const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)))

/**
 * A path inside the project.
 * @param {...string} parts
 * @returns {string}
 */
export const inProject = (...parts) => join(projectRoot, ...parts)
