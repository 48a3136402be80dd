import type { ReactNode } from 'react'
import { PageHead } from '../ui/page-head.tsx'
import { useTitle } from '../ui/use-title.ts'
import { Course } from './course.tsx'
import styles from './teach.module.css'

/** The lab before a class: an order to show it in, what to have ready, what to hand out. */
export const Teach = () => {
  useTitle('Teach it · Handshake Lab')
  return (
    <div className={styles['page']}>
      <PageHead />
      <main className={styles['main']}>
        <h1 className={styles['title']} tabIndex={-1}>
          Teach it
        </h1>
        <p className={styles['lede']}>
          For whoever shows it to others: no accounts, no server, and nothing that has to be
          installed.
        </p>
        <Part name="An order that builds up">
          <p>
            Each asks for a bet before it shows how it ends, has hints from vague to plain, and
            gives a reason for every wrong answer. The three of the proxy are one story: each begins
            where the last was mended.
          </p>
          <Course
            stations={{
              'first-contact': 'One whole handshake, for those who have never seen one.',
              'confused-deputy': 'Nobody asks the owner.',
              'consent-not-bound': 'The owner is asked in another browser.',
              'as-in-the-middle': 'The owner is asked, and the answer goes astray.',
              'wrong-audience': 'Three checks, useless one by one.',
              'refresh-reuse': 'A theft that shows at the second use.',
              'mix-up': 'Whose answer is this?',
            }}
          />
        </Part>
        <Part name="A room without a network">
          <p>
            <a href="./handshake-lab.html" download>
              handshake-lab.html
            </a>{' '}
            is the whole lab in one file. Copy it to every machine, by stick or by the local
            network, and open it by a double click. Everything works but the switch that shows
            requests in the browser’s developer tools.
          </p>
          <p>
            If you serve it instead: browsers offer cryptography only to pages from https, from
            localhost and from files. A plain <code>http://192.168.…</code> will not do; the lab
            says so.
          </p>
        </Part>
        <Part name="Everybody at the same place">
          <p>
            The address in the browser holds everything: the story, the message, what is forgotten,
            what was changed by hand, and the seed from which all random values come. Send it, and
            everybody sees the same bytes. <kbd>s</kbd> opens what makes a link shorter, and offers
            other forms: text, a Mermaid diagram, an archive for developer tools, a picture.
          </p>
          <p>
            <a href="#/lab/confused-deputy?v=2&seed=class&at=send-link">
              The confused deputy, where the link is sent, with the seed “class”
            </a>
          </p>
        </Part>
        <Part name="To hand out">
          <p>
            <a href="./scenarios/index.html">Every scenario as a page to print</a>: the diagram of
            both endings, each message with its checks and clauses, and no script.
          </p>
          <p>
            <a href="#/checklist">The checklist</a> of what a client and a server have to implement,
            each line with its clause and with the attack that happens without it, prints as well.
          </p>
          <p>
            <a href="#/glossary">The glossary</a> has every word, each with a message in which it is
            seen.
          </p>
        </Part>
        <Part name="In your own pages">
          <p>
            <a href="#/embed-it">Any run in a page of yours</a>: choose it, look at it, copy it.
          </p>
        </Part>
        <Part name="What it does not show">
          <p>
            <a href="#/proof">The proof</a> plays every attack against every check, in this page. It
            tells what a check does to an attack here, with the parties of this lab; it does not
            test a server of yours.
          </p>
        </Part>
      </main>
    </div>
  )
}

const Part = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <section className={styles['part']} aria-label={name}>
    <h2>{name}</h2>
    <div className={styles['text']}>{children}</div>
  </section>
)
