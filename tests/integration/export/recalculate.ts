import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import Papa from 'papaparse'

/** LibreOffice keeps cached values of foreign files unless it is told not to. */
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`

/** Every sheet, comma-separated, raw values instead of what is shown. */
const FILTER = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1'

export function findOffice(): string | null {
  return (
    ['soffice', 'libreoffice'].find(
      (name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0,
    ) ?? null
  )
}

/** The sheets of a workbook after LibreOffice has computed every formula anew, by name. */
export function recalculate(office: string, folder: string, file: string): Map<string, string[][]> {
  const profile = join(folder, 'profile')
  const out = join(folder, `out-${basename(file, '.xlsx')}`)
  mkdirSync(join(profile, 'user'), { recursive: true })
  writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), ALWAYS_RECALCULATE)
  const run = spawnSync(
    office,
    [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      '--headless',
      '--convert-to',
      FILTER,
      '--outdir',
      out,
      file,
    ],
    { encoding: 'utf8' },
  )
  if (run.status !== 0) throw new Error(`LibreOffice: ${run.stderr}`)
  const prefix = `${basename(file, '.xlsx')}-`
  return new Map(
    readdirSync(out).map((name) => [
      basename(name, '.csv').slice(prefix.length),
      Papa.parse<string[]>(readFileSync(join(out, name), 'utf8')).data,
    ]),
  )
}
