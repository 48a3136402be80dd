import type { Ref } from './ref.ts'

function rfc(number: number, section: string, name: string): Ref {
  const anchor = /^[A-Z]/.test(section) ? `appendix-${section}` : `section-${section}`
  const short = `RFC ${number} ${anchor.startsWith('app') ? `Appendix ${section}` : `§${section}`}`
  const url = `https://www.rfc-editor.org/rfc/rfc${number}.html#${anchor}`
  return { title: `${short} - ${name}`, url, short }
}

// Cookies as browsers treat them stand in a draft; RFC 6265 knows no prefixes and no SameSite.
function cookies(section: string, name: string): Ref {
  const draft = 'draft-ietf-httpbis-rfc6265bis-22'
  const url = `https://datatracker.ietf.org/doc/html/${draft}#section-${section}`
  return {
    title: `RFC 6265bis draft-22 §${section} - ${name}`,
    url,
    short: `6265bis-22 §${section}`,
  }
}

/** The sections of RFCs, and of the cookie draft, that the lab cites. */
export const rfcRefs = {
  'rfc3986-4.3': rfc(3986, '4.3', 'Absolute URI'),
  'rfc3986-6.2.1': rfc(3986, '6.2.1', 'Simple String Comparison'),

  'rfc6265-5.3': rfc(6265, '5.3', 'Storage Model'),

  'rfc6265bis-22-4.1.3.2': cookies('4.1.3.2', 'The "__Host-" Prefix'),
  'rfc6265bis-22-5.2': cookies('5.2', '"Same-site" and "cross-site" Requests'),
  'rfc6265bis-22-5.4': cookies('5.4', 'Cookie Name Prefixes'),
  'rfc6265bis-22-5.6.5': cookies('5.6.5', 'The Secure Attribute'),
  'rfc6265bis-22-5.6.7': cookies('5.6.7', 'The SameSite Attribute'),
  'rfc6265bis-22-5.6.7.1': cookies('5.6.7.1', '"Strict" and "Lax" enforcement'),
  'rfc6265bis-22-5.7': cookies('5.7', 'Storage Model'),
  'rfc6265bis-22-5.8.3': cookies('5.8.3', 'Retrieval Algorithm'),

  'rfc6749-2.2': rfc(6749, '2.2', 'Client Identifier'),
  'rfc6749-2.3': rfc(6749, '2.3', 'Client Authentication'),
  'rfc6749-2.3.1': rfc(6749, '2.3.1', 'Client Password'),
  'rfc6749-3.1': rfc(6749, '3.1', 'Authorization Endpoint'),
  'rfc6749-3.1.2': rfc(6749, '3.1.2', 'Redirection Endpoint'),
  'rfc6749-3.2': rfc(6749, '3.2', 'Token Endpoint'),
  'rfc6749-3.2.1': rfc(6749, '3.2.1', 'Client Authentication'),
  'rfc6749-3.3': rfc(6749, '3.3', 'Access Token Scope'),
  'rfc6749-4.1.2': rfc(6749, '4.1.2', 'Authorization Response'),
  'rfc6749-4.1.2.1': rfc(6749, '4.1.2.1', 'Error Response'),
  'rfc6749-4.1.3': rfc(6749, '4.1.3', 'Access Token Request'),
  'rfc6749-5.1': rfc(6749, '5.1', 'Successful Response'),
  'rfc6749-5.2': rfc(6749, '5.2', 'Error Response'),
  'rfc6749-6': rfc(6749, '6', 'Refreshing an Access Token'),
  'rfc6749-7.1': rfc(6749, '7.1', 'Access Token Types'),
  'rfc6749-10.2': rfc(6749, '10.2', 'Client Impersonation'),
  'rfc6749-10.5': rfc(6749, '10.5', 'Authorization Codes'),
  'rfc6749-10.6': rfc(6749, '10.6', 'Authorization Code Redirection URI Manipulation'),
  'rfc6749-10.10': rfc(6749, '10.10', 'Credentials-Guessing Attacks'),
  'rfc6749-10.12': rfc(6749, '10.12', 'Cross-Site Request Forgery'),
  'rfc6749-10.13': rfc(6749, '10.13', 'Clickjacking'),
  'rfc6749-10.15': rfc(6749, '10.15', 'Open Redirectors'),
  'rfc6749-A': rfc(6749, 'A', 'Augmented Backus-Naur Form (ABNF) Syntax'),
  'rfc6749-B': rfc(6749, 'B', 'Use of application/x-www-form-urlencoded Media Type'),

  'rfc6750-2': rfc(6750, '2', 'Authenticated Requests'),
  'rfc6750-2.1': rfc(6750, '2.1', 'Authorization Request Header Field'),
  'rfc6750-2.3': rfc(6750, '2.3', 'URI Query Parameter'),
  'rfc6750-3': rfc(6750, '3', 'The WWW-Authenticate Response Header Field'),
  'rfc6750-3.1': rfc(6750, '3.1', 'Error Codes'),

  'rfc6819-4.4.1.8': rfc(6819, '4.4.1.8', 'Threat: CSRF Attack against redirect-uri'),

  'rfc7009-2': rfc(7009, '2', 'Token Revocation'),
  'rfc7009-2.1': rfc(7009, '2.1', 'Revocation Request'),
  'rfc7009-2.2': rfc(7009, '2.2', 'Revocation Response'),
  'rfc7009-2.2.1': rfc(7009, '2.2.1', 'Error Response'),

  'rfc7515-4.1.1': rfc(7515, '4.1.1', '"alg" (Algorithm) Header Parameter'),
  'rfc7515-4.1.3': rfc(7515, '4.1.3', '"jwk" (JSON Web Key) Header Parameter'),
  'rfc7515-4.1.4': rfc(7515, '4.1.4', '"kid" (Key ID) Header Parameter'),
  'rfc7515-4.1.9': rfc(7515, '4.1.9', '"typ" (Type) Header Parameter'),
  'rfc7515-5.2': rfc(7515, '5.2', 'Message Signature or MAC Validation'),
  'rfc7517-5': rfc(7517, '5', 'JWK Set Format'),

  'rfc7519-4.1.1': rfc(7519, '4.1.1', '"iss" (Issuer) Claim'),
  'rfc7519-4.1.3': rfc(7519, '4.1.3', '"aud" (Audience) Claim'),
  'rfc7519-4.1.4': rfc(7519, '4.1.4', '"exp" (Expiration Time) Claim'),
  'rfc7519-7.2': rfc(7519, '7.2', 'Validating a JWT'),

  'rfc7591-2': rfc(7591, '2', 'Client Metadata'),
  'rfc7591-2.1': rfc(7591, '2.1', 'Relationship between Grant Types and Response Types'),
  'rfc7591-3.1': rfc(7591, '3.1', 'Client Registration Request'),
  'rfc7591-3.2.1': rfc(7591, '3.2.1', 'Client Information Response'),
  'rfc7591-3.2.2': rfc(7591, '3.2.2', 'Client Registration Error Response'),
  'rfc7591-5': rfc(7591, '5', 'Security Considerations'),

  'rfc7636-1': rfc(7636, '1', 'Introduction'),
  'rfc7636-4.1': rfc(7636, '4.1', 'Client Creates a Code Verifier'),
  'rfc7636-4.2': rfc(7636, '4.2', 'Client Creates the Code Challenge'),
  'rfc7636-4.3': rfc(7636, '4.3', 'Client Sends the Code Challenge with the Authorization Request'),
  'rfc7636-4.4': rfc(7636, '4.4', 'Server Returns the Code'),
  'rfc7636-4.4.1': rfc(7636, '4.4.1', 'Error Response'),
  'rfc7636-4.6': rfc(7636, '4.6', 'Server Verifies code_verifier before Returning the Tokens'),
  'rfc7636-7.1': rfc(7636, '7.1', 'Entropy of the code_verifier'),
  'rfc7636-7.2': rfc(7636, '7.2', 'Protection against Eavesdroppers'),
  'rfc7636-B': rfc(7636, 'B', 'Example for the S256 code_challenge_method'),

  'rfc8252-6': rfc(8252, '6', 'Initiating the Authorization Request from a Native App'),
  'rfc8252-7.1': rfc(8252, '7.1', 'Private-Use URI Scheme Redirection'),
  'rfc8252-7.3': rfc(8252, '7.3', 'Loopback Interface Redirection'),
  'rfc8252-8.1': rfc(8252, '8.1', 'Protecting the Authorization Code'),
  'rfc8252-8.3': rfc(8252, '8.3', 'Loopback Redirect Considerations'),
  'rfc8252-8.4': rfc(8252, '8.4', 'Registration of Native App Clients'),
  'rfc8252-8.6': rfc(8252, '8.6', 'Client Impersonation'),
  'rfc8252-8.9': rfc(8252, '8.9', 'Cross-App Request Forgery Protections'),
  'rfc8252-8.10': rfc(8252, '8.10', 'Authorization Server Mix-Up Mitigation'),
  'rfc8252-8.12': rfc(8252, '8.12', 'Embedded User-Agents'),

  'rfc8259-8.3': rfc(8259, '8.3', 'String Comparison'),

  'rfc8414-2': rfc(8414, '2', 'Authorization Server Metadata'),
  'rfc8414-3': rfc(8414, '3', 'Obtaining Authorization Server Metadata'),
  'rfc8414-3.1': rfc(8414, '3.1', 'Authorization Server Metadata Request'),
  'rfc8414-3.2': rfc(8414, '3.2', 'Authorization Server Metadata Response'),
  'rfc8414-3.3': rfc(8414, '3.3', 'Authorization Server Metadata Validation'),
  'rfc8414-5': rfc(8414, '5', 'Compatibility Notes'),
  'rfc8414-6.2': rfc(8414, '6.2', 'Impersonation Attacks'),

  'rfc8594-3': rfc(8594, '3', 'The Sunset HTTP Response Header Field'),

  'rfc8615-3': rfc(8615, '3', 'Well-Known URIs'),

  'rfc8707-2': rfc(8707, '2', 'Resource Parameter'),
  'rfc8707-2.1': rfc(8707, '2.1', 'Authorization Request'),
  'rfc8707-2.2': rfc(8707, '2.2', 'Access Token Request'),
  'rfc8707-3': rfc(8707, '3', 'Security Considerations'),

  'rfc8725-2.1': rfc(8725, '2.1', 'Weak Signatures and Insufficient Signature Validation'),
  'rfc8725-3.1': rfc(8725, '3.1', 'Perform Algorithm Verification'),
  'rfc8725-3.2': rfc(8725, '3.2', 'Use Appropriate Algorithms'),
  'rfc8725-3.8': rfc(8725, '3.8', 'Validate Issuer and Subject'),
  'rfc8725-3.9': rfc(8725, '3.9', 'Use and Validate Audience'),
  'rfc8725-3.11': rfc(8725, '3.11', 'Use Explicit Typing'),

  'rfc9068-2.1': rfc(9068, '2.1', 'Header'),
  'rfc9068-2.2': rfc(9068, '2.2', 'Data Structure'),
  'rfc9068-2.2.3': rfc(9068, '2.2.3', 'Authorization Claims'),
  'rfc9068-3': rfc(9068, '3', 'Requesting a JWT Access Token'),
  'rfc9068-4': rfc(9068, '4', 'Validating JWT Access Tokens'),

  'rfc9110-5.1': rfc(9110, '5.1', 'Field Names'),
  'rfc9110-5.6.4': rfc(9110, '5.6.4', 'Quoted Strings'),
  'rfc9110-11.1': rfc(9110, '11.1', 'Authentication Scheme'),
  'rfc9110-11.2': rfc(9110, '11.2', 'Authentication Parameters'),
  'rfc9110-11.3': rfc(9110, '11.3', 'Challenge and Response'),
  'rfc9110-11.6.1': rfc(9110, '11.6.1', 'WWW-Authenticate'),
  'rfc9110-15.1': rfc(9110, '15.1', 'Overview of Status Codes'),
  'rfc9110-15.4.4': rfc(9110, '15.4.4', '303 See Other'),
  'rfc9110-15.4.8': rfc(9110, '15.4.8', '307 Temporary Redirect'),
  'rfc9110-15.5.2': rfc(9110, '15.5.2', '401 Unauthorized'),

  'rfc9111-4.2': rfc(9111, '4.2', 'Freshness'),
  'rfc9111-5.2.2.1': rfc(9111, '5.2.2.1', 'max-age'),

  'rfc9207-1': rfc(9207, '1', 'Introduction'),
  'rfc9207-2': rfc(9207, '2', 'Response Parameter iss'),
  'rfc9207-2.1': rfc(9207, '2.1', 'Example Authorization Response'),
  'rfc9207-2.2': rfc(9207, '2.2', 'Example Error Response'),
  'rfc9207-2.3': rfc(9207, '2.3', 'Providing the Issuer Identifier'),
  'rfc9207-2.4': rfc(9207, '2.4', 'Validating the Issuer Identifier'),
  'rfc9207-3': rfc(9207, '3', 'Authorization Server Metadata'),

  'rfc9700-2.1': rfc(9700, '2.1', 'Protecting Redirect-Based Flows'),
  'rfc9700-2.1.1': rfc(9700, '2.1.1', 'Authorization Code Grant'),
  'rfc9700-2.6': rfc(9700, '2.6', 'Other Recommendations'),
  'rfc9700-4.1': rfc(9700, '4.1', 'Insufficient Redirection URI Validation'),
  'rfc9700-4.1.1': rfc(
    9700,
    '4.1.1',
    'Redirect URI Validation Attacks on Authorization Code Grant',
  ),
  'rfc9700-4.1.3': rfc(9700, '4.1.3', 'Countermeasures'),
  'rfc9700-4.3.1': rfc(9700, '4.3.1', 'Authorization Code in Browser History'),
  'rfc9700-4.4': rfc(9700, '4.4', 'Mix-Up Attacks'),
  'rfc9700-4.4.1': rfc(9700, '4.4.1', 'Attack Description'),
  'rfc9700-4.4.2.1': rfc(9700, '4.4.2.1', 'Mix-Up Defense via Issuer Identification'),
  'rfc9700-4.5': rfc(9700, '4.5', 'Authorization Code Injection'),
  'rfc9700-4.5.3.1': rfc(9700, '4.5.3.1', 'PKCE'),
  'rfc9700-4.5.4': rfc(9700, '4.5.4', 'Limitations'),
  'rfc9700-4.7': rfc(9700, '4.7', 'Cross-Site Request Forgery'),
  'rfc9700-4.7.1': rfc(9700, '4.7.1', 'Countermeasures'),
  'rfc9700-4.8': rfc(9700, '4.8', 'PKCE Downgrade Attack'),
  'rfc9700-4.8.1': rfc(9700, '4.8.1', 'Attack Description'),
  'rfc9700-4.8.2': rfc(9700, '4.8.2', 'Countermeasures'),
  'rfc9700-4.9.1': rfc(9700, '4.9.1', 'Access Token Phishing by Counterfeit Resource Server'),
  'rfc9700-4.10.2': rfc(9700, '4.10.2', 'Audience-Restricted Access Tokens'),
  'rfc9700-4.12': rfc(9700, '4.12', '307 Redirect'),
  'rfc9700-4.14.2': rfc(9700, '4.14.2', 'Recommendations'),
  'rfc9700-4.16': rfc(9700, '4.16', 'Clickjacking'),

  'rfc9728-2': rfc(9728, '2', 'Protected Resource Metadata'),
  'rfc9728-3': rfc(9728, '3', 'Obtaining Protected Resource Metadata'),
  'rfc9728-3.1': rfc(9728, '3.1', 'Protected Resource Metadata Request'),
  'rfc9728-3.2': rfc(9728, '3.2', 'Protected Resource Metadata Response'),
  'rfc9728-3.3': rfc(9728, '3.3', 'Protected Resource Metadata Validation'),
  'rfc9728-5': rfc(9728, '5', 'Use of WWW-Authenticate for Protected Resource Metadata'),
  'rfc9728-5.1': rfc(9728, '5.1', 'WWW-Authenticate Response'),
  'rfc9728-7.3': rfc(9728, '7.3', 'Impersonation Attacks'),
  'rfc9728-7.4': rfc(9728, '7.4', 'Audience-Restricted Access Tokens'),
  'rfc9728-7.6': rfc(9728, '7.6', 'Authorization Servers'),
  'rfc9728-7.7': rfc(9728, '7.7', 'Server-Side Request Forgery (SSRF)'),

  'rfc9745-2': rfc(9745, '2', 'The Deprecation HTTP Response Header Field'),
} as const satisfies Record<string, Ref>
