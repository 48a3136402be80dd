import { goldenText } from '../golden/text.ts'
import { measureHandshakes } from '../bench/measure.ts'

/** What a test or a bench calls inside Chromium. */
export const inPage = { goldenText, measureHandshakes }

Object.assign(globalThis, { inPage })
