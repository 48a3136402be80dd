import { Link } from 'wouter'
import { allButThese, mattersIn, variantOf, type CheckId, type Matter } from '../../engine/index.ts'
import { Clauses } from '../text/clause.tsx'
import { RichText } from '../text/rich-text.tsx'
import type { AttackEnded } from './attack-ended.ts'
import { DecoyView } from './decoy.tsx'
import { IncidentView } from './incident.tsx'
import { Gained, Missed, StillForgotten } from './attack-remains.tsx'
import { StopView } from './stop.tsx'
import styles from './attack-ending.module.css'

const same = (one: readonly CheckId[], other: readonly CheckId[]): boolean =>
  one.toSorted().join() === other.toSorted().join()

/** How an attack ended, what would have stopped it, what would not, and where it really happened. */
export const AttackEnding = (props: AttackEnded) => {
  const { scenario, told, ending, forgotten, onForget, onDecided, log, both } = props
  const matters = mattersIn(scenario, told)
  const of = (kind: Matter['kind']) => matters.filter((matter) => matter.kind === kind)
  const alone = (matter: Matter) => same(forgotten, allButThese(scenario, told, matter.checks))
  const decoy = of('decoy').find(alone)
  return (
    <div className={styles['ending']} data-ending={ending.ending}>
      <h3 className={styles['heading']} tabIndex={-1} data-arrival>
        {ending.ending === 'won' ? 'The attack succeeded' : 'The attack failed'}
      </h3>
      <p className={styles['lead']}>
        <RichText text={ending.sentence} />
      </p>
      <Gained log={log} ending={ending} />
      <Sentence {...props} />
      {decoy?.name !== undefined && (
        <p>
          Of all that matters here, only <RichText text={decoy.name} /> is switched on in this run
          {ending.ending === 'won' ? ', and it does not help: the attack ends as before.' : '.'}
        </p>
      )}
      <Missed {...props} />
      <StillForgotten {...props} />
      <p className={styles['ways']}>
        {ending.at !== undefined && ending.ending !== 'won' && (
          <button type="button" className={styles['way']} onClick={() => onDecided(ending.at!)}>
            See message {ending.at}, where it was decided
          </button>
        )}
        <Link className={styles['way']} href={both}>
          Both endings side by side
        </Link>
        <a className={styles['way']} href={`#/practice?about=${scenario.id}`}>
          Practise it
        </a>
      </p>
      <h4 className={styles['part']}>What stops it</h4>
      {of('stop').map((matter) => (
        <StopView
          key={matter.checks.join()}
          matter={matter}
          world={scenario.kind === 'attack' ? scenario.world : undefined}
          forgotten={forgotten}
          onForget={onForget}
        />
      ))}
      {of('decoy').length > 0 && <h4 className={styles['part']}>What does not help, and why</h4>}
      {of('decoy').map((matter) => (
        <DecoyView
          key={matter.checks.join()}
          matter={matter}
          shown={alone(matter)}
          onShow={() => onForget(allButThese(scenario, told, matter.checks))}
        />
      ))}
      {scenario.incidents && <h4 className={styles['part']}>Where it happened</h4>}
      {scenario.incidents?.map((incident) => (
        <IncidentView key={incident.id} incident={incident} />
      ))}
      <h4 className={styles['part']}>To read on</h4>
      {scenario.listed.length > 0 && <p>Listed as {scenario.listed.join(', ')}.</p>}
      <p className={styles['refs']}>
        <Clauses ids={scenario.refs} />
      </p>
      <p>
        <Link href="/proof">The proof</Link> plays every attack with each check alone, in each
        revision.
      </p>
    </div>
  )
}

/** What the story says of an ending that is one of its two. */
const Sentence = ({ scenario, told, ending, forgotten }: AttackEnded) => {
  const { forget } = variantOf(scenario, told.variant).scenario
  const text =
    ending.ending === 'won' && same(forgotten, forget)
      ? scenario.endings.careless
      : ending.ending === 'refused' && !forget.some((id) => forgotten.includes(id))
        ? scenario.endings.careful
        : undefined
  return text === undefined ? null : (
    <p>
      <RichText text={text} />
    </p>
  )
}
