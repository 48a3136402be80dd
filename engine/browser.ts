// A public face of the engine: the owner's browser as its window shows it. The page loads it when the window is first opened.
export { browserAt, type BrowserCookie, type BrowserView } from './browser-view.ts'
export { decidedOn, type OwnerAnswer } from './owner-answer.ts'
export { NEIGHBOUR, OWNER } from './world.ts'
