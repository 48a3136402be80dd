import { Component, Suspense, type ReactNode } from 'react'
import { Notice } from './notice.tsx'

interface LaterProps {
  /** What it is, for when it cannot be loaded. */
  readonly name: string
  readonly children: ReactNode
}

/** A part of the page that is loaded when it is first asked for. */
export const Later = ({ name, children }: LaterProps) => (
  <Unloadable name={name}>
    <Suspense fallback={null}>{children}</Suspense>
  </Unloadable>
)

class Unloadable extends Component<LaterProps, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    const { name, children } = this.props
    return this.state.failed ? (
      <Notice title={`${name} could not be loaded.`}>
        Is the server that this page came from still there? Reload the page to try again.
      </Notice>
    ) : (
      children
    )
  }
}
