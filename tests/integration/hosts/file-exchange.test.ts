import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { pickedFile } from '#shared/contract/host-bridge.ts'
import { FILE_NAME_HEADER, LOOPBACK_PATHS, TOKEN_HEADER } from '#shared/contract/loopback-api.ts'
import { type LoopbackTarget, startLoopbackTarget } from './loopback-target.ts'

const UPLOAD_LIMIT = 100_000

let target: LoopbackTarget
beforeAll(async () => {
  target = await startLoopbackTarget({ uploadBytes: UPLOAD_LIMIT })
})
afterAll(() => target.stop())

const uploads = () => readdirSync(target.application.uploadFolder)

const upload = (content: BodyInit, name: string) =>
  target.post(LOOPBACK_PATHS.upload, content, {
    'content-type': 'application/octet-stream',
    [FILE_NAME_HEADER]: name,
  })

it('an upload arrives byte for byte and comes back as a token, never as a path', async () => {
  const content = Buffer.from([0, 255, 10, 13, ...Buffer.from('订单号,客户\r\n')])
  const before = uploads()
  const response = await upload(content, encodeURIComponent('订单 2024.csv'))
  expect(response.status).toBe(200)
  const answer = await response.text()
  expect(answer).not.toContain(target.application.uploadFolder)
  const file = pickedFile.parse(JSON.parse(answer).value)
  expect(file).toMatchObject({ name: '订单 2024.csv', bytes: content.length })
  const [written = ''] = uploads().filter((name) => !before.includes(name))
  expect(readFileSync(`${target.application.uploadFolder}/${written}`)).toEqual(content)
})

it.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Windows\\orders.csv', 'orders.csv'],
  ['a\u0000b\r\n.csv', 'ab.csv'],
  ['gnp.\u202evsc', 'gnp.vsc'],
  ['', 'file'],
  ['..', '..'],
  ['x'.repeat(400), 'x'.repeat(255)],
])('an upload named %j is shown as %j and stays in the upload folder', async (name, shown) => {
  const before = uploads()
  const response = await upload('a', encodeURIComponent(name))
  expect((await response.json()).value.name).toBe(shown)
  const added = uploads().filter((file) => !before.includes(file))
  expect(added).toHaveLength(1)
  expect(added[0]).toMatch(/^[0-9a-f-]{36}(\.[a-z0-9]{1,12})?$/)
})

it('a file name that is no URI-encoded text is refused', async () => {
  expect((await upload('a', '%E0%A4%A')).status).toBe(400)
})

it('an upload announced as too large is refused before it is written', async () => {
  const before = uploads()
  const response = await upload('x'.repeat(UPLOAD_LIMIT + 1), 'large.csv')
  expect(response.status).toBe(413)
  expect(await response.json()).toMatchObject({ ok: false, error: { code: 'file-too-large' } })
  expect(uploads()).toEqual(before)
})

it('an upload of unannounced length that grows too large leaves no file behind', async () => {
  const before = uploads()
  const chunks = new ReadableStream({
    start(controller) {
      for (let part = 0; part < 12; part += 1) controller.enqueue(Buffer.alloc(10_000, 'x'))
      controller.close()
    },
  })
  const response = await upload(chunks, 'large.csv')
  expect(response.status).toBe(413)
  expect(await response.json()).toMatchObject({ ok: false, error: { code: 'file-too-large' } })
  expect(uploads()).toEqual(before)
})

it('an upload that breaks off leaves no file behind and no token', async () => {
  const before = uploads()
  const registered = vi.spyOn(target.application, 'registerFile')
  await new Promise<void>((resolve) => {
    const socket = connect(target.port, '127.0.0.1', () => {
      const head = [
        `POST ${LOOPBACK_PATHS.upload} HTTP/1.1`,
        `Host: ${target.authority}`,
        `Origin: ${target.origin}`,
        `${TOKEN_HEADER}: ${target.token}`,
        'Content-Type: application/octet-stream',
        'Content-Length: 5000',
      ]
      socket.write(`${head.join('\r\n')}\r\n\r\nhalf`)
    })
    const broken = setInterval(() => {
      if (uploads().length > before.length) socket.destroy()
    }, 5)
    socket.on('close', () => {
      clearInterval(broken)
      resolve()
    })
  })
  await vi.waitFor(() => expect(uploads()).toEqual(before))
  expect(registered).not.toHaveBeenCalled()
})

it('a made file is downloaded whole, with a name that no header can be split by', async () => {
  const path = `${target.application.uploadFolder}/made.csv`
  const name = '拒绝\r\nX-Evil: 1".csv'
  writeFileSync(path, '\ufeff行,原因\r\n')
  vi.spyOn(target.application, 'downloadPath').mockReturnValueOnce({ path, name })
  const response = await target.post(LOOPBACK_PATHS.download, JSON.stringify({ token: 'made-file-token' }))
  expect(response.status).toBe(200)
  expect(response.headers.get('x-evil')).toBeNull()
  expect(response.headers.get('content-type')).toBe('application/octet-stream')
  expect(response.headers.get('content-disposition')).toBe(
    `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  )
  expect(Buffer.from(await response.arrayBuffer())).toEqual(readFileSync(path))
})

it('a download token that points nowhere is 404, and the path of a file is no token', async () => {
  const ask = (token: string) => target.post(LOOPBACK_PATHS.download, JSON.stringify({ token }))
  expect(existsSync('/etc/passwd')).toBe(true)
  expect((await ask('no-such-token')).status).toBe(404)
  expect((await ask('/etc/passwd')).status).toBe(404)
})
