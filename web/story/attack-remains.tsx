import {
  checkWithId,
  textRead,
  whoByName,
  type Ending,
  type WireMessage,
} from '../../engine/index.ts'
import type { AttackEnded } from './attack-ended.ts'
import styles from './attack-ending.module.css'

/** The note that the attacker was after, as the message brought it to him. */
export const Gained = ({
  log,
  ending,
}: {
  readonly log: readonly WireMessage[]
  readonly ending: Ending
}) => {
  const text = ending.ending === 'won' ? textRead(log[(ending.at ?? 0) - 1]) : undefined
  return text === undefined ? null : <blockquote className={styles['gained']}>{text}</blockquote>
}

/** Every message on which a check was forgotten that would have ended it. */
export const Missed = ({ ending, missedIn, onDecided }: AttackEnded) => {
  const places = missedIn.filter((at) => at <= (ending.at ?? 0))
  if (ending.ending !== 'won' || places.length === 0) return null
  return (
    <p>
      A check that stops it was forgotten at{' '}
      {places.map((at, index) => (
        <span key={at}>
          {index > 0 && (index === places.length - 1 ? ' and ' : ', ')}
          <button type="button" className={styles['place']} onClick={() => onDecided(at)}>
            message {at}
          </button>
        </span>
      ))}
      .
    </p>
  )
}

/** What was forgotten all the same in an attack that failed, and did not decide it. */
export const StillForgotten = ({ ending, log, onDecided }: AttackEnded) => {
  if (ending.ending !== 'refused') return null
  const found = new Map(
    log
      .toReversed()
      .flatMap(({ id, findings }) =>
        findings
          .filter(({ verdict, holds }) => verdict === 'forgotten' && !holds)
          .map(({ check }) => [check, id] as const),
      ),
  )
  if (found.size === 0) return null
  return (
    <p className={styles['aside']}>
      Still forgotten, and not what decides here:{' '}
      {[...found].toReversed().map(([check, at], index) => (
        <span key={check}>
          {index > 0 && ' '}
          {whoByName(check)}, at{' '}
          <button type="button" className={styles['place']} onClick={() => onDecided(at)}>
            message {at}
          </button>
          : {checkWithId(check)?.says}
        </span>
      ))}
    </p>
  )
}
