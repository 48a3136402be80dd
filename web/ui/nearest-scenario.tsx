import { shelf } from '../../scenarios/shelf.ts'
import { DidYouMean } from './did-you-mean.tsx'

/** Asks whether another scenario was meant: it has the whole library with it, so it is loaded when one is missed. */
export const NearestScenario = (props: {
  readonly asked: string
  readonly hrefOf: (id: string) => string
}) => <DidYouMean {...props} among={shelf} />
