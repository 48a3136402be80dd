import { Component, Suspense, type ReactNode } from 'react'
import { Notice } from './notice.tsx'
import { NotLoaded, tryAgain } from './once.ts'
import styles from './later.module.css'

interface LaterProps {
  /** What it is, for when it cannot be loaded. */
  readonly name: string
  /** Whether it is what somebody came for, and not something small in the midst of it: that it is being loaded is said. */
  readonly awaited?: boolean
  /** What takes its place until then. */
  readonly meanwhile?: ReactNode
  readonly children: ReactNode
}

/** A part of the page that is loaded when it is first asked for, or says why it is not there. */
export const Later = ({ name, awaited, meanwhile, children }: LaterProps) => (
  <Fallible name={name}>
    <Suspense fallback={meanwhile ?? (awaited ? <Loading /> : null)}>{children}</Suspense>
  </Fallible>
)

const Loading = () => <output className={styles['loading']}>Loading …</output>

interface Failed {
  readonly error?: unknown
}

class Fallible extends Component<Pick<LaterProps, 'name' | 'children'>, Failed> {
  override state: Failed = {}

  static getDerivedStateFromError(error: unknown): Failed {
    return { error }
  }

  private again = () => {
    tryAgain()
    this.setState({ error: undefined })
  }

  override render() {
    const { name, children } = this.props
    const { error } = this.state
    if (error === undefined) return children
    const ways = (
      <>
        <button type="button" onClick={this.again}>
          Try again
        </button>{' '}
        or{' '}
        <button type="button" onClick={() => location.reload()}>
          reload the page
        </button>
        , which opens at this address again.
      </>
    )
    if (error instanceof NotLoaded)
      return (
        <Notice title={`${name} could not be loaded.`}>
          Either the server that this page came from cannot be reached, or a newer version of the
          lab has taken the place of this one. {ways} The browser says: {error.message}
        </Notice>
      )
    return (
      <Notice title="The lab itself failed.">
        {name}: {error instanceof Error ? error.message : String(error)}. This is a defect of the
        lab, not of the protocol. {ways}
      </Notice>
    )
  }
}
