import { checkWithId, curlOf, messageText, partyName, whoMakes } from '../../engine/index.ts'
import { RichText } from '../../web/text/rich-text.tsx'
import type { Played, Stopped } from './played.ts'
import { Section } from './words.tsx'

/** How to find out whether a server or client of one's own makes the checks that stop an attack: what was refused here, to be sent there. */
export const OwnServer = ({ stopped }: Pick<Played, 'stopped'>) =>
  stopped.length === 0 ? null : (
    <Section id="own-server" heading="Test your own for this">
      <p className="aside">
        Against something that is yours, and only there. In the place of the lab’s addresses, ids,
        codes and tokens put those that yours has just handed out.
      </p>
      {stopped.map((one) => (
        <Trial key={one.checks.join()} {...one} />
      ))}
    </Section>
  )

const Trial = ({ checks, by, refused, answer, asked, waits, done }: Stopped) => {
  const curl = done ? undefined : curlOf(refused)
  const others = checks.filter((id) => id !== by)
  return (
    <div className="matter">
      <h3>
        <Says check={by} />
      </h3>
      {others.length > 0 && (
        <p className="aside">
          It works only together with:{' '}
          {others.map((id) => (
            <span key={id}>
              <Says check={id} />{' '}
            </span>
          ))}
        </p>
      )}
      {curl === undefined ? (
        <Met by={by} refused={refused} done={done === true} />
      ) : (
        <Sent by={by} curl={curl} answer={answer} asked={asked === true} waits={waits === true} />
      )}
    </div>
  )
}

const Says = ({ check }: { readonly check: string }) => (
  <RichText text={checkWithId(check)?.says ?? check} />
)

interface SentProps extends Pick<Stopped, 'by' | 'answer'> {
  readonly curl: string
  readonly asked: boolean
  readonly waits: boolean
}

/** A request that has to be refused, or about which the owner has to be asked. */
const Sent = ({ by, curl, answer, asked, waits }: SentProps) => (
  <>
    <p>
      {asked
        ? `Send this with the cookies of a browser that has agreed before. Here ${whoMakes(by)} did not let it through, but had the owner be asked, who said no:`
        : `Send this. Here ${whoMakes(by)} refused it:`}
    </p>
    <pre>{curl}</pre>
    {answer?.kind === 'response' && (
      <>
        <p>{waits ? 'and answered, once the owner had signed in,' : 'and answered'}</p>
        <pre>{messageText(answer).trim()}</pre>
        <p className="aside">
          {asked
            ? 'If yours sends the browser on without asking about this very client, it lacks the check.'
            : 'The status and the error are what counts. If yours does what was asked, it lacks the check.'}
        </p>
      </>
    )}
  </>
)

/** Something at which a client, or a browser, has to stop. */
const Met = ({
  by,
  refused,
  done,
}: Pick<Stopped, 'by' | 'refused'> & { readonly done: boolean }) => (
  <>
    <p>
      {done
        ? `Look at what yours sends. Here ${whoMakes(by)} sent this:`
        : `Have ${whoMakes(by)} be given this by something in the place of ${partyName(refused.from)}. Here it stopped, and sent nothing more of what it had begun:`}
    </p>
    <pre>{messageText(refused).trim()}</pre>
    {!done && <p className="aside">If yours goes on, it lacks the check.</p>}
  </>
)
