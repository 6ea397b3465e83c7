import { z } from 'zod'

// The content security policy forbids eval, which zod otherwise probes for at the first parse.
z.config({ jitless: true })
