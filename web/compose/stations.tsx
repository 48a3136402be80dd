import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { stepsInWords, type Station } from '../workshop/known.ts'
import {
  inHours,
  minutesOf,
  stationKinds,
  stationLink,
  stationTitle,
} from '../workshop/lab-known.ts'
import { MOST_MINUTES } from '../workshop/stations.ts'
import { moved } from './change.ts'
import styles from './stations.module.css'

interface StationsProps {
  readonly stations: readonly Station[]
  readonly onChange: (stations: readonly Station[]) => void
}

/** What a workshop does, one after the other, to be moved, timed and taken out. */
export const Stations = ({ stations, onChange }: StationsProps) => {
  const list = useRef<HTMLOListElement>(null)
  const [goes, setGoes] = useState<{ readonly at: number; readonly says: string }>()
  useEffect(() => {
    if (goes) list.current?.querySelectorAll<HTMLElement>('[data-handle]')[goes.at]?.focus()
  }, [goes])
  const move = (from: number, to: number) => {
    const next = moved(stations, from, to)
    if (next === stations) return
    onChange(next)
    const title = stationTitle(stations[from]!)
    setGoes({ at: to, says: `${title} is now ${to + 1} of ${stations.length}.` })
  }
  const remove = (at: number) => {
    onChange(stations.filter((_, each) => each !== at))
    const says = `${stationTitle(stations[at]!)} was taken out.`
    setGoes({ at: Math.min(at, stations.length - 2), says })
  }
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (by === undefined || !event.altKey) return
    event.preventDefault()
    move(at, at + by)
  }
  if (stations.length === 0)
    return <p className={styles['none']}>Nothing yet. Begin from a course, or add below.</p>
  return (
    <>
      <ol ref={list} className={styles['stations']}>
        {stations.map((station, at) => (
          <li key={`${station.kind}.${station.id}.${nth(stations, at)}`}>
            <Row
              station={station}
              at={at}
              of={stations.length}
              onMinutes={(minutes) => {
                onChange(stations.map((one, each) => (each === at ? { ...one, minutes } : one)))
              }}
              onMove={(to) => move(at, to)}
              onRemove={() => remove(at)}
              onKeyDown={(event) => onKeyDown(event, at)}
            />
          </li>
        ))}
      </ol>
      <p className={styles['sum']}>
        {stepsInWords(stations)}, <strong>{inHours(minutesOf(stations))}</strong>
        <span className={styles['hint']}>
          {' '}
          <kbd>Alt</kbd> <kbd>↑</kbd> <kbd>↓</kbd> moves the step you are in.
        </span>
      </p>
      <p className="visually-hidden" aria-live="polite">
        {goes?.says}
      </p>
    </>
  )
}

const nth = (stations: readonly Station[], at: number): number =>
  stations
    .slice(0, at)
    .filter(({ kind, id }) => kind === stations[at]!.kind && id === stations[at]!.id).length

interface RowProps {
  readonly station: Station
  readonly at: number
  readonly of: number
  readonly onMinutes: (minutes: number) => void
  readonly onMove: (to: number) => void
  readonly onRemove: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

const Row = ({ station, at, of, onMinutes, onMove, onRemove, onKeyDown }: RowProps) => {
  const [typed, setTyped] = useState<string>()
  const title = stationTitle(station)
  const type = (text: string) => {
    const minutes = Number(text)
    const fits = Number.isInteger(minutes) && minutes >= 1 && minutes <= MOST_MINUTES
    setTyped(fits ? undefined : text)
    if (fits) onMinutes(minutes)
  }
  return (
    // Its buttons and its field are what the keys are pressed in.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={styles['row']}
      data-pause={station.kind === 'pause' || undefined}
      onKeyDown={onKeyDown}
    >
      <span className={styles['name']}>
        {station.kind === 'pause' ? (
          title
        ) : (
          <>
            <a href={`#${stationLink(station, undefined)}`}>{title}</a>
            <small>{stationKinds[station.kind]}</small>
          </>
        )}
      </span>
      <label className={styles['minutes']}>
        <input
          type="number"
          inputMode="numeric"
          min={1}
          max={MOST_MINUTES}
          value={typed ?? station.minutes}
          aria-label={`Minutes for ${title}`}
          aria-invalid={typed !== undefined || undefined}
          onChange={({ currentTarget }) => type(currentTarget.value)}
          onBlur={() => setTyped(undefined)}
        />{' '}
        min
      </label>
      <span className={styles['acts']}>
        <button
          type="button"
          data-handle
          aria-label={`${title} earlier`}
          aria-disabled={at === 0}
          onClick={() => onMove(at - 1)}
        >
          ↑
        </button>
        <button
          type="button"
          aria-label={`${title} later`}
          aria-disabled={at === of - 1}
          onClick={() => onMove(at + 1)}
        >
          ↓
        </button>
        <button type="button" aria-label={`Take out ${title}`} onClick={onRemove}>
          ×
        </button>
      </span>
    </div>
  )
}
