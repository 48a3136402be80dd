import { Notice } from './notice.tsx'

/** Whether this page may do what every run needs. */
export const cryptographyHere = (): boolean => globalThis.crypto?.subtle !== undefined

/** Why nothing can be played in a page that came over plain http. */
export const NoCryptography = () => (
  <Notice title="No cryptography here.">
    Browsers offer it (<code>crypto.subtle</code>) only to pages that came over https, from
    localhost or from a file. This page came from <code>{location.origin}</code>: open it over
    https, or on the machine that serves it as <code>http://localhost</code>.
  </Notice>
)
