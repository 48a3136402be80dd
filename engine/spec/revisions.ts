/** The revisions of MCP whose authorization the lab knows, oldest first. */
export const revisions = ['2025-03-26', '2025-06-18', '2025-11-25', '2026-07-28'] as const
export type Revision = (typeof revisions)[number]

/** Whether a text from outside names a revision that the lab knows. */
export const isRevision = (text: string): text is Revision =>
  (revisions as readonly string[]).includes(text)

/** Whether a revision is `first` or one that came after it. */
export const since = (revision: Revision, first: Revision): boolean =>
  revisions.indexOf(revision) >= revisions.indexOf(first)
