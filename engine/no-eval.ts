import { config } from 'zod/mini'

// Zod compiles schemas with `new Function`, which the page's Content-Security-Policy forbids. Must run before any schema is made.
config({ jitless: true })
