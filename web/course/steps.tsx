import type { ReactNode } from 'react'
import { RichText } from '../text/rich-text.tsx'
import type { Step, Ticks } from '../practice/steps.ts'
import { Tick } from './tick.tsx'
import styles from './steps.module.css'

interface StepsProps {
  readonly steps: readonly Step[]
  readonly ticks: Ticks
  readonly next: number | undefined
  /** What somebody does who opens a step. */
  readonly onOpen: () => void
  /** When each step is due, where the beginning is known. */
  readonly due?: readonly string[] | undefined
  /** What else there is to say under a step. */
  readonly more?: ((step: Step, done: boolean) => ReactNode) | undefined
}

const verbs = { read: 'Read', solve: 'Solve', open: 'Open', pause: '' } as const

/** What is done one after the other, with its minutes and ticks; what comes next is marked. */
export const Steps = ({ steps, ticks, next, onOpen, due, more }: StepsProps) => (
  <ol className={styles['steps']}>
    {steps.map((step, at) => (
      <li
        key={`${at} ${step.id}`}
        className={styles[step.does === 'pause' ? 'pause' : 'step']}
        aria-current={at === next ? 'step' : undefined}
      >
        {step.does === 'pause' ? <span /> : <Tick done={ticks[at] === true} />}
        <div className={styles['what']}>
          <p className={styles['title']}>
            {step.path === '' ? (
              step.title
            ) : (
              <>
                <span className={styles['verb']}>{verbs[step.does]}</span>{' '}
                <a href={`#${step.path}`} onClick={onOpen}>
                  {step.title}
                </a>
              </>
            )}
          </p>
          {step.say !== '' && (
            <p className={styles['say']}>
              <RichText text={step.say} />
            </p>
          )}
          {more?.(step, ticks[at] === true)}
        </div>
        <span className={styles['minutes']}>
          {due?.[at] !== undefined && <span className={styles['due']}>{due[at]}</span>}
          <span className={styles['long']}>{step.minutes} min</span>
        </span>
      </li>
    ))}
  </ol>
)
