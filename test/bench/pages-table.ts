import type { Measured } from './pages.ts'
import type { ScrubFigures } from './scrub.ts'

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
const ms = (time: number) => `${Math.round(time).toLocaleString('en')} ms`
const against = (text: string, met: boolean, aim: string) => `${text} ${met ? '≤' : 'OVER'} ${aim}`

/** Prints what the visits came to, and which aims are met. */
export const printPages = (pages: readonly Measured[]): void => {
  console.log(
    'Pages from an empty cache, gzip level 9, processor 4 times slower, 150 ms and 1.6 Mbit/s on every request; the middle visit of several',
  )
  console.table(
    Object.fromEntries(
      pages.map(({ name, aims, ...times }) => [
        name,
        {
          'first paint': ms(times.firstPaint),
          'largest paint': ms(times.largestPaint),
          'first diagram': ms(times.firstDiagram),
          usable: ms(times.usable),
          blocked:
            aims.blocked === undefined
              ? ms(times.blocked)
              : against(ms(times.blocked), times.blocked <= aims.blocked, ms(aims.blocked)),
          'longest task': ms(times.longestTask),
          'layout shift': against(times.shift.toFixed(4), times.shift === 0, '0'),
          'script until then': against(
            kB(times.scriptUntilThen),
            times.scriptUntilThen <= aims.script * 1000,
            `${aims.script} kB`,
          ),
        },
      ]),
    ),
  )
  console.log('What travelled until nothing more came')
  console.table(
    Object.fromEntries(
      pages.map(({ name, bytes }) => [
        name,
        Object.fromEntries(Object.entries(bytes).map(([kind, size]) => [kind, kB(size)])),
      ]),
    ),
  )
}

/** Prints the frames of a hand on the scrubber. */
export const printScrubbing = (figures: readonly ScrubFigures[]): void => {
  console.log('Frames while the scrubber is dragged through a long log')
  console.table(
    figures.map(({ messages, slower, frames, median, slowest5Percent, longest, over }) => ({
      messages,
      processor: slower === 1 ? 'as it is' : `${slower} times slower`,
      frames,
      median: ms(median),
      '95 in 100 below': ms(slowest5Percent),
      longest: ms(longest),
      'over 50 ms': over,
    })),
  )
}
