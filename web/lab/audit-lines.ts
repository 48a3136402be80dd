import type { Run, WireMessage } from '../../engine/index.ts'

type AuditEntry = Run['audit'][number]

/** A line of the audit log, and the message since which it stands there. */
export interface AuditLine extends AuditEntry {
  readonly message: number
  readonly since: number
}

/** The lines that have been written at a place: each once its request was looked at to the end. */
export const linesAt = (
  audit: readonly AuditEntry[],
  log: readonly WireMessage[],
  place: number,
): AuditLine[] =>
  audit.flatMap((entry) => {
    const { message } = entry
    if (message === undefined) return []
    const looked = (log[message - 1]?.findings ?? []).filter(({ end }) => end === 'receiver')
    const since = Math.max(message, ...looked.map((finding) => finding.since))
    return since <= place ? [{ ...entry, message, since }] : []
  })
