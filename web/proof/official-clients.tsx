import { memo } from 'react'
import { attacks } from '../../scenarios/attacks.ts'
import fared from './official-clients.json'
import { AttackName } from './attack-name.tsx'
import runs from './run-link.module.css'
import styles from './table.module.css'

/** One telling of an attack, and how each client fared in it. */
interface Line {
  readonly key: string
  readonly scenario: string
  readonly variant: string | undefined
}

const clients = [...new Map(fared.map((one) => [one.client, one.version]))]
const lines: readonly Line[] = [
  ...new Map(
    fared.map(({ scenario, variant }): [string, Line] => {
      const key = `${scenario} ${variant ?? ''}`
      return [key, { key, scenario, variant }]
    }),
  ).values(),
]

/** Attack by official client: what becomes of it where the client is not the lab’s, and the owner’s servers forget nothing. */
export const OfficialClients = memo(() => (
  <table className={styles['table']}>
    <caption>How the official clients fare in the attacks that are on clients</caption>
    <thead>
      <tr>
        <th scope="col">Attack</th>
        {clients.map(([client, version]) => (
          <th key={client} scope="col">
            {client} {version}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {lines.map((line) => (
        <ClientsRow key={line.key} line={line} />
      ))}
    </tbody>
  </table>
))
OfficialClients.displayName = 'OfficialClients'

const ClientsRow = ({ line: { scenario, variant } }: { readonly line: Line }) => {
  const attack = attacks.find(({ id }) => id === scenario)
  if (!attack) return null
  return (
    <tr>
      <th scope="row">
        <AttackName attack={attack} variant={variant} />
      </th>
      {clients.map(([client]) => {
        const one = fared.find(
          (each) =>
            each.client === client && each.scenario === scenario && each.variant === variant,
        )
        return (
          <td key={client} data-label={client}>
            {one ? (
              <Outcome {...one} />
            ) : (
              <span className={styles['nothing']}>speaks no revision in which it is told</span>
            )}
          </td>
        )
      })}
    </tr>
  )
}

type Fared = (typeof fared)[number]

const Outcome = ({ ending, decided, says, revision }: Fared) => (
  <span className={runs['run']}>
    <span className={runs['ending']} data-ending={ending}>
      <span className={runs['mark']} aria-hidden="true">
        {ending === 'won' ? '▲' : '■'}
      </span>
      {ending}
    </span>{' '}
    in {revision}
    {decided !== undefined && (
      <>
        {' '}
        by <code>{decided}</code>
      </>
    )}
    {decided === undefined && says !== undefined && ending !== 'won' && (
      <>
        {' '}
        <q>{says}</q>
      </>
    )}
  </span>
)
