import type { Answer } from '../../network/server.ts'
import { withoutOffline } from './scopes.ts'
import type { Settings } from './settings.ts'

/** Answers with protected resource metadata. @see [RFC 9728 §2 - Protected Resource Metadata](https://www.rfc-editor.org/rfc/rfc9728.html#section-2) */
export const answerMetadata =
  ({ resource, issuer, scopes }: Settings): Answer =>
  () => ({
    status: 200,
    headers: [['Content-Type', 'application/json']],
    body: JSON.stringify({
      resource,
      authorization_servers: [issuer],
      scopes_supported: withoutOffline(scopes),
      bearer_methods_supported: ['header'],
      resource_name: 'Notes',
    }),
  })
