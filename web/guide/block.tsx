import type { ReactNode } from 'react'
import { RichText } from '../text/rich-text.tsx'
import styles from './guide.module.css'

/** One thing that a facilitator wants to find: its name in the margin, and what there is to say. */
export const Block = ({
  name,
  children,
}: {
  readonly name: string
  readonly children: ReactNode
}) => (
  <div className={styles['block']}>
    <h3>{name}</h3>
    <div className={styles['text']}>{children}</div>
  </div>
)

/** A block of our own prose. */
export const Words = ({ name, text }: { readonly name: string; readonly text: string }) => (
  <Block name={name}>
    <p>
      <RichText text={text} />
    </p>
  </Block>
)

/** Something in a line of its own, and under it what there is to say of it. */
export const Pair = ({ head, text }: { readonly head: string; readonly text: string }) => (
  <>
    <p className={styles['choice']}>
      <RichText text={head} />
    </p>
    <p className={styles['soft']}>
      <RichText text={text} />
    </p>
  </>
)
