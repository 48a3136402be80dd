import { inAList } from './words.tsx'
import { fromPage, placeOf, type Which } from './places.ts'
import type { Played } from './played.ts'

interface StillProps {
  readonly played: Played
  readonly which: Which
}

/** The diagram of a run, as a picture. What it shows stands in words in the transcript. */
export const Still = ({ played, which }: StillProps) => {
  const { scenario, told, careful } = played
  const { log, parts } = which === 'careful' && careful ? careful : told
  const to = (theme: 'light' | 'dark') => fromPage(placeOf.still(scenario.id, theme, which))
  return (
    <figure className="still">
      <a className="frame" href={to('light')}>
        <Drawn
          played={played}
          which={which}
          alt={`Sequence diagram of ${log.length} messages. The transcript says the same in words.`}
        />
      </a>
      <figcaption>
        {log.length} messages between {inAList(parts.map(({ name }) => name))}. As a picture:{' '}
        <a href={to('light')}>light</a>, <a href={to('dark')}>dark</a>; as text:{' '}
        <a href={fromPage(placeOf.mermaid(scenario.id, which))}>Mermaid</a>.
      </figcaption>
    </figure>
  )
}

/** How a diagram begins, and the way to all of it. */
export const Beginning = ({ played }: Pick<StillProps, 'played'>) => (
  <a className="beginning" href="#diagram">
    <Drawn played={played} which="told" alt="The diagram" />
  </a>
)

const Drawn = ({ played, which, alt }: StillProps & { readonly alt: string }) => {
  const { scenario, told, careful } = played
  const { width, height } = sizeOf((which === 'careful' && careful ? careful : told).drawn.light)
  const to = (theme: 'light' | 'dark') => fromPage(placeOf.still(scenario.id, theme, which))
  return (
    <picture>
      <source media="screen and (prefers-color-scheme: dark)" srcSet={to('dark')} />
      <img src={to('light')} width={width} height={height} alt={alt} />
    </picture>
  )
}

const sizeOf = (svg: string): { readonly width: string; readonly height: string } => {
  const { width, height } =
    /^<svg[^>]*? width="(?<width>\d+)" height="(?<height>\d+)"/.exec(svg)?.groups ?? {}
  if (width === undefined || height === undefined) throw new Error('a picture without a size')
  return { width, height }
}
