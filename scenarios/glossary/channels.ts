import type { Term } from '../../engine/scenario.ts'
import { madeAt, seenAt } from '../seen-at.ts'

/** How messages travel, and where they arrive. */
export const channelTerms: readonly Term[] = [
  {
    id: 'front-channel',
    term: 'front channel',
    says: 'By way of the owner’s browser, as redirects and addresses. Histories, logs and other programs may read along, so nothing may travel there that is worth stealing by itself.',
    seen: seenAt('first-contact', 'authorization-response'),
    near: ['back-channel', 'redirect', 'authorization-code'],
  },
  {
    id: 'back-channel',
    term: 'back channel',
    says: 'Straight from program to server, without the browser. Tokens travel only here.',
    seen: seenAt('first-contact', 'token-request'),
    near: ['front-channel', 'token-endpoint'],
  },
  {
    id: 'redirect',
    term: 'redirect',
    also: ['302', '303', 'Location'],
    says: 'An answer that tells the browser where to go next. OAuth hands things from one server to the other in the address [oauth21-13-1.6].',
    seen: seenAt('first-contact', 'authorization-response', 'header.location'),
    near: ['redirect-uri', 'front-channel'],
  },
  {
    id: 'redirect-uri',
    term: 'redirect URI',
    also: ['redirect_uri', 'callback URL', 'redirection endpoint'],
    says: 'Where the browser brings the answer of the authorization server. The server compares it with the registered ones character by character [oauth21-13-2.3.1], but for the port of a loopback address.',
    seen: seenAt('first-contact', 'authorization-request', 'query.redirect_uri'),
    near: ['callback', 'loopback', 'open-redirect'],
  },
  {
    id: 'callback',
    term: 'callback',
    says: 'The request with which the browser arrives at the client’s redirect URI, with a code or an error in its address.',
    seen: seenAt('first-contact', 'callback-request', 'query.code'),
    near: ['redirect-uri', 'authorization-code', 'state'],
  },
  {
    id: 'loopback',
    term: 'loopback address',
    also: ['127.0.0.1', 'localhost'],
    says: 'An address that never leaves the machine. A native app listens there for its answer, at whatever port is free [rfc8252-7.3], and stops when it has it [rfc8252-8.3].',
    seen: seenAt('first-contact', 'callback-request', 'header.host'),
    near: ['redirect-uri', 'native-app', 'deep-link'],
  },
  {
    id: 'deep-link',
    term: 'deep link',
    also: ['private-use URI scheme', 'custom scheme'],
    says: 'An address with a scheme of an app’s own, such as `example.quill:/callback`, which the system hands to that app [rfc8252-7.1]. The lab’s client uses a loopback address instead.',
    seen: seenAt('first-contact', 'authorization-request', 'query.redirect_uri'),
    near: ['loopback', 'redirect-uri'],
  },
  {
    id: 'authorization-endpoint',
    term: 'authorization endpoint',
    says: 'The address of the authorization server to which the client sends the owner’s browser; there the owner signs in and decides [oauth21-13-3.1].',
    seen: seenAt('first-contact', 'server-metadata', 'json.authorization_endpoint'),
    near: ['authorization-request', 'token-endpoint'],
  },
  {
    id: 'token-endpoint',
    term: 'token endpoint',
    says: 'The address of the authorization server where the client itself exchanges a code, or a refresh token, for tokens [oauth21-13-3.2].',
    seen: seenAt('first-contact', 'server-metadata', 'json.token_endpoint'),
    near: ['back-channel', 'authorization-code', 'refresh-token'],
  },
  {
    id: 'cookie',
    term: 'session cookie',
    also: ['Set-Cookie', '__Host-'],
    says: 'How a server recognises a browser that it has seen before: who is signed in there, and which request it is in the middle of.',
    seen: seenAt('first-contact', 'sign-in-page', 'header.set-cookie'),
    near: ['csrf', 'user-agent'],
  },
  {
    id: 'csrf-token',
    term: 'CSRF token',
    says: 'A secret that a server writes into its form and wants back with the answer, so that no other site can have sent it [rfc6749-10.12].',
    seen: madeAt('first-contact', 'consent-request', 'as/form-csrf-token'),
    near: ['csrf', 'state'],
  },
]
