import { useMemo } from 'react'
import type { Term } from '../../engine/reference.ts'
import type { Scenario } from '../../engine/index.ts'
import { RichText } from '../text/rich-text.tsx'
import { Block } from './block.tsx'
import { protocolTerms } from '../../scenarios/glossary.ts'
import { castOf, wordsOf } from './terms.ts'
import styles from './guide.module.css'
import list from './terms.module.css'

const aboutMcp = protocolTerms.filter(({ id }) => id === 'mcp' || id === 'oauth')

/** Who is who in the stories of a course, and the words that they use most. */
export const WhoIsWho = ({ stories }: { readonly stories: readonly Scenario[] }) => {
  const cast = useMemo(() => castOf(stories), [stories])
  const words = useMemo(() => wordsOf(stories), [stories])
  return (
    <section className={styles['step']} aria-label="Who is who, and the words">
      <h2>Who is who, and the words</h2>
      <Block name="Who is who">
        <Terms terms={cast} />
      </Block>
      <Block name="The words">
        <Terms terms={[...aboutMcp, ...words]} />
        <p className={styles['soft']}>
          These are what all of it is about, and the words that the stories use most.{' '}
          <a href="#/glossary">The glossary</a> has all of them, each with a message in which it is
          seen.
        </p>
      </Block>
    </section>
  )
}

const Terms = ({ terms }: { readonly terms: readonly Term[] }) => (
  <dl className={list['terms']}>
    {terms.map(({ id, term, says }) => (
      <div key={id} className={styles['kept']}>
        <dt>
          <a href={`#/glossary/${id}`}>{term}</a>
        </dt>
        <dd>
          <RichText text={says} />
        </dd>
      </div>
    ))}
  </dl>
)
