import { Fragment, type ReactNode } from 'react'

/** A name or an address that breaks after its underscores and slashes, where it has to: `bearer_methods_`, `supported`. */
export const breakable = (name: string): ReactNode =>
  name.split(/(?<=[_?&]|[^/:]\/)/).map((piece, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {piece}
    </Fragment>
  ))
