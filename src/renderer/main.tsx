import { z } from 'zod'

// Schemas decide when they are made whether to probe for eval, which the page's policy forbids:
// nothing that makes one may be loaded before this line has run.
z.config({ jitless: true })

const { start } = await import('./start.tsx')
await start()
