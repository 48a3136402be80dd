import type { WorkingKind } from '../../engine/workings.ts'
import { Pkce } from './pkce.tsx'
import { Token } from './token.tsx'
import { WellKnown } from './well-known.tsx'
import type { WorkingProps } from './working.ts'

const kinds = { pkce: Pkce, token: Token, 'well-known': WellKnown } as const

/** A computation of the run, step by step and with any other input. */
export const Workings = ({ kind, ...props }: WorkingProps & { readonly kind: WorkingKind }) => {
  const Working = kinds[kind]
  return <Working {...props} />
}
