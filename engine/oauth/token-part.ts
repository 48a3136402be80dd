import { base64url } from 'jose'

/** A token with its header or its claims changed. The signature stays, and is then that of something else. */
export const withTokenPart = (
  token: string,
  place: 'jwt-header' | 'claim',
  change: (before: unknown) => unknown,
): string => {
  const pieces = token.split('.')
  const at = place === 'claim' ? 1 : 0
  const before: unknown = JSON.parse(new TextDecoder().decode(base64url.decode(pieces[at]!)))
  const after = change(before)
  return after === before
    ? token
    : pieces.with(at, base64url.encode(JSON.stringify(after))).join('.')
}
