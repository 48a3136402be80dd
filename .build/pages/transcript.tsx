import {
  channelWords,
  checkWithId,
  labelOf,
  laterInWords,
  levelIn,
  messageText,
  overheardWords,
  purposeIn,
  refusedBy,
  stretchesOf,
  whoMakes,
  type Finding,
  type Revision,
  type WireMessage,
} from '../../engine/index.ts'
import { Clauses } from '../../web/text/clause.tsx'
import { RichText } from '../../web/text/rich-text.tsx'
import { Party, Verdict } from './words.tsx'

interface TranscriptProps {
  readonly log: readonly WireMessage[]
  /** The number of the first message that is told. */
  readonly from?: number
  readonly revision: Revision
  /** The id that a message has on the page. */
  readonly anchor: (message: number) => string
  /** Where the lab shows a message. */
  readonly live: (message: number) => string
}

/** A run in words: every message under its phase, and every check that was made on it. */
export const Transcript = ({ log, from = 1, ...rest }: TranscriptProps) =>
  stretchesOf(log.slice(from - 1)).map(({ name, since, until }) => (
    <section key={since} className="phase">
      <h3>{name}</h3>
      <ol start={since}>
        {log.slice(since - 1, until).map((message) => (
          <Entry
            key={message.id}
            message={message}
            later={laterInWords(log[message.id - 2]?.at, message.at)}
            {...rest}
          />
        ))}
      </ol>
    </section>
  ))

interface EntryProps extends Pick<TranscriptProps, 'revision' | 'anchor' | 'live'> {
  readonly message: WireMessage
  readonly later: string | undefined
}

const Entry = ({ message, later, revision, anchor, live }: EntryProps) => {
  const { id, from, to, channel, fate, findings } = message
  const telling = findings.filter(({ verdict }) => verdict !== 'obeyed')
  const obeyed = findings.filter(({ verdict }) => verdict === 'obeyed')
  return (
    <li id={anchor(id)} className="message" value={id}>
      {later !== undefined && <p className="later">{later}</p>}
      <p className="line">
        <a className="number" href={live(id)} aria-label={`Message ${id}, live in the lab`}>
          {id}
        </a>
        <span>
          <Party id={from} /> to <Party id={to} />, {channelWords[channel]}:{' '}
          <code>{labelOf(message)}</code> ({purposeIn(message)}){fate && <strong>, {fate}</strong>}
          {message.overheard && <strong>; {overheardWords(message)}</strong>}
        </span>
      </p>
      {telling.length > 0 && <Findings findings={telling} revision={revision} />}
      {obeyed.length > 0 && (
        <details>
          <summary>
            <Verdict verdict="obeyed" />: {countedByParty(obeyed)}
          </summary>
          <Findings findings={obeyed} revision={revision} />
        </details>
      )}
      <details className="sent">
        <summary>As it was sent</summary>
        <pre>{messageText(message)}</pre>
      </details>
    </li>
  )
}

const Findings = ({
  findings,
  revision,
}: {
  readonly findings: readonly Finding[]
  readonly revision: Revision
}) => (
  <ul className="findings">
    {findings.map(({ check, verdict, expected, received }) => {
      const row = checkWithId(check)
      const level = row && levelIn(row, revision)
      return (
        <li key={check} data-check={check}>
          <Verdict verdict={verdict} />
          <span>
            <RichText text={verdict === 'broken' ? refusedBy(check) : (row?.says ?? check)} />{' '}
            <span className="aside">
              {whoMakes(check)}
              {level !== undefined && level !== 'none' && `, ${level}`}
              {row && ', '}
              {row && <Clauses ids={row.refs.slice(0, 1)} />}
            </span>
            {verdict !== 'obeyed' && (
              <span className="compared">
                expected <code>{expected}</code>, received <code>{received}</code>
              </span>
            )}
          </span>
        </li>
      )
    })}
  </ul>
)

/** “1 by the client, 15 by the MCP server”. */
const countedByParty = (findings: readonly Finding[]): string =>
  [...new Set(findings.map(({ check }) => whoMakes(check)))]
    .map((who) => `${findings.filter(({ check }) => whoMakes(check) === who).length} by ${who}`)
    .join(', ')
