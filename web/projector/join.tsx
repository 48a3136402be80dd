import { useEffect, useState } from 'react'
import { labKnown } from '../workshop/lab-known.ts'
import { QrCode } from '../workshop/qr-code.tsx'
import { linkToWorkshop } from '../workshop/workshop-link.ts'
import type { Workshop } from '../workshop/workshop.ts'
import { shortened } from './go-to.tsx'
import styles from './panel.module.css'

interface JoinProps {
  readonly workshop: Workshop
  readonly lab: string
}

/** The way into the workshop for whoever comes. */
export const Join = ({ workshop, lab }: JoinProps) => {
  const [link, setLink] = useState<string>()
  useEffect(() => {
    let left = false
    void linkToWorkshop(workshop, labKnown).then((made) => left || setLink(made))
    return () => void (left = true)
  }, [workshop])
  if (link === undefined) return <div className={styles['panel']} />
  const address = `${lab}#${link}`
  const isLong = address.length > 120
  return (
    <div className={styles['panel']}>
      <div className={styles['words']}>
        <p className={styles['lead']}>To take part, open</p>
        <p className={isLong ? styles['link'] : styles['code']}>{shortened(address)}</p>
      </div>
      <div className={styles['qr']}>
        <QrCode text={address} title="the link to the workshop" />
      </div>
    </div>
  )
}
