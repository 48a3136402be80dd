import { memo } from 'react'
import type { Node, NodeProps } from '@xyflow/react'
import { charts, phaseNames, type Phase } from '../../engine/index.ts'
import type { Band, Break } from './geometry.ts'
import type { Lane } from './lanes.ts'
import { partyColour } from './party-colour.ts'
import css from './furniture.module.css'

/** What each phase is about, where it is not what the handshake’s own machine says. */
export type PhaseWords = Readonly<Partial<Record<Phase, string>>>

export type BandNode = Node<{ band: Band; about: PhaseWords | undefined }, 'band'>
export type BreakNode = Node<{ pause: Break; lanes: readonly Lane[] }, 'break'>
export type LifelinesNode = Node<{ lanes: readonly Lane[] }, 'lifelines'>

/** The heading over the messages of one phase. */
export const BandHeading = memo(({ data: { band, about } }: NodeProps<BandNode>) => (
  <div className={css['band']} data-first={band.y === 0 || undefined}>
    <span className={css['phase']}>{phaseNames[band.phase]}</span>
    <span className={css['says']}>{describe(band, about)}</span>
  </div>
))

const describe = ({ phase }: Band, about: PhaseWords | undefined): string =>
  about
    ? (about[phase] ?? '')
    : (charts['handshake']?.states.find(({ path }) => path === phase)?.description ?? '')

/** Time passes: every lifeline is interrupted. */
export const TimeBreak = memo(({ data: { pause, lanes } }: NodeProps<BreakNode>) => (
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
        style={{ left: x, color: partyColour(party) }}
      />
    ))}
  </div>
))
