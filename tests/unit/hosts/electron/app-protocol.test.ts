import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type BuiltFiles, listBuiltFiles } from '../../../../src/main/hosts/built-files.ts'
import { answerAppRequest } from '../../../../src/main/hosts/electron/app-protocol.ts'

let folder = ''
let files: BuiltFiles
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mainstay-app-'))
  mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'renderer', 'index.html'), '<!doctype html><html><head></head></html>')
  writeFileSync(join(folder, 'renderer', 'assets', 'index.js'), 'x')
  writeFileSync(join(folder, 'secret.json'), 'secret')
  files = listBuiltFiles(join(folder, 'renderer'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const get = (url: string, method = 'GET') => answerAppRequest(files, { url, method })

it('built files are served with the policy, the page with the nonce of that policy', async () => {
  const page = await get('app://mainstay/index.html')
  const policy = page.headers.get('content-security-policy') ?? ''
  const [, nonce] = /'nonce-([^']+)'/.exec(policy) ?? []
  expect(page.status).toBe(200)
  expect(policy).toContain("require-trusted-types-for 'script'")
  expect(policy).not.toContain('unsafe')
  expect(await page.text()).toContain(`nonce="${nonce}"`)
  const script = await get('app://mainstay/assets/index.js')
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(await script.text()).toBe('x')
})

it.each([
  'app://mainstay/../secret.json',
  'app://mainstay/assets/../../secret.json',
  'app://mainstay/%2e%2e/secret.json',
  'app://mainstay//etc/passwd',
  'app://mainstay/assets/',
  'app://mainstay/index.html?x=1',
  'app://mainstay',
  'app://mainstay.example/index.html',
  'app://user@mainstay/index.html',
  'app://other/index.html',
  'file:///etc/passwd',
])('%s is not found', async (url) => {
  const answer = await get(url)
  expect(answer.status).toBe(404)
  expect(await answer.text()).toBe('')
})

it('nothing can be posted', async () => {
  expect((await get('app://mainstay/index.html', 'POST')).status).toBe(404)
})
