import { cryptographyHere, NoCryptography } from '../ui/no-cryptography.tsx'
import { Block } from './block.tsx'
import styles from './guide.module.css'

/** What the room has to have, and what to look at in it. */
export const Room = ({ course }: { readonly course: string }) => (
  <section className={styles['step']} aria-label="The room">
    <h2>The room</h2>
    {!cryptographyHere() && <NoCryptography />}
    <Block name="The address">
      <p>
        Browsers offer cryptography only to pages from https, from localhost and from files. A plain{' '}
        <code>http://192.168.…</code> will not do, and the lab says so. Put the folder of the built
        lab on any host that serves https, or hand out the one file.
      </p>
    </Block>
    <Block name="The browser">
      <p>
        The lab is tested in Chromium, and needs no extension and no account. Open this guide in
        each kind of browser that you will meet: its runs are played there and then, so where it
        says so, the lab works.
      </p>
    </Block>
    <Block name="Storage">
      <p>
        Progress is kept in the browser. In private windows and on machines that are wiped, people
        take a code or a file with them.
      </p>
    </Block>
    <Block name="The projector">
      <p>
        Open <a href={`#/projector?v=1&course=${course}`}>the projector’s page</a> on it. For a
        story that you tell yourself, a second tab with the story, larger by the browser’s own zoom,
        in the light theme. Ask people in the last row whether they can read the names of the
        messages.
      </p>
    </Block>
  </section>
)
