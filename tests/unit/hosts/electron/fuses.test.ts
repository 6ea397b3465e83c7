import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FuseState, FuseV1Options, flipFuses, getCurrentFuseWire } from '@electron/fuses'
import { expect, it } from 'vitest'
import { FUSES } from '../../../../src/main/hosts/electron/fuses.ts'

/** The mark that stands before the fuses in every Electron binary. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

const options = Object.values(FuseV1Options).filter((option) => typeof option === 'number')

it('every fuse there is has been decided on', () => {
  expect(FUSES.strictlyRequireAllFuses).toBe(true)
  expect(options.filter((option) => typeof FUSES[option] !== 'boolean')).toEqual([])
})

it('the doors into Node and around the package are closed', () => {
  expect(FUSES).toMatchObject({
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
    [FuseV1Options.EnableCookieEncryption]: true,
  })
})

it('the list is taken by the tool that burns it into a binary, and read back as written', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-fuses-'))
  try {
    const binary = join(folder, 'electron')
    const wire = Buffer.alloc(options.length, FuseState.INHERIT)
    writeFileSync(binary, Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, options.length]), wire]))
    await flipFuses(binary, FUSES)
    const burnt = await getCurrentFuseWire(binary)
    for (const option of options) {
      expect(burnt[option]).toBe(FUSES[option] ? FuseState.ENABLE : FuseState.DISABLE)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
