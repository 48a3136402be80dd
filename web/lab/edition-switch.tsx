import type { ReactNode } from 'react'
import { Link } from 'wouter'
import {
  features,
  has,
  registrations,
  registrationsIn,
  revisions,
  type Registration,
  type Revision,
  type Scenario,
} from '../../engine/index.ts'
import { Clause } from '../text/clause.tsx'
import { registrationWords } from '../text/registration-words.ts'
import { editionOf, type Wish } from './edition.ts'
import styles from './edition-switch.module.css'

interface EditionSwitchProps {
  readonly scenario: Scenario
  readonly wish: Wish
  readonly onChange: (wish: Partial<Wish>) => void
}

/** Which revision of MCP is spoken, and how the client comes by its id: two lists, and a word on what they cannot do. */
export const EditionSwitch = ({ scenario, wish, onChange }: EditionSwitchProps) => {
  const { revision, registration } = editionOf(scenario, wish)
  const known = registrationsIn(revision)
  return (
    <section className={styles['edition']} aria-label="Revision and registration">
      <Choice
        before="MCP"
        label="Revision of MCP"
        value={revision}
        onChoose={(chosen) => onChange({ revision: chosen as Revision })}
      >
        {revisions.map((one) => {
          const told = scenario.revisions?.includes(one) ?? true
          return (
            <option key={one} value={one} disabled={!told}>
              {one}
              {!told && ' (not in this lesson)'}
            </option>
          )
        })}
      </Choice>
      {scenario.transport !== 'stdio' && (
        <Choice
          before="Quill"
          label="How Quill comes by its client_id"
          value={registration}
          onChoose={(chosen) => onChange({ registration: chosen as Registration })}
        >
          {registrations.map((one) => (
            <option key={one} value={one} disabled={!known.includes(one)}>
              {registrationWords[one]}
              {!known.includes(one) && ` (since ${firstWith(one)})`}
            </option>
          ))}
        </Choice>
      )}
      <Link className={styles['more']} href={`/changes?to=${revision}&reg=${registration}`}>
        What changed
      </Link>
      <Remark scenario={scenario} wish={wish} />
    </section>
  )
}

const firstWith = (registration: Registration): Revision | undefined =>
  revisions.find((one) => registrationsIn(one).includes(registration))

const Choice = ({
  before,
  label,
  value,
  onChoose,
  children,
}: {
  readonly before: string
  readonly label: string
  readonly value: string
  readonly onChoose: (value: string) => void
  readonly children: ReactNode
}) => (
  <label className={styles['choice']}>
    <span aria-hidden="true">{before}</span>
    <select
      aria-label={label}
      value={value}
      onChange={({ currentTarget }) => onChoose(currentTarget.value)}
    >
      {children}
    </select>
  </label>
)

/** What there is to say on a combination: one that cannot be, or one that the revision advises against. */
const Remark = (props: Pick<EditionSwitchProps, 'scenario' | 'wish'>) => (
  <p
    className={styles['remark']}
    data-plain={props.scenario.transport === 'stdio' || undefined}
    aria-live="polite"
  >
    {remarkOn(props)}
  </p>
)

const remarkOn = ({ scenario, wish }: Pick<EditionSwitchProps, 'scenario' | 'wish'>): ReactNode => {
  const { revision, registration } = editionOf(scenario, wish)
  const asked = wish.registration ?? scenario.registration ?? registration
  if (scenario.transport === 'stdio') return 'over stdio nobody registers'
  if (asked !== registration)
    return `no such document before ${firstWith(asked)}: Quill ${registrationWords[registration]}`
  if (registration !== 'dynamic' || !has(revision, 'dynamic-registration-deprecated')) return null
  return (
    <>
      dynamic registration:{' '}
      <Clause id={features['dynamic-registration-deprecated'].ref}>
        deprecated in this revision
      </Clause>
    </>
  )
}
