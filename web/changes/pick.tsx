import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { registrations, revisions, type Registration } from '../../engine/index.ts'
import { registrationWords } from '../text/registration-words.ts'
import { addressOf, asRevision, comparable, knownInBoth, toldIn, type Asked } from './asked.ts'
import styles from './changes.module.css'

/** What is compared, as a sentence in which it can be chosen. */
export const Pick = ({ asked }: { readonly asked: Asked }) => {
  const { scenario, before, after, registration } = asked
  const [, navigate] = useLocation()
  const pick = (change: Partial<Asked>) => navigate(addressOf({ ...asked, ...change }))
  const known = knownInBoth(before, after)
  const options = (other: string) =>
    revisions.map((one) => (
      <option key={one} disabled={!toldIn(scenario, one) || one === other}>
        {one}
      </option>
    ))
  return (
    <div className={styles['pick']}>
      <p>
        One handshake, played twice with the same seed: once in{' '}
        <List
          label="The first revision"
          value={before}
          onChoose={(text) => pick({ before: asRevision(text, before) })}
        >
          {options(after)}
        </List>{' '}
        and once in{' '}
        <List
          label="The second revision"
          value={after}
          onChoose={(text) => pick({ after: asRevision(text, after) })}
        >
          {options(before)}
        </List>
        . Quill{' '}
        <List
          label="How Quill comes by its client_id"
          value={registration}
          onChoose={(text) => pick({ registration: text as Registration })}
        >
          {registrations.map((one) => (
            <option key={one} value={one} disabled={!known.includes(one)}>
              {registrationWords[one]}
              {!known.includes(one) && ' (not in both)'}
            </option>
          ))}
        </List>
        , and the story is{' '}
        <List
          label="The lesson"
          value={scenario.id}
          onChoose={(text) =>
            pick({ scenario: comparable.find(({ id }) => id === text) ?? scenario })
          }
        >
          {comparable.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </List>
        .
      </p>
      <button
        type="button"
        className={styles['swap']}
        onClick={() => pick({ before: after, after: before })}
      >
        The other way round
      </button>
    </div>
  )
}

const List = ({
  label,
  value,
  onChoose,
  children,
}: {
  readonly label: string
  readonly value: string
  readonly onChoose: (value: string) => void
  readonly children: ReactNode
}) => (
  <select
    className={styles['list']}
    aria-label={label}
    value={value}
    onChange={({ currentTarget }) => onChoose(currentTarget.value)}
  >
    {children}
  </select>
)
