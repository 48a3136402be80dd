import { RichText } from '../text/rich-text.tsx'
import { Block } from './block.tsx'
import { checkLine } from './answer-lines.ts'
import { switchOn } from './story-way.ts'
import type { StepGuide } from './work-out.ts'
import styles from './guide.module.css'

type Story = Pick<Extract<StepGuide, { kind: 'story' }>, 'scenario' | 'way'>

/** How a story goes, message by message, and what is pressed where. */
export const StorySteps = ({ scenario, way: { messages, betAfter, mended } }: Story) => (
  <Block name="How it goes">
    {betAfter === undefined ? (
      <p>
        {messages} messages. The question comes at the end, after message {messages}.
      </p>
    ) : (
      <p>
        {messages} messages. The bet comes after message {betAfter}: the story waits there until
        somebody bets or skips it. Then “See what happens”, and on to the end.
      </p>
    )}
    {mended.length > 0 && (
      <>
        <p>
          At the end, under “What stops it”, press
          {mended.length > 1 ? ' one of these; each alone ends it:' : ':'}
        </p>
        <ul className={styles['choices']}>
          {mended.map((one) => (
            <li key={one.checks.join()}>
              <p>
                <span className={styles['choice']}>“{switchOn(one)}”</span>
                {one.checks.length > 1 && ', which only help together'}. It ends so:{' '}
                <RichText text={one.sentence} />
                {one.at !== undefined && ` That is decided at message ${one.at}.`}
              </p>
              {one.checks.map((check) => (
                <p key={check} className={styles['soft']}>
                  The check <RichText text={checkLine(check)} />
                </p>
              ))}
            </li>
          ))}
        </ul>
        <p>
          A switch plays the run anew, and shows how it ends; the button under that leads back to
          the message that decided. “What does not help, and why” stands there too. “
          <a href={`#/both/${scenario.id}`}>Both endings side by side</a>” shows from which message
          on the two runs differ.
        </p>
      </>
    )}
  </Block>
)

/** How a story ends, as it was played just now, and what to say then. */
export const Ending = ({ scenario, way: { told, careful, mended } }: Story) => (
  <>
    <Block name={careful === undefined ? 'The ending' : 'Both endings'}>
      {scenario.kind === 'attack' && (
        <p>
          <RichText text={scenario.endings.careless} />
        </p>
      )}
      <p>
        <em>{careful === undefined ? 'How it ends' : 'As it is told'}:</em> <RichText text={told} />
      </p>
      {careful !== undefined && (
        <p>
          <em>With every check made:</em> <RichText text={careful} />
        </p>
      )}
    </Block>
    {scenario.kind === 'attack' && (
      <Block name="To close, say">
        <p>
          <RichText text={scenario.endings.careful} />
        </p>
        {mended.map(({ checks, because }) => (
          <p key={checks.join()}>
            <RichText text={because} />
          </p>
        ))}
      </Block>
    )}
  </>
)
