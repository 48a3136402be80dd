import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import {
  howFar,
  inHowManyWords,
  nextAfter,
  numberOf,
  pauseBetween,
  stepAt,
} from '../practice/steps.ts'
import { goUnderWay, isWorkshop } from '../practice/under-way.ts'
import { pageOpened } from '../practice/opened-pages.ts'
import { pageKey } from '../practice/use-ticks.ts'
import { useWay, type Way } from '../practice/use-way.ts'
import { Icon } from '../ui/icon.tsx'
import { useLms } from './lms.ts'
import { Tick } from './tick.tsx'
import styles from './strip.module.css'

/** The pages on which a course leads on. */
const STOPS = /^\/(lab|both|exercise|checklist|changes|glossary|proof|workings)(\/|$)/

/** Keeps which pages were opened, and leads on at the bottom of the page while a course or a workshop is under way. */
export const Strip = () => {
  const [path] = useLocation()
  const way = useWay()
  useLms(way)
  const at = way && stepAt(way.steps, way.ticks, path)
  const here = at === undefined ? undefined : way!.steps[at]
  useEffect(() => {
    if (here?.does === 'open') pageOpened(pageKey(here.path))
  }, [here])
  if (!way || way.underWay.away || !STOPS.test(path)) return null
  return <Shown way={way} at={at} />
}

const Shown = ({ way, at }: { readonly way: Way; readonly at: number | undefined }) => {
  const { underWay, title, steps, ticks } = way
  const far = howFar(steps, ticks)
  const { done, of } = far
  const to = nextAfter(steps, ticks, at ?? -1)
  const next = to === undefined ? undefined : steps[to]
  const pause = to !== undefined && at !== undefined ? pauseBetween(steps, at, to) : 0
  return (
    <aside ref={useOwnRoom()} className={styles['strip']} aria-label="What is under way">
      <p className={styles['where']}>
        <a href={`#${underWay.path}`}>{title}</a>
        <span aria-live="polite">
          {done === of ? (
            inHowManyWords(far)
          ) : at === undefined ? (
            `${done} of ${of} done`
          ) : (
            <>
              Step {numberOf(steps, at)} of {of} <Tick done={ticks[at] === true} />
            </>
          )}
        </span>
      </p>
      <p className={styles['next']}>
        {next ? (
          <>
            {pause > 0 ? `After ${pause} minutes’ break: ` : 'Next: '}
            <a href={`#${next.path}`}>{next.title}</a>
          </>
        ) : done === of ? (
          <a href={`#${underWay.path}`}>
            {isWorkshop(underWay) ? 'To the workshop’s page' : 'To the questions at the end'}
          </a>
        ) : (
          'This is the last step'
        )}
      </p>
      <button
        type="button"
        aria-label="Put this away"
        onClick={() => goUnderWay({ ...underWay, away: true })}
      >
        <Icon name="remove" />
      </button>
    </aside>
  )
}

/** Tells the page how high the strip is, so that it covers nothing. */
const useOwnRoom = () => {
  const strip = useRef<HTMLElement>(null)
  useEffect(() => {
    const { style } = document.documentElement
    const look = () => style.setProperty('--strip', `${strip.current?.offsetHeight ?? 0}px`)
    const watching = new ResizeObserver(look)
    if (strip.current) watching.observe(strip.current)
    look()
    return () => {
      watching.disconnect()
      style.removeProperty('--strip')
    }
  }, [])
  return strip
}
