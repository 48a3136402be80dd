import type { AnyStateMachine, AnyStateNode } from 'xstate'
import { code } from './code.ts'
import { handshake } from './handshake.ts'
import { interaction } from './interaction.ts'
import { tokenFamily } from './token-family.ts'

/** A state of a chart, as it can be drawn. */
export interface ChartState {
  /** The dotted path: `discovery.knocking`. */
  readonly path: string
  readonly name: string
  readonly description: string
  readonly ref: string | undefined
  readonly final: boolean
  readonly states: readonly ChartState[]
}

/** A way from one state to another. */
export interface ChartEdge {
  readonly from: string
  readonly to: string
  readonly on: string
}

/** A machine, as it can be drawn: read off the chart that runs, so that the two cannot differ. */
export interface Chart {
  readonly id: string
  readonly states: readonly ChartState[]
  readonly edges: readonly ChartEdge[]
}

/** Draws a machine. */
export const chartOf = (machine: AnyStateMachine): Chart => {
  const edges: ChartEdge[] = []
  const visit = (node: AnyStateNode): ChartState => {
    const path = node.path.join('.')
    for (const transition of [...node.transitions.values(), node.always ?? []].flat())
      for (const target of transition.target ?? [])
        edges.push({ from: path, to: target.path.join('.'), on: transition.eventType })
    return {
      path,
      name: node.key,
      description: node.description ?? '',
      ref: node.meta?.['ref'] as string | undefined,
      final: node.type === 'final',
      states: Object.values(node.states).map(visit),
    }
  }
  return { id: machine.id, states: visit(machine.root).states, edges }
}

/** Every chart of a run, by the machine's id. */
export const charts: Readonly<Record<string, Chart>> = Object.fromEntries(
  [handshake, interaction, code, tokenFamily].map((machine) => [machine.id, chartOf(machine)]),
)
