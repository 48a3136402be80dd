import { useEffect, useState } from 'react'
import type { Form } from './forms.ts'
import { dataUrl, pngOf } from './png.ts'
import type { Subject, Wishes } from './subject.ts'

/** A form of the run, made: its text, and where it is a picture what it looks like. */
export interface Made {
  readonly text: string
  readonly image?: string
  readonly png?: Blob
}

/** The chosen form of a run; `none` where there is nothing of the kind, undefined while it is being made. */
export const useMade = (
  form: Form,
  subject: Subject,
  { extent, theme }: Wishes,
): Made | 'none' | 'failed' | undefined => {
  const [made, setMade] = useState<{ readonly of: Form; readonly it: Made | 'none' | 'failed' }>()
  useEffect(() => {
    let gone = false
    const make = async (): Promise<Made | 'none'> => {
      const text = await form.make(subject, { extent, theme })
      if (text === undefined) return 'none'
      if (form.picture === 'svg') return { text, image: dataUrl(text) }
      if (form.picture !== 'png') return { text }
      const { blob, url } = await pngOf(text)
      return { text, image: url, png: blob }
    }
    make()
      .catch(() => 'failed' as const)
      .then((it) => gone || setMade({ of: form, it }))
    return () => {
      gone = true
    }
  }, [form, subject, extent, theme])
  return made?.of === form ? made.it : undefined
}
