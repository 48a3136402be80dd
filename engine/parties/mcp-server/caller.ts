import type { Refusal } from '../../checks/check.ts'
import type { HeaderList } from '../../wire/message.ts'

/** On whose behalf a request is made, once its token or API key was accepted. */
export interface Caller {
  readonly account: string | undefined
  /** The client_id in the token, or `API key`. */
  readonly client: string | undefined
  readonly scope: readonly string[]
  /** The access token it sent; undefined where it came with an API key. */
  readonly token?: string | undefined
}

/** A request that may come in, with header fields that its answer gets; or why it may not. */
export type Admission =
  { readonly caller: Caller; readonly headers: HeaderList } | { readonly refusal: Refusal }
