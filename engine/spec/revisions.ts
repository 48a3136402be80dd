/** The revisions of MCP whose authorization the lab knows, oldest first. */
export const revisions = ['2025-06-18'] as const
export type Revision = (typeof revisions)[number]
