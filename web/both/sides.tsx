import { Fragment, useRef, type ReactNode, type RefObject } from 'react'
import { RichText } from '../text/rich-text.tsx'
import { Half } from './half.tsx'
import { Heads } from './heads.tsx'
import { Decision, Parting } from './parting.tsx'
import type { Both, Side } from './use-both.ts'
import styles from './both.module.css'

interface SidesProps {
  readonly both: Both
  /** Why the one on the right ends otherwise. */
  readonly because: string
  readonly hrefOf: (side: Side, place: number) => string
}

const endings = { won: 'The attack succeeded', refused: 'The attack failed' } as const
const titleOf = ({ ending: { ending } }: Side): string =>
  ending === 'won' || ending === 'refused' ? endings[ending] : ending

/** Two runs side by side; what is the same stands in one row, and both scroll as one. */
export const Sides = ({ both, because, hrefOf }: SidesProps) => {
  const { careless, careful, rows, differsFrom, parts } = both
  const parting = useRef<HTMLDivElement>(null)
  const decision = useRef<HTMLDivElement>(null)
  const decided = careful.log[(careful.ending.at ?? 0) - 1]?.findings.find(
    ({ check }) => check === careful.ending.by,
  )
  return (
    <>
      <div className={styles['endings']}>
        {[careless, careful].map((side, index) => (
          <div key={index === 0 ? 'careless' : 'careful'} data-ending={side.ending.ending}>
            <h2 className={styles['heading']}>{titleOf(side)}</h2>
            <p>
              <RichText text={side.ending.sentence} />
            </p>
          </div>
        ))}
      </div>
      <p className={styles['jumps']}>
        {differsFrom !== undefined && (
          <Jump to={parting}>The same until message {differsFrom}: go there</Jump>
        )}
        {careful.ending.at !== undefined && careful.ending.at !== differsFrom && (
          <Jump to={decision}>Decided at message {careful.ending.at}, on the right: go there</Jump>
        )}
      </p>
      <div className={styles['table']}>
        <Heads parts={parts} />
        {rows.map(({ left, right }) => {
          const first = differsFrom !== undefined && (left ?? right)?.id === differsFrom
          const key = `${left?.id ?? ''} ${right?.id ?? ''}`
          return (
            <Fragment key={key}>
              {first && (left || !rows.some((row) => row.left?.id === differsFrom)) && (
                <div ref={parting} tabIndex={-1}>
                  <Parting
                    from={differsFrom}
                    careless={careless.log}
                    careful={careful.log}
                    decidedAt={careful.ending.at}
                  />
                </div>
              )}
              {right && right.id === careful.ending.at && (
                <div ref={decision} tabIndex={-1}>
                  <Decision message={right} finding={decided} because={because} />
                </div>
              )}
              <div
                className={styles['row']}
                data-different={
                  (differsFrom !== undefined && (left ?? right)!.id >= differsFrom) || undefined
                }
              >
                <Half
                  message={left}
                  parts={parts}
                  href={hrefOf(careless, left?.id ?? 0)}
                  decided={left !== undefined && left.id === careless.ending.at}
                />
                <Half
                  message={right}
                  parts={parts}
                  href={hrefOf(careful, right?.id ?? 0)}
                  decided={right !== undefined && right.id === careful.ending.at}
                />
              </div>
            </Fragment>
          )
        })}
      </div>
    </>
  )
}

interface JumpProps {
  readonly to: RefObject<HTMLElement | null>
  readonly children: ReactNode
}

const Jump = ({ to, children }: JumpProps) => (
  <button
    type="button"
    className={styles['jump']}
    onClick={() => {
      to.current?.scrollIntoView({ block: 'center' })
      to.current?.focus({ preventScroll: true })
    }}
  >
    {children}
  </button>
)
