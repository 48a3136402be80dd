import { Link } from 'wouter'
import { shelf } from '../../scenarios/shelf.ts'
import { Notice } from '../ui/notice.tsx'
import { ThemeSwitch } from '../ui/theme-switch.tsx'
import { useTitle } from '../ui/use-title.ts'
import { Entry } from './entry.tsx'
import styles from './library.module.css'

/** The list of everything the lab can show. `missing` names what a link asked for and the lab does not have. */
export const Library = ({ missing }: { readonly missing?: string }) => {
  useTitle('Handshake Lab')
  return (
    <div className={styles['page']}>
      <header className={styles['header']}>
        <ThemeSwitch />
      </header>
      <main className={styles['main']}>
        {missing !== undefined && (
          <Notice title="Not here.">The lab does not have {missing}. This is what it has.</Notice>
        )}
        <div className={styles['opening']}>
          <h1 className={styles['title']} tabIndex={-1}>
            Handshake Lab
          </h1>
          <p className={styles['lede']}>
            How does a program get into a server on somebody’s behalf, without their password? A
            real OAuth 2.1 handshake, as the Model Context Protocol uses it to connect AI
            applications with servers, runs in this page: go through it message by message, open
            every value, and change what happens.
          </p>
        </div>
        <h2 className={styles['part']}>Lessons</h2>
        <ol className={styles['list']}>
          {shelf.map((card, index) => (
            <Entry key={card.id} number={index + 1} card={card} />
          ))}
        </ol>
        <h2 className={styles['part']} data-after>
          Beside the lessons
        </h2>
        <div className={styles['entry']}>
          <span className={styles['number']} aria-hidden="true" />
          <div>
            <h3 className={styles['name']}>
              <Link href="/changes">What changed</Link>
            </h3>
            <p className={styles['summary']}>
              Two revisions of MCP side by side: the messages, parameters and checks that came and
              went, read off two handshakes that are played for it.
            </p>
          </div>
          <Link href="/changes" className={styles['begin']}>
            Compare<span className="visually-hidden"> two revisions</span>
          </Link>
        </div>
      </main>
      <footer className={styles['footer']}>
        Every message is really sent, every token really signed. Nothing leaves this page.
      </footer>
    </div>
  )
}
