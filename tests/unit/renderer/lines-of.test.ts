import fc from 'fast-check'
import { expect, it } from 'vitest'
import { linesOf } from '../../../src/renderer/api/lines-of.ts'

async function read(chunks: readonly Uint8Array<ArrayBuffer>[]): Promise<string[]> {
  const stream = new ReadableStream<BufferSource>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk)
      controller.close()
    },
  })
  const lines: string[] = []
  for await (const line of linesOf(stream)) lines.push(line)
  return lines
}

it('gives the same events however the network cuts the bytes, also inside a Chinese character', async () => {
  const events = [
    '{"type":"saved","at":"2026-10-15T06:32:00Z"}',
    '{"name":"恒岳重工集团"}',
    '{"type":"changed","nouns":[]}',
  ]
  const bytes = new TextEncoder().encode(`${events.join('\n\n')}\n`)
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: bytes.length }), { maxLength: 12 }), async (cuts) => {
      const places = [0, ...cuts.sort((one, other) => one - other), bytes.length]
      const chunks = places.slice(1).map((end, index) => bytes.slice(places[index] ?? 0, end))
      expect(await read(chunks)).toEqual(events)
    }),
  )
})

it('does not hand out a line that was cut off by the end', async () => {
  expect(await read([new TextEncoder().encode('{"a":1}\n{"b":')])).toEqual(['{"a":1}'])
})
