import { useState } from 'react'
import { PageHead } from '../ui/page-head.tsx'
import { useTitle } from '../ui/use-title.ts'
import { goAhead } from './ahead.ts'
import { Beside } from './beside.tsx'
import { Doors } from './doors.tsx'
import { List } from './list.tsx'
import { Live } from './live/live.tsx'
import { Levels } from './map/levels.tsx'
import { Map } from './map/map.tsx'
import { Reset } from './map/reset.tsx'
import { Missed, type Missing } from './missing.tsx'
import './parties.css'
import styles from './start.module.css'

/** The first page: a handshake that runs, three doors, and everything there is. `missing` is what a link asked for and the lab does not have. */
export const Start = ({ missing }: { readonly missing?: Missing }) => {
  useTitle('Handshake Lab')
  const [listed, list] = useState(false)
  return (
    <div className={styles['page']} onPointerOver={goAhead} onFocus={goAhead}>
      <PageHead start />
      <main>
        {missing && <Missed {...missing} />}
        <div className={styles['hero']}>
          <div className={styles['words']}>
            <p className={styles['question']}>How does a program get in without your password?</p>
            <p className={styles['sentence']}>
              Watch it happen: an OAuth 2.1 handshake, as the Model Context Protocol uses it, really
              runs in this page. Stop it at any message, open every value, have somebody forget a
              check, and see who gets through.
            </p>
          </div>
          <Live />
          <Doors />
        </div>
        <section className={styles['library']} aria-labelledby="library">
          <div className={styles['head']}>
            <h2 id="library">Everything there is</h2>
            <fieldset className={styles['views']}>
              <legend className="visually-hidden">Shown as</legend>
              <button type="button" aria-pressed={!listed} onClick={() => list(false)}>
                Map
              </button>
              <button type="button" aria-pressed={listed} onClick={() => list(true)}>
                List
              </button>
            </fieldset>
          </div>
          {listed ? <List /> : <Map />}
          <div className={styles['legend']}>
            <Levels mapped={!listed} />
            <Reset />
          </div>
        </section>
        <Beside />
      </main>
      <footer className={styles['footer']}>
        Every message is really sent, every token really signed. Nothing leaves this page.
      </footer>
    </div>
  )
}
