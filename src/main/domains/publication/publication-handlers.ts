import type { EngineHandlers } from '../../application/ports.ts'
import { readClassLadder } from './class-ladder.ts'
import { readClassMovement } from './class-movement.ts'
import { openQuarters } from './open-quarters.ts'
import { previewPublication } from './publication-preview.ts'
import { listPublications } from './publication-repository.ts'
import { publishQuarter } from './publish-quarter.ts'

export const publicationHandlers = {
  'publication.list': ({ database }) => ({
    published: listPublications(database)
      .toReversed()
      .map(({ summary, ...publication }) => ({ ...publication, ...summary })),
    open: openQuarters(database),
  }),
  'publication.preview': ({ database }, { quarter }) => previewPublication(database, quarter),
  'publication.publish': (context, { quarter }) => publishQuarter(context, quarter),
  'publication.ladder': ({ database }, { accountId }) => readClassLadder(database, accountId),
  'publication.movement': ({ database }, request) => readClassMovement(database, request),
} satisfies EngineHandlers<'publication'>
