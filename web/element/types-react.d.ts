import type { DetailedHTMLProps, HTMLAttributes } from 'react'
import type { HandshakeLabAttributes, HandshakeLabElement, HandshakeLabEventMap } from './types.js'

/** What React calls when the element tells something. */
type Listeners = {
  [Type in keyof HandshakeLabEventMap as `on${Type}`]?: (event: HandshakeLabEventMap[Type]) => void
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'handshake-lab': DetailedHTMLProps<HTMLAttributes<HandshakeLabElement>, HandshakeLabElement> &
        HandshakeLabAttributes &
        Listeners
    }
  }
}

export * from './types.js'
