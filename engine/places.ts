import { arrived, type WireMessage } from './wire/message.ts'

// Places in a run worth going to.
export { placeIn } from './align.ts'

/** A page that the owner gets to see in a run, and the message that shows it. */
export interface PageInRun {
  readonly at: number
  readonly title: string
  /** Whether it asks for an answer. */
  readonly asks: boolean
}

/** Every page that the owner gets to see in a run. */
export const pagesIn = (log: readonly WireMessage[]): PageInRun[] =>
  log.flatMap((message) => {
    if (message.name !== 'show-page' || message.kind !== 'act' || !arrived(message)) return []
    const { title, buttons } = message.local.content
    const asks = Array.isArray(buttons) && buttons.length > 0
    return [{ at: message.id, title: typeof title === 'string' ? title : '', asks }]
  })

/** Whether a page is in the owner's window after `place` messages: it was shown there, and the window was not closed since. */
export const pageStands = (log: readonly WireMessage[], place: number): boolean => {
  const last = log
    .slice(0, place)
    .findLast((message) => message.name === 'close-window' || isShown(message))
  return last !== undefined && isShown(last)
}

const isShown = (message: WireMessage): boolean =>
  message.name === 'show-page' && message.kind === 'act' && arrived(message)
