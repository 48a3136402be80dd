import { useEffect, useRef, useState } from 'react'
import { register } from '../element/element.ts'
import { labBase } from '../element/lab-base.ts'
import { attributes } from '../element/markup.ts'
import type { EmbedOptions } from '../element/options.ts'
import styles from './preview.module.css'

interface LiveProps {
  readonly options: EmbedOptions
  readonly label: string
  /** How high the frame stays; left out: as high as the embed wants to be. */
  readonly height: number | undefined
  readonly opensAt: number
  readonly onOpenAt: (place: number) => void
}

/** The embed as a page around it has it: the element itself, from this copy of the lab. */
export const Live = ({ options, label, height, opensAt, onOpenAt }: LiveProps) => {
  const ground = useRef<HTMLDivElement>(null)
  const made = useRef<HTMLElement>(undefined)
  const [place, setPlace] = useState<number>()
  useEffect(() => {
    register(undefined)
    const element = document.createElement('handshake-lab')
    const onStep = (event: Event) => setPlace((event as CustomEvent<{ step: number }>).detail.step)
    element.addEventListener('step', onStep)
    made.current = element
    return () => element.remove()
  }, [])
  useEffect(() => {
    const element = made.current
    if (!element || renamed()) return
    const wanted = new Map([
      ...attributes(options),
      ['src', labBase()],
      ['label', label],
      ...(height === undefined ? [] : [['height', String(height)] as const]),
    ] as const)
    for (const name of element.getAttributeNames())
      if (!wanted.has(name)) element.removeAttribute(name)
    for (const [name, value] of wanted)
      if (element.getAttribute(name) !== value) element.setAttribute(name, value)
    // It goes into the page with all that it needs, and not before.
    if (!element.isConnected) ground.current?.append(element)
  }, [options, label, height])
  return (
    <section aria-label="Preview">
      <div className={styles['head']}>
        <h2>Preview</h2>
        {place !== undefined && place !== opensAt && (
          <button type="button" onClick={() => onOpenAt(place)}>
            Open it here, at {place === 0 ? 'the beginning' : `message ${place}`}
          </button>
        )}
      </div>
      {renamed() ? (
        <p className={styles['none']}>
          There is no preview from this file: opened from a disk, the frame looks for a file called
          handshake-lab.html, and this one is called otherwise. What is copied is right all the
          same.
        </p>
      ) : (
        <div ref={ground} className={styles['ground']} data-ground={options.theme} />
      )}
    </section>
  )
}

/** Whether this is the lab in one file, under another name than the frame looks for. */
const renamed = (): boolean =>
  location.protocol === 'file:' && !location.pathname.endsWith('/handshake-lab.html')
