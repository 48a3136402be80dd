import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { castOf, type Scenario } from '../../engine/index.ts'
import { PlainDiagram } from '../diagram/plain.tsx'
import { useRun } from '../lab/use-run.ts'
import { RevisionContext } from '../text/revision-context.ts'
import { applyTheme } from '../ui/theme.ts'
import { useTitle } from '../ui/use-title.ts'
import { Bar } from './bar.tsx'
import type { Choices } from '../element/choices.ts'
import type { Host } from './host.ts'
import { Now } from './now.tsx'
import { Sidelight } from './sidelight.tsx'
import { Top } from './top.tsx'
import { Troubles } from './troubles.tsx'
import { useReveal } from './use-reveal.ts'
import { useEmbedKeys } from './use-embed-keys.ts'
import { useEngaged } from './use-engaged.ts'
import { labHref, useHash } from './use-hash.ts'
import { useHeight } from './use-height.ts'
import { askedOf, useRunWanted } from './use-run-wanted.ts'
import { useTelling } from './use-telling.ts'
import styles from './embed.module.css'

interface EmbedProps {
  readonly scenario: Scenario
  readonly wanted: Choices
  readonly host: Host
  readonly prefix: string
}

/** Seconds per message while it plays. */
const PACE = 1.6

/** One scenario in the page of somebody else: its diagram, its timeline, and a message when somebody asks for it. */
export const Embed = ({ scenario, wanted, host, prefix }: EmbedProps) => {
  useTitle(`${scenario.title} · Handshake Lab`)
  const asked = useMemo(() => askedOf(wanted.run), [wanted.run])
  const [view, controls] = useRun(scenario, () => asked, PACE)
  const [opened, setOpened] = useState(false)
  const root = useRef<HTMLElement>(null)
  const [begun] = useState(view.edition.forget)
  useRunWanted(asked, controls)
  useTelling(host, scenario, view, controls)
  useHash(prefix, wanted, view, scenario)
  const sized = useHeight(root, host)
  useEmbedKeys(view, controls)
  useEngaged()
  useReaderCame(root, wanted.poster)
  useEffect(() => applyTheme(wanted.theme), [wanted.theme])
  useAutoplay(wanted.autoplay && view.ending !== undefined, controls.play)
  const { log, place, playing, edition, ending } = view
  const parts = useMemo(
    () => castOf({ scenario, revision: edition.revision, log }),
    [scenario, edition.revision, log],
  )
  const onSelect = useCallback(
    (to: number) => {
      // Chosen once more, a message is opened.
      if (to === place) setOpened(true)
      controls.seek(to)
    },
    [controls, place],
  )
  useReveal(opened)
  // How it ends is told at its end, and to whoever has turned a check.
  const turned = wanted.checks && edition.forget.join() !== begun.join()
  const figure = wanted.view !== 'messages'
  const message = opened || wanted.view !== 'diagram'
  return (
    <RevisionContext value={edition.revision}>
      <main
        ref={root}
        tabIndex={-1}
        aria-label={scenario.title}
        className={styles['embed']}
        data-figure={figure || undefined}
        data-sized={sized || undefined}
        data-beside={message || wanted.checks || undefined}
      >
        <div className={styles['screen']} data-screen>
          <Top title={scenario.title} summary={scenario.summary} lab={labHref(scenario, view)} />
          <div className={styles['notice']}>
            <Troubles view={view} wanted={wanted} asked={asked} />
          </div>
          {figure && (
            <div className={styles['figure']}>
              <PlainDiagram
                log={log}
                parts={parts}
                about={
                  scenario.transport === 'stdio' || scenario.kind === 'attack'
                    ? scenario.phases
                    : undefined
                }
                place={place}
                onSelect={onSelect}
              />
            </div>
          )}
          <footer className={styles['foot']}>
            <Now
              log={log}
              place={place}
              ending={place === log.length || turned ? ending : undefined}
              opened={message}
              onOpen={figure && wanted.view === 'diagram' ? () => setOpened(!opened) : undefined}
            />
            {wanted.controls && (
              <Bar
                log={log}
                place={place}
                playing={playing}
                onSeek={controls.seek}
                onPlay={controls.play}
                onPause={controls.pause}
              />
            )}
          </footer>
        </div>
        <Sidelight
          scenario={scenario}
          view={view}
          controls={controls}
          message={message}
          checks={wanted.checks}
          browser={labHref(scenario, view, 'browser')}
          onClose={wanted.view === 'diagram' ? () => setOpened(false) : undefined}
        />
      </main>
    </RevisionContext>
  )
}

/** Begins to play once; not where motion is unwelcome. */
const useAutoplay = (wanted: boolean, play: () => void) => {
  useEffect(() => {
    if (wanted && !matchMedia('(prefers-reduced-motion: reduce)').matches) play()
  }, [wanted, play])
}

/** Whoever asked for the run on its poster stands on a button that is gone: the keyboard goes on from here. */
const useReaderCame = (root: RefObject<HTMLElement | null>, wasPoster: boolean) => {
  const came = useRef(wasPoster)
  useEffect(() => {
    if (came.current && document.hasFocus()) root.current?.focus({ preventScroll: true })
    came.current = false
  }, [root])
}
