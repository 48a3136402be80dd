import { RichText } from '../text/rich-text.tsx'
import { Block } from './block.tsx'
import { checkLine } from './answer-lines.ts'
import { switchOn } from './story-way.ts'
import type { StepGuide } from './work-out.ts'
import styles from './guide.module.css'

type Story = Pick<Extract<StepGuide, { kind: 'story' }>, 'scenario' | 'way'>

/** How a story goes, message by message, and what is pressed where. */
export const StorySteps = ({ scenario, way: { messages, betAfter, told, mended } }: Story) => (
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
              <Alone tried={one.alone} told={told} />
            </li>
          ))}
        </ul>
        <p>
          A switch plays the run anew, and shows how it ends; the button under that leads back to
          the message that decided. “<a href={`#/both/${scenario.id}`}>Both endings side by side</a>
          ” leads to the message from which the two runs differ, and to the one that decides.
        </p>
      </>
    )}
  </Block>
)

/** What one alone does of checks that help only together, as it was played. */
const Alone = ({
  tried,
  told,
}: {
  readonly tried: Story['way']['mended'][number]['alone']
  readonly told: string
}) => {
  if (tried.length === 0) return null
  if (tried.every(({ sentence }) => sentence === told))
    return <p className={styles['soft']}>With any one of them alone it ends as it is told.</p>
  return tried.map(({ check, sentence }) => (
    <p key={check} className={styles['soft']}>
      With <code>{check}</code> alone: <RichText text={sentence} />
    </p>
  ))
}

/** How a story ends, as it was played just now, and what to say then. */
export const Ending = ({ scenario, way: { told, careful, mended, unhelpful } }: Story) => (
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
    {unhelpful.length > 0 && (
      <Block name="What does not help, and why">
        <ul className={styles['choices']}>
          {unhelpful.map(({ name, because, sentence }) => (
            <li key={name}>
              <p>
                <span className={styles['choice']}>
                  <RichText text={name} />
                </span>
                : <RichText text={because} />
              </p>
              {sentence !== told && (
                <p className={styles['soft']}>
                  With only this switched on: <RichText text={sentence} />
                </p>
              )}
            </li>
          ))}
        </ul>
        <p className={styles['soft']}>
          Each was played with nothing else switched on
          {unhelpful.every(({ sentence }) => sentence === told) && ': it ends as it is told'}.
        </p>
      </Block>
    )}
  </>
)
