import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  createAccessToken,
  createTickets,
  isSameToken,
} from '../../../../src/main/hosts/loopback/access-token.ts'

it('two tokens are the same exactly when their texts are', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(isSameToken(one, other)).toBe(one === other)
      expect(isSameToken(one, one)).toBe(true)
    }),
  )
})

it('a token holds 256 bits in characters that need no encoding', () => {
  const tokens = Array.from({ length: 100 }, createAccessToken)
  expect(new Set(tokens).size).toBe(100)
  for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/)
})

it('a ticket is redeemed once, whatever the order, and no other text is', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { maxLength: 40 }), fc.string(), (order, other) => {
      const tickets = createTickets()
      const issued = Array.from({ length: 10 }, tickets.issue)
      const redeemed = order.filter((index) => tickets.redeem(issued[index] ?? ''))
      expect(redeemed).toEqual([...new Set(order)])
      expect(tickets.redeem(other)).toBe(false)
    }),
  )
})

it('unused tickets do not pile up: the oldest lapses', () => {
  const tickets = createTickets()
  const first = tickets.issue()
  const second = tickets.issue()
  for (let more = 0; more < 63; more += 1) tickets.issue()
  expect(tickets.redeem(first)).toBe(false)
  expect(tickets.redeem(second)).toBe(true)
})
