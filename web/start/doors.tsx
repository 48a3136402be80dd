import { map } from '../../scenarios/map.ts'
import styles from './doors.module.css'

const doors = [
  {
    href: '#/lab/first-contact',
    name: 'Learn the flow',
    says: `First contact: one whole handshake, ${map.lessons['first-contact']!.messages} messages, and nobody does anything wrong.`,
  },
  {
    href: '#/lab/confused-deputy',
    name: 'Break it',
    says: 'The confused deputy: a proxy forgets to ask. Bet on how it ends, then switch the check on.',
  },
  {
    href: '#/teach',
    name: 'Teach it',
    says: 'One file for a room without a network, links that hold a workshop, guides to print.',
  },
] as const

/** Three ways in. */
export const Doors = () => (
  <ul className={styles['doors']}>
    {doors.map(({ href, name, says }) => (
      <li key={href}>
        <a href={href} className={styles['door']}>
          <span className={styles['name']}>{name}</span>
          <span className={styles['says']}>{says}</span>
        </a>
      </li>
    ))}
  </ul>
)
