import { useId, useMemo, useState } from 'react'
import type { WireMessage } from '../../engine/index.ts'
import type { Field } from '../../engine/explain.ts'
import { pkceInputOf, pkceWork, type PkceInput } from '../../engine/workings.ts'
import { Clause } from '../text/clause.tsx'
import { LongValue } from '../value/long-value.tsx'
import { useLog } from '../value/lit.ts'
import { Bytes } from './bytes.tsx'
import { Compared } from './compared.tsx'
import { Step, Steps } from './step.tsx'
import { Typed } from './typed.tsx'
import { useWork } from './use-work.ts'
import type { WorkingProps } from './working.ts'
import styles from './workings.module.css'

interface Asked {
  readonly field: Field
  readonly message: WireMessage
  readonly log: readonly WireMessage[]
}

const inputOf = ({ field, message, log }: Asked) => pkceInputOf(field, message, log)

/** From a verifier to its challenge, and whether that is the one that was sent. */
export const Pkce = ({ field, message }: WorkingProps) => {
  const log = useLog()
  const own = useWork(
    useMemo(() => ({ field, message, log }), [field, message, log]),
    inputOf,
  )
  return own && <PkceSteps own={own} />
}

const PkceSteps = ({ own }: { readonly own: PkceInput }) => {
  const [input, setInput] = useState(own)
  const work = useWork(input, pkceWork)
  const method = useId()
  const change = (part: Partial<PkceInput>) => setInput({ ...input, ...part })
  if (!work) return null
  const changed =
    input.verifier !== own.verifier ||
    input.method !== own.method ||
    input.challenge !== own.challenge
  return (
    <Steps changed={changed} onRestore={() => setInput(own)}>
      <Step
        name={
          <>
            The client draws a verifier <Clause id="rfc7636-4.1" />
          </>
        }
        problem={
          input.verifier === '' && own.verifier === ''
            ? 'In this run it was never sent. Type one.'
            : work.problems.join(' ')
        }
      >
        <Typed
          label="The verifier"
          value={input.verifier}
          onChange={(verifier) => change({ verifier })}
        />
      </Step>
      <Step name="Its characters, as bytes">
        <Bytes bytes={work.bytes} text />
      </Step>
      <Step
        name={
          <>
            Their SHA-256 <Clause id="rfc7636-4.2" />
          </>
        }
      >
        <Bytes bytes={work.digest} />
      </Step>
      <Step name="That in base64url, without padding">
        <LongValue text={work.computed} />
      </Step>
      <Step name="The challenge that was sent, and its method">
        <Typed
          label="The challenge"
          value={input.challenge}
          onChange={(challenge) => change({ challenge })}
        />
        <label htmlFor={method} className="visually-hidden">
          The method
        </label>
        <select
          id={method}
          className={styles['choice']}
          value={input.method}
          onChange={({ currentTarget }) => change({ method: currentTarget.value })}
        >
          {[...new Set(['S256', 'plain', own.method])].map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </Step>
      <Step name="The authorization server looks at both">
        <Compared check="as/pkce-s256-only" {...work.request} />
        <Compared check="as/verifier-matches" {...work.redeemed} />
      </Step>
    </Steps>
  )
}
