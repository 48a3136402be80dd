/** The revisions of MCP whose authorization the lab knows, oldest first. */
export const revisions = ['2025-06-18'] as const
export type Revision = (typeof revisions)[number]

/** The revision a run takes when none is named. */
export const DEFAULT_REVISION: Revision = '2025-06-18'

/** Whether a string from outside is a revision the lab knows. */
export const isRevision = (text: string): text is Revision =>
  (revisions as readonly string[]).includes(text)

/** Whether a revision is `first` or newer. */
export const since = (revision: Revision, first: Revision): boolean =>
  revisions.indexOf(revision) >= revisions.indexOf(first)
