import { useEffect, useState } from 'react'
import { verifyToken, type SignatureVerdict, type WireMessage } from '../../engine/index.ts'

/** Verifies a token's signature with what is known up to this place in the log; undefined until that is done. */
export const useVerdict = (
  token: string,
  log: readonly WireMessage[],
): SignatureVerdict | undefined => {
  const [verdict, setVerdict] = useState<SignatureVerdict>()
  useEffect(() => {
    let wanted = true
    void verifyToken(token, log).then((found) => wanted && setVerdict(found))
    return () => {
      wanted = false
    }
  }, [token, log])
  return verdict
}
