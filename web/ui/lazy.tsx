import { createElement, use, type ReactNode } from 'react'
import { once } from './once.ts'

type PropsOf<It> = It extends (props: infer Props extends object) => ReactNode ? Props : object

/** A component that is loaded when it is first drawn, or sooner where somebody begins it. */
export interface Lazy<Props> {
  (props: Props): ReactNode
  begin(): void
}

/** As React's own, but that what could not be loaded can be tried again; see `Later`. */
export const lazy = <It extends (props: never) => ReactNode>(
  load: () => Promise<{ readonly default: It }>,
): Lazy<PropsOf<It>> => {
  const loaded = once(load)
  const Loaded = (props: PropsOf<It>): ReactNode => {
    const it: (props: never) => ReactNode = use(loaded()).default
    return createElement(it as (props: object) => ReactNode, props as object)
  }
  return Object.assign(Loaded, { begin: () => void loaded() })
}
