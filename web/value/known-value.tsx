import { useEffect, useState } from 'react'
import { valuesOf } from '../../engine/values.ts'
import { useLog } from './lit.ts'
import { Value } from './value.tsx'

/** A text that lights up where it is a value of the run; anything else stays plain text. */
export const KnownValue = ({ text }: { readonly text: string }) => {
  const log = useLog()
  const [known, setKnown] = useState(false)
  useEffect(() => {
    let wanted = true
    void valuesOf(log).then(({ find }) => wanted && setKnown(find(text).length > 0))
    return () => {
      wanted = false
    }
  }, [text, log])
  return known ? <Value value={text} /> : text
}
