import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const MOST_OPEN_TICKETS = 64

/** 256 random bits as text that fits a header and a fragment. */
export const createAccessToken = (): string => randomBytes(32).toString('base64url')

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Takes the same time wherever the two differ, and whatever their lengths. */
export const isSameToken = (given: string, expected: string): boolean =>
  timingSafeEqual(digest(given), digest(expected))

export interface Tickets {
  issue(): string
  /** True once for each issued ticket. */
  redeem(ticket: string): boolean
}

/** One-time tickets; past 64 unused ones the oldest lapses. */
export function createTickets(): Tickets {
  let open: readonly string[] = []
  return {
    issue() {
      const ticket = createAccessToken()
      open = [...open, ticket].slice(-MOST_OPEN_TICKETS)
      return ticket
    },
    redeem(ticket) {
      // Every open ticket is compared, so that the time taken says nothing about which one came close.
      const left = open.filter((candidate) => !isSameToken(ticket, candidate))
      const isRedeemed = left.length < open.length
      open = left
      return isRedeemed
    },
  }
}
