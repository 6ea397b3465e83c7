import { describe, expect, it } from 'vitest'
import { operationByName } from '#shared/contract/contract.ts'
import { NOUNS } from '#shared/contract/events.ts'
import { affectedOperationNouns } from '../../../src/renderer/api/affected-operations.ts'

const queryNouns = new Set(
  [...operationByName]
    .filter(([, operation]) => operation.kind === 'query')
    .map(([name]) => name.split('.')[0] ?? ''),
)

describe('affectedOperationNouns', () => {
  it('refetches everything of a workspace when another one is opened, but not the device', () => {
    const affected = affectedOperationNouns(['workspace'])
    expect([...queryNouns].filter((noun) => !affected.has(noun))).toEqual(['preferences'])
  })

  it('makes every query stale by some noun, so that no screen can stay behind', () => {
    const affected = affectedOperationNouns(NOUNS)
    expect([...queryNouns].filter((noun) => !affected.has(noun))).toEqual([])
  })

  it('refetches figures, search and people after an import or undo named accounts and parties', () => {
    for (const noun of ['account', 'portfolio', 'search', 'person', 'history']) {
      expect(affectedOperationNouns(['party'])).toContain(noun)
    }
    expect(affectedOperationNouns(['import'])).toContain('account')
  })

  it('leaves figures alone when only a view or a preference changed', () => {
    expect(affectedOperationNouns(['view', 'preferences'])).not.toContain('account')
  })
})
