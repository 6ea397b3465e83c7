import type { App, Session } from 'electron'
import { denyNavigation } from './navigation.ts'
import { blockRequests, isOwnContent, type RequestBlock } from './network.ts'
import { denyPermissions } from './permissions.ts'

export interface Seal {
  /** Denies what this session could ask for; a second time changes nothing. */
  session(session: Session): void
  /** How many requests of all sessions were cancelled so far. */
  blockedRequestCount(): number
}

/** Seals every session and every page there will ever be, those that nobody meant to make included. */
export function sealEverything(app: App): Seal {
  const blocks = new Map<Session, RequestBlock>()
  const seal: Seal = {
    session(session) {
      if (blocks.has(session)) return
      denyPermissions(session)
      blocks.set(session, blockRequests(session, isOwnContent(app.isPackaged)))
    },
    blockedRequestCount: () => [...blocks.values()].reduce((sum, block) => sum + block.count(), 0),
  }
  app.on('session-created', seal.session)
  app.on('web-contents-created', (_event, contents) => denyNavigation(contents))
  return seal
}
