import { closeSync, fchmodSync, openSync, writeSync } from 'node:fs'
import { masked } from './masked.ts'
import type { Seen } from './witness.ts'

/** A file that exchanges are added to. */
export interface LogFile {
  add(exchange: Seen, at: number): void
  close(): void
}

/** Opens a log for writing at its end: one exchange a line, as JSON. It holds tokens, so nobody else may read it. Throws when the file cannot be written. */
export const openLog = (path: string): LogFile => {
  const file = openSync(path, 'a', 0o600)
  // A file that was there before may have been open to others.
  fchmodSync(file, 0o600)
  return {
    add: ({ number, request, response, findings }, at) => {
      const line = {
        at: new Date(at).toISOString(),
        number: number ?? null,
        request: masked(request),
        response: response ?? null,
        findings,
      }
      writeSync(file, `${JSON.stringify(line)}\n`)
    },
    close: () => closeSync(file),
  }
}
