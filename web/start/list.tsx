import { map } from '../../scenarios/map.ts'
import { attackShelves, lessonShelf, type Shelved } from '../../scenarios/shelf.ts'
import { Coded } from '../text/coded.tsx'
import { Done } from './map/done.tsx'
import styles from './list.module.css'

/** Everything there is, one after the other, with a sentence on each. */
export const List = () => (
  <div>
    <section aria-labelledby="lessons">
      <h3 id="lessons" className={styles['part']}>
        Lessons
      </h3>
      <ol>
        {lessonShelf.map((card) => (
          <Entry key={card.id} card={card} facts={card.after ? 'medium' : 'easy'} />
        ))}
      </ol>
    </section>
    {attackShelves.map(({ about, cards }) => (
      <section key={about} aria-label={`Attacks: ${about}`}>
        <h3 className={styles['part']}>{about}</h3>
        <ol>
          {cards.map((card) => (
            <Entry key={card.id} card={card} facts={map.attacks[card.id]!.level} />
          ))}
        </ol>
      </section>
    ))}
  </div>
)

const Entry = ({ card, facts }: { readonly card: Shelved; readonly facts: string }) => (
  <li className={styles['entry']}>
    <Done id={card.id} />
    <a href={`#/lab/${card.id}`}>{card.title}</a>
    <p className={styles['summary']}>
      <Coded text={card.summary} />
    </p>
    <span className={styles['facts']}>
      {card.minutes} min, {facts}
    </span>
  </li>
)
