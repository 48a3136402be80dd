import { cryptographyHere, NoCryptography } from '../ui/no-cryptography.tsx'
import styles from './guide.module.css'
import list from './room.module.css'

/** What to have ready before people come. */
export const Room = () => (
  <section className={styles['step']} aria-label="The room">
    <h2>The room</h2>
    {!cryptographyHere() && <NoCryptography />}
    <ul className={list['room']}>
      <li>
        <em>The address.</em> Browsers offer cryptography only to pages from https, from localhost
        and from files. A plain <code>http://192.168.…</code> will not do, and the lab says so.
      </li>
      <li>
        <em>No network?</em> Copy{' '}
        <a href="./handshake-lab.html" download>
          handshake-lab.html
        </a>{' '}
        to every machine. It is the whole lab in one file, and opens by a double click. Course,
        workshop and exercise links work in it: what follows the <code>#</code> stays the same.
      </li>
      <li>
        <em>The browser.</em> The lab is tested in Chromium, and needs no extension and no account.
        Open this guide in each kind of browser that you will meet: its solutions are played there
        and then, so where they stand, exercises work.
      </li>
      <li>
        <em>Storage.</em> Progress is kept in the browser. In private windows and on machines that
        are wiped, people take a code or a file with them.
      </li>
      <li>
        <em>The projector.</em> Show one story on it, larger by the browser’s own zoom, in the light
        theme. Ask people in the last row whether they can read the names of the messages.
      </li>
      <li>
        <em>Before the day.</em> Take every step once yourself, and choose a seed for the room.
      </li>
    </ul>
  </section>
)
