import { nearest, type Named } from './nearest.ts'

interface DidYouMeanProps {
  readonly asked: string
  readonly among: readonly Named[]
  readonly hrefOf: (id: string) => string
}

/** Asks, behind the word that something is not there, whether its neighbour was meant; nothing where it has none. */
export const DidYouMean = ({ asked, among, hrefOf }: DidYouMeanProps) => {
  const found = nearest(asked, among)
  return (
    found && (
      <>
        Did you mean <a href={hrefOf(found.id)}>{found.title}</a>?{' '}
      </>
    )
  )
}
