import { isRevision, registrationsIn, revisions, settled } from '../../engine/index.ts'
import { EMBED_SEED, type EmbedOptions } from '../element/options.ts'
import { registrationWords } from '../text/registration-words.ts'
import { List, Typed } from '../ui/fields.tsx'
import { Forgotten } from './forgotten.tsx'
import { useTyped } from './use-typed.ts'
import type { ChoicesProps } from './what.tsx'
import { chosen } from './wish.ts'
import styles from './embed-it.module.css'

const SEED = /^[A-Za-z0-9_-]{0,64}$/

/** Which run of the story it is: what is spoken, what is forgotten, and where its values come from. */
export const Which = ({ scenario, edition, options, onChoose }: ChoicesProps) => {
  const { revision, registration } = edition
  const set = <Name extends keyof EmbedOptions>(
    name: Name,
    value: EmbedOptions[Name] | undefined,
  ) => onChoose(chosen(options, name, value))
  const seed = useTyped(
    options.seed ?? '',
    (text) => (SEED.test(text.trim()) ? text.trim() : undefined),
    (text) => set('seed', text === '' ? undefined : text),
  )
  return (
    <section className={styles['group']} aria-labelledby="which">
      <h2 id="which">Which run</h2>
      <Forgotten
        scenario={scenario}
        edition={edition}
        chosen={options.forget}
        onChoose={(forget) => set('forget', forget)}
      />
      <List
        name="Revision of MCP"
        value={revision}
        onChoose={(one) =>
          isRevision(one) && set('revision', one === scenario.revision ? undefined : one)
        }
      >
        {revisions
          .filter((one) => scenario.revisions?.includes(one) ?? true)
          .map((one) => (
            <option key={one}>{one}</option>
          ))}
      </List>
      {scenario.transport !== 'stdio' && (
        <List
          name="How the client comes by its client_id"
          value={registration}
          onChoose={(one) =>
            set(
              'registration',
              one === settled({ scenario, revision }).registration ? undefined : one,
            )
          }
        >
          {registrationsIn(revision).map((one) => (
            <option key={one} value={one}>
              {registrationWords[one]}
            </option>
          ))}
        </List>
      )}
      <Typed
        name="Seed of the random values"
        value={seed.text}
        stand={EMBED_SEED}
        wrong={!seed.known}
        note={
          seed.known
            ? 'Every reader sees the same values, so that your text may quote them.'
            : 'Up to 64 letters, digits, hyphens and underscores.'
        }
        onType={seed.onType}
      />
    </section>
  )
}
