import { useEffect, useState } from 'react'
import type { WireMessage } from '../../engine/index.ts'
import type { Field } from '../../engine/explain.ts'
import { answerFor, valuesOf, valueToFollow, type Answer } from '../../engine/values.ts'
import { useLog } from '../value/lit.ts'

/** Where a part comes from and who checks it, in the whole run; undefined until the run was gone through. */
export const useAnswer = (field: Field, message: WireMessage): Answer | undefined => {
  const log = useLog()
  const [answer, setAnswer] = useState<Answer>()
  useEffect(() => {
    let wanted = true
    const followed = { ...field, value: valueToFollow(field, message) }
    void valuesOf(log).then(
      (index) => wanted && setAnswer(answerFor(followed, message, log, index)),
    )
    return () => {
      wanted = false
    }
  }, [field, message, log])
  return answer
}
