import { useMemo, useState } from 'react'
import type { Term } from '../../engine/reference.ts'
import { glossary } from '../../scenarios/glossary.ts'
import { PageHead } from '../ui/page-head.tsx'
import { useTitle } from '../ui/use-title.ts'
import { Entry } from './entry.tsx'
import { withWord } from './with-word.ts'
import { useArrival } from './use-arrival.ts'
import styles from './glossary.module.css'

/** Terms under the letter that they begin with. */
const byLetter = (terms: readonly Term[]): readonly (readonly [string, readonly Term[]])[] => {
  const letters = new Map<string, Term[]>()
  for (const term of terms) {
    const letter = term.term[0]!.toUpperCase()
    letters.set(letter, [...(letters.get(letter) ?? []), term])
  }
  return [...letters]
}

const all = byLetter(glossary)

/** Every word that the lab uses, in plain sentences, each with the message where it is seen. */
export const Glossary = ({ asked }: { readonly asked: string | undefined }) => {
  useTitle('Glossary · Handshake Lab')
  const [word, setWord] = useState('')
  const known = glossary.find(({ id }) => id === asked)
  const shown = useMemo(() => byLetter(withWord(glossary, word)), [word])
  const count = shown.reduce((sum, [, terms]) => sum + terms.length, 0)
  useArrival(known?.id, () => setWord(''))
  return (
    <div className={styles['page']}>
      <PageHead />
      <main>
        <h1 className={styles['title']} tabIndex={-1}>
          Glossary
        </h1>
        <p className={styles['lede']}>
          {glossary.length} words of OAuth, of MCP and of this lab. Each leads to a message in which
          it is seen.
        </p>
        {asked !== undefined && !known && (
          <p className={styles['lost']} aria-live="polite">
            There is no word <q>{asked.slice(0, 60)}</q> here. These are the words there are.
          </p>
        )}
        <div className={styles['ways']}>
          <label className={styles['find']}>
            <span className="visually-hidden">Only words that contain</span>
            <input
              type="search"
              placeholder="Only words with …"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={60}
              value={word}
              onChange={({ currentTarget }) => setWord(currentTarget.value)}
            />
          </label>
          <Letters present={new Set(shown.map(([letter]) => letter))} />
        </div>
        <p className="visually-hidden" aria-live="polite">
          {word !== '' && `${count} ${count === 1 ? 'word' : 'words'}`}
        </p>
        {count === 0 && (
          <p className={styles['lost']}>
            No word here has <q>{word.slice(0, 60)}</q> in it.{' '}
            <button type="button" onClick={() => setWord('')}>
              Show all
            </button>
          </p>
        )}
        {shown.map(([letter, terms]) => (
          <section key={letter} className={styles['letter']} aria-labelledby={`letter-${letter}`}>
            <h2 id={`letter-${letter}`} tabIndex={-1}>
              {letter}
            </h2>
            <div className={styles['terms']}>
              {terms.map((term) => (
                <Entry key={term.id} term={term} arrived={term.id === known?.id} />
              ))}
            </div>
          </section>
        ))}
      </main>
    </div>
  )
}

const Letters = ({ present }: { readonly present: ReadonlySet<string> }) => (
  <nav aria-label="Letters" className={styles['letters']}>
    {all.map(([letter]) => (
      <button
        key={letter}
        type="button"
        disabled={!present.has(letter)}
        onClick={() => {
          const heading = document.getElementById(`letter-${letter}`)
          heading?.scrollIntoView({ block: 'start' })
          heading?.focus({ preventScroll: true })
        }}
      >
        {letter}
      </button>
    ))}
  </nav>
)
