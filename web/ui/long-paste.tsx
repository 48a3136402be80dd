import { useState, type ClipboardEvent } from 'react'
import { Notice } from './notice.tsx'

/** No box takes more characters at once: browsers lay out a million for longer than anybody waits. */
const MOST = 200_000

/** Has a box refuse what is far too long before the browser lays it out, and says so; what was there stays there. */
export const useLongPaste = () => {
  const [refused, setRefused] = useState<number>()
  const onPaste = (event: ClipboardEvent) => {
    const { length } = event.clipboardData.getData('text/plain')
    setRefused(length > MOST ? length : undefined)
    if (length > MOST) event.preventDefault()
  }
  const notice = refused !== undefined && (
    <Notice title="That was not taken." onDismiss={() => setRefused(undefined)}>
      That is {refused.toLocaleString('en')} characters. This box takes at most{' '}
      {MOST.toLocaleString('en')} at once. What was here before is still here.
    </Notice>
  )
  return { onPaste, notice }
}
