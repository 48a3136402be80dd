import { partyName, type Scenario } from '../../engine/index.ts'
import { attackGroups } from '../../scenarios/attack-cards.ts'
import { Clauses } from '../../web/text/clause.tsx'
import { registrationWords } from '../../web/text/registration-words.ts'
import { RevisionContext } from '../../web/text/revision.ts'
import { RichText } from '../../web/text/rich-text.tsx'
import type { Around } from './around.ts'
import { Document } from './document.tsx'
import { Endings } from './endings.tsx'
import { OwnServer } from './own-server.tsx'
import { fromPage, live, placeOf } from './places.ts'
import type { Played } from './played.ts'
import { Beginning, Still } from './still.tsx'
import { Story } from './story.tsx'
import { Transcript } from './transcript.tsx'
import { plain, Section } from './words.tsx'

interface ScenarioPageProps extends Around {
  readonly played: Played
  readonly previous: Scenario | undefined
  readonly next: Scenario | undefined
}

/** A scenario as a page to read: its diagram, its story, how it ends, and every message of its run. */
export const ScenarioPage = ({ played, styles, icon, site, previous, next }: ScenarioPageProps) => {
  const { scenario, revision, told, careful } = played
  const { id, title, summary } = scenario
  const oembed = placeOf.oembed(id)
  return (
    <RevisionContext value={revision}>
      <Document
        title={title}
        description={plain(summary)}
        styles={styles}
        icon={icon}
        canonical={site === undefined ? fromPage(placeOf.page(id)) : `${site}${placeOf.page(id)}`}
        links={
          <>
            <link
              rel="alternate"
              type="application/json+oembed"
              href={site === undefined ? fromPage(oembed) : `${site}${oembed}`}
              title={title}
            />
            {previous && <link rel="prev" href={fromPage(placeOf.page(previous.id))} />}
            {next && <link rel="next" href={fromPage(placeOf.page(next.id))} />}
          </>
        }
      >
        <article>
          <Opening played={played} />
          <Beginning played={played} />
          <Story played={played} />
          <Endings played={played} />
          <OwnServer stopped={played.stopped} />
          <Section id="diagram" heading="The diagram">
            <Still played={played} which="told" />
          </Section>
          <Section id="transcript" heading="The transcript">
            <p className="aside">
              Every message of the run as it was told, and every check that was made on it. A number
              opens the lab at its message.
            </p>
            <Transcript
              log={told.log}
              revision={revision}
              anchor={(message) => `message-${message}`}
              live={(message) => live(id, message)}
            />
          </Section>
          {careful && (
            <Section id="careful" heading="The same, with nothing forgotten">
              <Still played={played} which="careful" />
              {careful.differsFrom > 1 && (
                <p className="aside">
                  Up to message {careful.differsFrom - 1} it is the same run to the letter.
                </p>
              )}
              <Transcript
                log={careful.log}
                from={careful.differsFrom}
                revision={revision}
                anchor={(message) => `careful-${message}`}
                live={(message) => live(id, message, careful)}
              />
            </Section>
          )}
          <ReadOn scenario={scenario} />
        </article>
        <Neighbours previous={previous} next={next} />
      </Document>
    </RevisionContext>
  )
}

const Opening = ({ played: { scenario, revision, registration, told } }: { played: Played }) => {
  const about = attackGroups.find(({ ids }) => ids.some((one) => one === scenario.id))?.about
  return (
    <header>
      <p className="kind">{about === undefined ? 'Lesson' : `Attack · ${about}`}</p>
      <h1>{scenario.title}</h1>
      <p className="summary">
        <RichText text={scenario.summary} />
      </p>
      <ul className="facts">
        <li>{scenario.minutes} minutes</li>
        <li>{told.log.length} messages</li>
        <li>MCP {revision}</li>
        {scenario.transport !== 'stdio' && (
          <li>
            {partyName('client')} {registrationWords[registration]}
          </li>
        )}
      </ul>
      <p>
        <a className="live" href={live(scenario.id, 0)}>
          Open it live
        </a>{' '}
        <span className="aside">
          to step through it, open every value, and forget and remember checks.
        </span>
      </p>
    </header>
  )
}

const ReadOn = ({ scenario }: { readonly scenario: Scenario }) => (
  <Section id="clauses" heading="The clauses">
    {scenario.kind === 'attack' && scenario.listed.length > 0 && (
      <p>Listed as {scenario.listed.join(', ')}.</p>
    )}
    <p>
      <Clauses ids={scenario.refs} />
    </p>
  </Section>
)

const Neighbours = ({ previous, next }: Pick<ScenarioPageProps, 'previous' | 'next'>) => (
  <nav className="neighbours" aria-label="Previous and next">
    {previous && (
      <a rel="prev" href={fromPage(placeOf.page(previous.id))}>
        <span className="aside">Previous</span> {previous.title}
      </a>
    )}
    {next && (
      <a rel="next" href={fromPage(placeOf.page(next.id))}>
        <span className="aside">Next</span> {next.title}
      </a>
    )}
  </nav>
)
