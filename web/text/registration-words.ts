import type { Registration } from '../../engine/index.ts'

/** How the client comes by its id, as the rest of a sentence that begins with its name. */
export const registrationWords: Readonly<Record<Registration, string>> = {
  'pre-registered': 'was registered, no secret',
  'client-secret-basic': 'was registered, client_secret_basic',
  'client-secret-post': 'was registered, client_secret_post',
  'metadata-document': 'publishes a metadata document',
  dynamic: 'registers itself',
}
