import { memo, use, useSyncExternalStore } from 'react'
import type { Node, NodeProps } from '@xyflow/react'
import {
  charts,
  phaseNames,
  verdicts,
  verdictWords,
  type Phase,
  type WireMessage,
} from '../../engine/index.ts'
import { Icon } from '../ui/icon.tsx'
import { useShared } from './cursor.ts'
import { FoldContext } from './folding.ts'
import { VerdictShape } from './marks.tsx'
import type { Band, Break } from './geometry.ts'
import type { Lane } from './lanes.ts'
import { partyColour } from './party-colour.ts'
import css from './furniture.module.css'

/** What each phase is about, where it is not what the handshake’s own machine says. */
export type PhaseWords = Readonly<Partial<Record<Phase, string>>>

export type BandNode = Node<
  { band: Band; about: PhaseWords | undefined; messages?: readonly WireMessage[] },
  'band'
>
export type BreakNode = Node<{ pause: Break; lanes: readonly Lane[] }, 'break'>
export type LifelinesNode = Node<{ lanes: readonly Lane[] }, 'lifelines'>

/** The heading over the messages of one phase, which folds them away; what is folded says how much it is. */
export const BandHeading = memo(({ data }: Pick<NodeProps<BandNode>, 'data'>) => {
  const { band, about, messages = [] } = data
  const turn = use(FoldContext)
  const name = phaseNames[band.phase]
  return (
    <div className={css['band']} data-first={band.y === 0 || undefined} data-folded={band.folded}>
      {turn ? (
        <button
          type="button"
          className={css['phase']}
          aria-expanded={!band.folded}
          onClick={() => turn(band.first)}
        >
          <Icon name={band.folded ? 'open' : 'more'} />
          {name}
        </button>
      ) : (
        <span className={css['phase']}>{name}</span>
      )}
      {band.folded && <Hidden messages={messages} />}
      <span className={css['says']}>{describe(band, about)}</span>
    </div>
  )
})

/** What of a folded phase is not seen: how many messages, and, once they are told, what their checks came to. */
const Hidden = ({ messages }: { readonly messages: readonly WireMessage[] }) => {
  const { cursor } = useShared()
  const last = messages.at(-1)?.id ?? 0
  const told = useSyncExternalStore(cursor.subscribe, () => last <= cursor.place)
  const findings = messages.flatMap((message) => message.findings)
  const tally = verdicts
    .map((verdict) => ({
      verdict,
      count: findings.filter((one) => one.verdict === verdict).length,
    }))
    .filter(({ count }) => count > 0)
  return (
    <span className={css['hidden']}>
      {messages.length} {messages.length === 1 ? 'message' : 'messages'}
      {told &&
        tally.map(({ verdict, count }) => (
          <span key={verdict} className={css['tally']}>
            <VerdictShape verdict={verdict} /> {count}
            <span className="visually-hidden"> {verdictWords[verdict]}</span>
          </span>
        ))}
    </span>
  )
}

const describe = ({ phase }: Band, about: PhaseWords | undefined): string =>
  about
    ? (about[phase] ?? '')
    : (charts['handshake']?.states.find(({ path }) => path === phase)?.description ?? '')

/** Time passes: every lifeline is interrupted. */
export const TimeBreak = memo(({ data: { pause, lanes } }: Pick<NodeProps<BreakNode>, 'data'>) => (
  <div className={css['break']}>
    {lanes.map(({ party, x }) => (
      <svg key={party} className={css['cut']} style={{ left: x, color: partyColour(party) }}>
        <path d="M0 9.5 14 4.5M0 15.5 14 10.5" />
      </svg>
    ))}
    <span className={css['later']} style={{ left: pause.middle }}>
      {pause.text}
    </span>
  </div>
))

/** The parties’ lifelines, from the first message to the last. */
export const Lifelines = memo(({ data: { lanes } }: NodeProps<LifelinesNode>) => (
  <div className={css['lifelines']}>
    {lanes.map(({ party, x }) => (
      <span
        key={party}
        className={css['lifeline']}
        data-attacker={party === 'attacker' || undefined}
        style={{ left: x, color: partyColour(party) }}
      />
    ))}
  </div>
))
