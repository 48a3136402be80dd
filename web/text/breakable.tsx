import { Fragment, type ReactNode } from 'react'

/** A name that breaks after its underscores, where it has to: `bearer_methods_`, `supported`. */
export const breakable = (name: string): ReactNode =>
  name.split(/(?<=_)/).map((piece, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {piece}
    </Fragment>
  ))
