import { useEffect, useMemo, useState } from 'react'
import { isPrivate } from '../element/lab-base.ts'
import { CopyButton } from '../ui/copy-button.tsx'
import { addressOf, FILE_NAME, isOnDisk } from '../workshop/lab-address.ts'
import { labKnown } from '../workshop/lab-known.ts'
import { QrCode } from '../workshop/qr-code.tsx'
import { settled } from '../workshop/use-workshop.ts'
import { formatWorkshop, type Workshop } from '../workshop/workshop.ts'
import { linkToWorkshop } from '../workshop/workshop-link.ts'
import { Exports } from './exports.tsx'
import styles from './result.module.css'

/** What comes of a composed workshop: one link, its QR code, and what other systems take. */
export const Result = ({ workshop: typed }: { readonly workshop: Workshop }) => {
  const workshop = useMemo(() => settled(typed), [typed])
  const [link, setLink] = useState<string>()
  useEffect(() => {
    let gone = false
    void linkToWorkshop(workshop, labKnown).then((made) => gone || setLink(made))
    return () => void (gone = true)
  }, [workshop])
  if (workshop.stations.length === 0)
    return (
      <section className={styles['result']} aria-label="The link">
        <h2>The link</h2>
        <p>It is made as soon as the workshop has a step.</p>
      </section>
    )
  if (link === undefined) return <section className={styles['result']} aria-label="The link" />
  const address = addressOf(link)
  const name = workshop.title || 'the workshop'
  const query = formatWorkshop(workshop, labKnown)
  return (
    <section className={styles['result']} aria-label="The link">
      <h2>The link</h2>
      {isOnDisk() ? <FromDisk link={link} /> : <FromSite address={address} name={name} />}
      <ul className={styles['ways']}>
        <li>
          <a href={`#${link}`}>Open it as a learner</a>
        </li>
        <li>
          <a href={`#/projector?${query}`}>Show it on the projector</a>
        </li>
        <li>
          <a href={`#/class?${query}`}>See how the class does</a>
        </li>
        {workshop.course !== undefined && (
          <li>
            <a href={`#/guide/${workshop.course}`}>The guide for whoever leads the course</a>
          </li>
        )}
      </ul>
      <Exports workshop={workshop} link={link} address={address} />
    </section>
  )
}

const FromSite = ({ address, name }: { readonly address: string; readonly name: string }) => (
  <>
    <Box text={address} />
    <p className={styles['note']}>
      {address.length} characters. All of the workshop stands in it, and nowhere else.
      {isPrivate(address) &&
        ' Nobody but you can open this address: compose it where your learners have the lab, or have them open the same file and add what follows the #.'}
    </p>
    <QrCode text={address} title={`the link to ${name}`} />
  </>
)

/** An address on a disk is nobody else’s, and no telephone opens it; what follows the `#` is good in every copy. */
const FromDisk = ({ link }: { readonly link: string }) => (
  <>
    <p>
      This lab was opened from a disk. Learners open their own copy of {FILE_NAME}, and put this
      behind its address:
    </p>
    <Box text={`#${link}`} />
    <p className={styles['note']}>
      {link.length + 1} characters. All of the workshop stands in it, and nowhere else. Send it as
      text, or lay it beside the copies. It has no QR code, for a telephone has no copy.
    </p>
  </>
)

const Box = ({ text }: { readonly text: string }) => (
  <div className={styles['box']}>
    <p className={styles['link']} data-link>
      {text}
    </p>
    <CopyButton text={text}>Copy the link</CopyButton>
  </div>
)
