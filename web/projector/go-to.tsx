import { useState } from 'react'
import { attackShelf, lessonShelf } from '../../scenarios/shelf.ts'
import { List, OnOff } from '../ui/fields.tsx'
import { addressOf, FILE_NAME, isOnDisk } from '../workshop/lab-address.ts'
import { QrCode } from '../workshop/qr-code.tsx'
import { linkOfStep, stepCode } from '../workshop/step-code.ts'
import { Address } from './address.tsx'
import { useSteps } from './use-steps.ts'
import styles from './panel.module.css'

interface GoToProps {
  /** The story that is chosen first. */
  readonly scenario: string
  readonly seed: string | undefined
}

/** “Everyone go to”: a story and a message of it as a code, a QR code and a link. */
export const GoTo = ({ scenario: first, seed }: GoToProps) => {
  const [scenario, setScenario] = useState(first)
  const [place, setPlace] = useState(1)
  const [seeded, setSeeded] = useState(false)
  const steps = useSteps(scenario, seed ?? 'projector')
  const step = { scenario, place, ...(seeded && seed !== undefined && { seed }) }
  const code = stepCode(step) ?? ''
  const path = linkOfStep(step)
  return (
    <div className={styles['panel']}>
      <div className={styles['words']}>
        <p className={styles['lead']}>
          {isOnDisk() ? (
            <>
              Everyone open your copy of {FILE_NAME}, and put{' '}
              <span className={styles['address']}>#/go</span> behind its address
            </>
          ) : (
            <>
              Everyone go to{' '}
              <span className={styles['address']}>
                <Address text={addressOf('/go')} />
              </span>
            </>
          )}
        </p>
        <p className={styles['code']} data-code aria-label={`The code ${code}`}>
          {code.split('-').map((group, at) => (
            // Groups may break apart, letters of one may not.
            <span key={`${at} ${group}`} data-group>
              {group}
              {at < code.split('-').length - 1 && '-'}
              <wbr />
            </span>
          ))}
        </p>
        <p className={styles['link']}>
          <Address text={isOnDisk() ? `#${path}` : addressOf(path)} />
        </p>
        <div className={styles['choices']}>
          <List
            name="Story"
            value={scenario}
            onChoose={(id) => {
              setScenario(id)
              setPlace(1)
            }}
          >
            <optgroup label="Lessons">
              {lessonShelf.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </optgroup>
            <optgroup label="Attacks">
              {attackShelf.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </optgroup>
          </List>
          <List name="Message" value={String(place)} onChoose={(to) => setPlace(Number(to))}>
            {steps ? (
              steps.map((one) => (
                <option key={one.place} value={one.place}>
                  {one.place}. {one.label}: {one.purpose}
                </option>
              ))
            ) : (
              <option value={place}>{place} …</option>
            )}
          </List>
          {seed !== undefined && (
            <OnOff
              name="With the seed of the workshop"
              note="Everybody sees the same bytes, and the code is longer."
              on={seeded}
              onTurn={setSeeded}
            />
          )}
        </div>
      </div>
      {!isOnDisk() && (
        <div className={styles['qr']}>
          <QrCode text={addressOf(path)} title={`message ${place} of the story`} />
        </div>
      )}
    </div>
  )
}
