import { otherPages, type OtherPage } from '../ui/other-pages.ts'
import styles from './beside.module.css'

const says: Readonly<Record<OtherPage, string>> = {
  '#/practice':
    'Exercises of five kinds and courses made of them: bet, find, stop, attack, write. Every answer is tried in a real run.',
  '#/checklist':
    'What a client and a server have to implement, and what happens to those who leave it out.',
  '#/glossary': 'Every word of the trade, each with the message where it is seen.',
  '#/changes': 'Two revisions of MCP side by side, read off two handshakes that are played for it.',
  '#/proof': 'Every attack against every check: what stops it, and what only looks as if it did.',
  '#/workings':
    'Challenges, signatures and well-known addresses, computed step by step with any input.',
  '#/embed-it': 'Any of these runs in a page of your own, by one line that you copy.',
}

/** Those pages, with a sentence on each. */
export const Beside = () => (
  <section data-letters-in="3" aria-labelledby="beside">
    <h2 id="beside" className={styles['head']}>
      Beside them
    </h2>
    <ul className={styles['pages']}>
      {otherPages.map(({ href, name }) => (
        <li key={href}>
          <a href={href}>{name}</a>
          <p>{says[href]}</p>
        </li>
      ))}
    </ul>
  </section>
)
