import type { ReactNode } from 'react'
import { isPrivate, labBase } from '../element/lab-base.ts'
import { Typed } from '../ui/fields.tsx'
import { useTyped } from './use-typed.ts'
import { hosted } from './wish.ts'

interface HostedAtProps {
  readonly value: string | undefined
  /** Undefined: where this copy is. */
  readonly onChoose: (base: string | undefined) => void
}

/** Where the lab is hosted that the page will show. */
export const HostedAt = ({ value, onChoose }: HostedAtProps) => {
  const here = labBase()
  const base = useTyped(value ?? here, hosted, (known) =>
    onChoose(known === here ? undefined : known),
  )
  return (
    <Typed
      name="Where the lab is hosted"
      value={base.text}
      wrong={!base.known}
      warns={base.known && isPrivate(value ?? here)}
      note={base.known ? about(value ?? here) : NO_ADDRESS}
      onType={base.onType}
    />
  )
}

const NO_ADDRESS =
  'This is no address of a web server: it begins with https:// and ends with the folder in which the lab is. What is copied has the last one that was.'

const about = (base: string): ReactNode =>
  base.startsWith('file:') ? (
    <>
      This is a folder on your own machine: nobody else can open it. Put the folder that{' '}
      <code>npm run build</code> writes on any static host, and type where it is.
    </>
  ) : isPrivate(base) ? (
    <>
      This is your own machine: nobody else can open it. Put the folder that{' '}
      <code>npm run build</code> writes on any static host, and type where it is.
    </>
  ) : (
    <>
      The folder that <code>npm run build</code> writes, on any static host.
    </>
  )
