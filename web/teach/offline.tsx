import { use } from 'react'
import { Later } from '../ui/later.tsx'
import { once } from '../ui/once.ts'
import { there } from './there.ts'

const ZIP = './handshake-lab-site.zip'
const hasZip = once(() => there(ZIP))

/** The lab for a room without a network. */
export const Offline = () => (
  <>
    <p>
      <a href="./handshake-lab.html" download>
        handshake-lab.html
      </a>{' '}
      is the whole lab in one file. Copy it to every machine, by stick or by the local network, and
      open it by a double click. Everything works but the switch that shows requests in the
      browser’s developer tools.
    </p>
    <Later name="Whether there is a zip">
      <Zip />
    </Later>
    <p>
      If you serve it instead: browsers offer cryptography only to pages from https, from localhost
      and from files. A plain <code>http://192.168.…</code> will not do; the lab says so.
    </p>
  </>
)

const Zip = () =>
  use(hasZip()) && (
    <p>
      <a href={ZIP} download>
        handshake-lab-site.zip
      </a>{' '}
      is this whole site, to be put on a server of yours: any that serves files will do.
    </p>
  )
