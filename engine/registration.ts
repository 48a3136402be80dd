import { has } from './spec/differences.ts'
import type { Revision } from './spec/revisions.ts'

/**
 * The ways in which a client can come by its client_id. The first three: somebody registered it beforehand, as a public
 * client or with a secret, which it shows in one of two ways. `metadata-document`: its client_id is the address of a
 * document about it. `dynamic`: it registers itself.
 */
export const registrations = [
  'pre-registered',
  'client-secret-basic',
  'client-secret-post',
  'metadata-document',
  'dynamic',
] as const
export type Registration = (typeof registrations)[number]

/** The ways that a revision of MCP knows, in the order in which a client tries them. */
export const registrationsIn = (revision: Revision): Registration[] =>
  registrations.filter(
    (one) => one !== 'metadata-document' || has(revision, 'client-id-metadata-document'),
  )

/** Whether a text from outside names a way of registration. */
export const isRegistration = (text: string): text is Registration =>
  (registrations as readonly string[]).includes(text)
