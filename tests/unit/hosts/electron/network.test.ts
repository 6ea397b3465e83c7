import { expect, it } from 'vitest'
import { blockRequests, isOwnContent } from '../../../../src/main/hosts/electron/network.ts'

type Blocked = Parameters<typeof blockRequests>[0]
type Listener = NonNullable<Parameters<Blocked['webRequest']['onBeforeRequest']>[0]>

it('cancelled requests are counted, allowed ones are not', () => {
  let listener: Listener | null = null
  const session = { webRequest: { onBeforeRequest: (given: Listener) => (listener = given) } }
  const block = blockRequests(session, isOwnContent(true))
  const ask = (url: string) => (listener as Listener | null)?.({ url }, () => undefined)
  ask('app://mainstay/index.html')
  expect(block.count()).toBe(0)
  ask('https://example.com/')
  ask('https://example.com/')
  expect(block.count()).toBe(2)
})
