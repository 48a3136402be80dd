import { scenarios } from '../../scenarios/index.ts'
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
          {scenarios.map((scenario, index) => (
            <Entry key={scenario.id} number={index + 1} scenario={scenario} />
          ))}
        </ol>
      </main>
      <footer className={styles['footer']}>
        Every message is really sent, every token really signed. Nothing leaves this page.
      </footer>
    </div>
  )
}
