import { use, useMemo, useState } from 'react'
import { expectedIn, forgings, tokenPieces, withPiece } from '../../engine/workings.ts'
import { valueToFollow } from '../../engine/values.ts'
import { Clause } from '../text/clause.tsx'
import { RevisionContext } from '../text/revision.ts'
import { RichText } from '../text/rich-text.tsx'
import { LongValue } from '../value/long-value.tsx'
import { useLog } from '../value/lit.ts'
import { Judgements } from './judgements.tsx'
import { KeyFound } from './key-found.tsx'
import { Step, Steps } from './step.tsx'
import { Typed } from './typed.tsx'
import type { WorkingProps } from './working.ts'
import styles from './workings.module.css'

/** A token taken apart, typed anew, forged, and judged by servers that make every check or forget one. */
export const Token = ({ field, message, onSelect }: WorkingProps) => {
  const log = useLog()
  const own = valueToFollow(field, message)
  const [token, setToken] = useState(own)
  const expected = useMemo(() => expectedIn(log, message, own), [log, message, own])
  const { header, claims, signature, signingInput, problem } = tokenPieces(token)
  const revision = use(RevisionContext)
  return (
    <Steps changed={token !== own} onRestore={() => setToken(own)}>
      <Step
        name={
          <>
            Three parts, with dots between <Clause id="rfc7515-5.2" />
          </>
        }
        problem={problem}
      >
        <Typed label="The whole token" value={token} onChange={setToken} />
        <p className={styles['forge']}>
          Or, as attackers do:{' '}
          {forgings.map(({ name, make }, index) => (
            <span key={name}>
              {index > 0 && '; '}
              <button
                type="button"
                onClick={() => void make(token).then((forged) => forged && setToken(forged))}
              >
                <RichText text={name} />
              </button>
            </span>
          ))}
          .
        </p>
      </Step>
      <Step name="The header, out of base64url" problem={header.problem}>
        <Typed
          label="The header"
          value={header.text ?? ''}
          onChange={(typed) => setToken(withPiece(token, 'header', typed))}
        />
      </Step>
      <Step name="The claims" problem={claims.problem}>
        <Typed
          label="The claims"
          value={claims.text ?? ''}
          onChange={(typed) => setToken(withPiece(token, 'claims', typed))}
        />
      </Step>
      <Step name="What is signed: both as they are written, and the dot">
        <LongValue text={signingInput} />
      </Step>
      <Step name="The signature" problem={signature.problem}>
        <Typed
          label="The signature"
          value={signature.encoded}
          onChange={(typed) => setToken(withPiece(token, 'signature', typed))}
        />
      </Step>
      <Step name="The key that the header names">
        <KeyFound token={token} expected={expected} onSelect={onSelect} />
      </Step>
      <Step name="What an MCP server makes of it">
        {revision && <Judgements token={token} expected={expected} revision={revision} />}
      </Step>
    </Steps>
  )
}
