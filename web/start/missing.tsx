import { shelf } from '../../scenarios/shelf.ts'
import { DidYouMean } from '../ui/did-you-mean.tsx'
import { Notice } from '../ui/notice.tsx'

/** What a link asked for and the lab does not have. */
export interface Missing {
  readonly says: string
  /** For a scenario: its id as it was asked for, and where one that there is would be. */
  readonly like?: { readonly asked: string; readonly hrefOf: (id: string) => string }
}

/** Says what is not there, and what may have been meant. */
export const Missed = ({ says, like }: Missing) => (
  <Notice title="Not here.">
    The lab does not have {says}. {like && <DidYouMean {...like} among={shelf} />}
    This is what it has.
  </Notice>
)
