import { onTestFinished } from 'vitest'
import { virtualClock } from '../../engine/chance/clock.ts'
import { openLab, type LabOptions } from '../../engine/serve/lab.ts'
import type { Seen } from '../../engine/serve/witness.ts'
import { DOCUMENT_URL, realClient } from './real-client.ts'

/** Opens the lab on ports of its own until the test is over, with a clock to put forward and a client that knows where it is. */
export const openForTest = async (options: Partial<LabOptions> = {}) => {
  const seen: Seen[] = []
  const defects: unknown[] = []
  const clock = virtualClock(Math.floor(Date.now() / 1000))
  const revision = options.revision ?? '2025-11-25'
  const lab = await openLab({
    revision,
    registration: undefined,
    // A client keeps connections to a port, and would not know that somebody else is there now.
    port: 0,
    forget: [],
    allowedOrigins: [],
    redirectUris: [],
    clock,
    seen: (exchange) => seen.push(exchange),
    broke: (error) => defects.push(error),
    ...options,
  })
  onTestFinished(() => lab.close())
  return {
    ...lab,
    known: lab.client,
    clock,
    seen,
    defects,
    client: realClient(
      lab.origins.resource,
      revision,
      options.registration === 'metadata-document' ? DOCUMENT_URL : undefined,
    ),
  }
}
