import { Fragment } from 'react'
import { betAfter, storyOf, type Part, type Passage, type Question } from '../../engine/index.ts'
import { RichText } from '../../web/text/rich-text.tsx'
import type { Played } from './played.ts'
import { Party, Section } from './words.tsx'

/** The story as it is told along its run, with the bet where it is asked; a lesson asks at its end. */
export const Story = ({
  played: { scenario, told, revision, registration },
}: {
  played: Played
}) => {
  const { log, parts } = told
  const passages = storyOf(scenario, log, { revision, registration })
  const asked = betAfter(scenario, { variant: undefined }, log) ?? log.length
  const before = passages.filter(({ since }) => since <= asked)
  return (
    <Section id="story" heading="The story">
      {scenario.opening.split('\n\n').map((paragraph) => (
        <p key={paragraph}>
          <RichText text={paragraph} />
        </p>
      ))}
      <Parties parts={parts} />
      <Passages passages={before} />
      <Asked question={scenario.question} attack={scenario.kind === 'attack'} />
      <Passages passages={passages.slice(before.length)} />
    </Section>
  )
}

const Parties = ({ parts }: { readonly parts: readonly Part[] }) => (
  <ul className="parties" aria-label="Who takes part">
    {parts.map(({ id, is, origin }) => (
      <li key={id}>
        <Party id={id} />, {is}
        {origin !== undefined && `, ${origin.includes('://') ? 'at' : 'on'} ${origin}`}
      </li>
    ))}
  </ul>
)

const Passages = ({ passages }: { readonly passages: readonly Passage[] }) =>
  passages.map(({ since, heading, text }) => (
    <Fragment key={`${since} ${heading ?? text}`}>
      {heading !== undefined && <h3>{heading}</h3>}
      {text !== '' && (
        <p className="passage">
          <a className="number" href={`#message-${since}`} aria-label={`Message ${since}`}>
            {since}
          </a>
          <RichText text={text} />
        </p>
      )}
    </Fragment>
  ))

const Asked = ({
  question: { asks, choices },
  attack,
}: {
  readonly question: Question
  readonly attack: boolean
}) => (
  <aside className="bet" aria-label={attack ? 'Your bet' : 'A question'}>
    {attack && <p className="aside">Before you read how it goes on: what do you think?</p>}
    <p className="asks">
      <RichText text={asks} />
    </p>
    <ol>
      {choices.map(({ says }) => (
        <li key={says}>
          <RichText text={says} />
        </li>
      ))}
    </ol>
    <details>
      <summary>The answers</summary>
      <ol>
        {choices.map(({ says, right = false, because }) => (
          <li key={says} data-right={right}>
            <strong>{right ? '✓ Right.' : '✕ No.'}</strong> <RichText text={because} />
          </li>
        ))}
      </ol>
    </details>
  </aside>
)
