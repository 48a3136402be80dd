import {
  checkWithId,
  levelIn,
  mattersIn,
  missedIn,
  whoByName,
  type Attack,
  type CheckId,
  type Ending,
  type Incident,
  type Matter,
  type Revision,
} from '../../engine/index.ts'
import { Clauses } from '../../web/text/clause.tsx'
import { RichText } from '../../web/text/rich-text.tsx'
import { live } from './places.ts'
import type { Played } from './played.ts'
import { Section } from './words.tsx'

const titles = {
  completed: 'Completed',
  won: 'The attack succeeded',
  refused: 'The attack failed',
  broken: 'The lab broke',
} as const

/** How the run ended; of an attack also how it ends with nothing forgotten, and what makes the difference. */
export const Endings = ({ played }: { readonly played: Played }) => {
  const { scenario, told, careful } = played
  if (scenario.kind === 'lesson' || !careful)
    return (
      <Section id="ending" heading="How it ends">
        <Outcome ending={told.ending} anchor="message" />
      </Section>
    )
  const missed = missedIn(scenario, { ...played, variant: undefined }, told.log)
  return (
    <Section id="ending" heading="Both endings">
      <h3>{titles[told.ending.ending]}</h3>
      <p>
        <RichText text={scenario.endings.careless} />
      </p>
      <Outcome ending={told.ending} anchor="message" />
      {missed.length > 0 && (
        <p className="aside">
          A check that stops it was forgotten at{' '}
          {missed.map((at, index) => (
            <span key={at}>
              {index > 0 && (index === missed.length - 1 ? ' and ' : ', ')}
              <a href={`#message-${at}`}>message {at}</a>
            </span>
          ))}
          .
        </p>
      )}
      <h3>With nothing forgotten: {titles[careful.ending.ending].toLowerCase()}</h3>
      <p>
        <RichText text={scenario.endings.careful} />
      </p>
      <Outcome
        ending={careful.ending}
        anchor={(careful.ending.at ?? 0) < careful.differsFrom ? 'message' : 'careful'}
      />
      <p className="aside">
        <a href={live(scenario.id, careful.differsFrom, careful)}>
          That run, live, at message {careful.differsFrom}
        </a>
        , the first that is another.
      </p>
      <Matters played={played} scenario={scenario} />
    </Section>
  )
}

const Outcome = ({ ending, anchor }: { readonly ending: Ending; readonly anchor: string }) => (
  <>
    <p className="outcome">
      <RichText text={ending.sentence} />
      {ending.at !== undefined && (
        <>
          {' '}
          It was decided at <a href={`#${anchor}-${ending.at}`}>message {ending.at}</a>.
        </>
      )}
    </p>
    {ending.client !== undefined && ending.client !== ending.sentence && <p>{ending.client}</p>}
    {ending.result !== undefined && <blockquote>{ending.result}</blockquote>}
  </>
)

const Matters = ({
  scenario,
  played: { revision },
}: {
  readonly scenario: Attack
  readonly played: Played
}) => {
  const matters = mattersIn(scenario, { variant: undefined, revision })
  const of = (kind: Matter['kind']) => matters.filter((matter) => matter.kind === kind)
  return (
    <>
      <h3>What stops it</h3>
      {of('stop').map(({ checks, because }) => (
        <div key={checks.join()} className="matter">
          {checks.length > 1 && <p className="aside">Only together:</p>}
          <ul>
            {checks.map((id) => (
              <Check key={id} id={id} revision={revision} />
            ))}
          </ul>
          <p>
            <RichText text={because} />
          </p>
        </div>
      ))}
      {of('decoy').length > 0 && <h3>What only looks as if it helped</h3>}
      {of('decoy').map(({ checks, name, because }) => (
        <div key={checks.join()} className="matter">
          <h4>{name}</h4>
          <p>
            <RichText text={because} />
          </p>
        </div>
      ))}
      {scenario.incidents && <h3>Where it happened</h3>}
      {scenario.incidents?.map((incident) => (
        <Happened key={incident.id} incident={incident} />
      ))}
    </>
  )
}

const Check = ({ id, revision }: { readonly id: CheckId; readonly revision: Revision }) => {
  const row = checkWithId(id)
  if (!row) return null
  const level = levelIn(row, revision)
  return (
    <li>
      <RichText text={row.says} />{' '}
      <span className="aside">
        {whoByName(id)}, {level === undefined || level === 'none' ? 'no keyword' : level},{' '}
        <Clauses ids={row.refs.slice(0, 1)} />
      </span>
    </li>
  )
}

const Happened = ({
  incident: { id, url, product, says, before, after },
}: {
  readonly incident: Incident
}) => (
  <div className="matter">
    <h4>
      {product} <span className="aside">{id}</span>
    </h4>
    <p>
      <RichText text={says} />
    </p>
    <figure>
      <figcaption>Before</figcaption>
      <pre>{before}</pre>
    </figure>
    <figure>
      <figcaption>After</figcaption>
      <pre>{after}</pre>
    </figure>
    <p className="aside address">{url}</p>
  </div>
)
