import { goldenText } from '../golden/text.ts'
import { measureHandshakes, measureSeeking } from '../bench/measure.ts'

/** What a test or a bench calls inside Chromium. */
export const inPage = { goldenText, measureHandshakes, measureSeeking }

Object.assign(globalThis, { inPage })
