import { useEffect, useState } from 'react'
import { addressOf, FILE_NAME, isOnDisk } from '../workshop/lab-address.ts'
import { labKnown } from '../workshop/lab-known.ts'
import { QrCode } from '../workshop/qr-code.tsx'
import { linkToWorkshop } from '../workshop/workshop-link.ts'
import type { Workshop } from '../workshop/workshop.ts'
import { Address } from './address.tsx'
import styles from './panel.module.css'

/** The way into the workshop for whoever comes. */
export const Join = ({ workshop }: { readonly workshop: Workshop }) => {
  const [link, setLink] = useState<string>()
  useEffect(() => {
    let left = false
    void linkToWorkshop(workshop, labKnown).then((made) => left || setLink(made))
    return () => void (left = true)
  }, [workshop])
  if (link === undefined) return <div className={styles['panel']} />
  const address = isOnDisk() ? `#${link}` : addressOf(link)
  const isLong = address.length > 120
  return (
    <div className={styles['panel']}>
      <div className={styles['words']}>
        <p className={styles['lead']}>
          {isOnDisk()
            ? `To take part, open your copy of ${FILE_NAME}, and put this behind its address`
            : 'To take part, open'}
        </p>
        <p className={isLong ? styles['link'] : styles['code']}>
          <Address text={address} />
        </p>
      </div>
      {!isOnDisk() && (
        <div className={styles['qr']}>
          <QrCode text={address} title="the link to the workshop" />
        </div>
      )}
    </div>
  )
}
