import { useEffect, useState } from 'react'

/** What comes of some input; while it is worked out, what came of the one before. */
export const useWork = <Input, Output>(
  input: Input,
  work: (input: Input) => Promise<Output>,
): Output | undefined => {
  const [done, setDone] = useState<Output>()
  useEffect(() => {
    let wanted = true
    void work(input).then((output) => wanted && setDone(output))
    return () => {
      wanted = false
    }
  }, [input, work])
  return done
}
