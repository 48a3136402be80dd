import styles from './doors.module.css'

const doors = [
  {
    href: '#/compose',
    name: 'Compose',
    says: 'Stories, exercises and breaks in your order and your time, as one link and its QR code. Also for CTFd and for an LMS.',
  },
  {
    href: '#/projector',
    name: 'Projector',
    says: 'For the wall: what is done now, how much time is left, what comes next, and where everybody should look.',
  },
  {
    href: '#/class',
    name: 'Class',
    says: 'Files and codes of learners become one table: who solved what, and where the room is stuck.',
  },
  {
    href: '#/go',
    name: 'Go to',
    says: 'Where learners type the code that you show them, and land at the same message.',
  },
] as const

/** The pages for a workshop of one’s own. */
export const Doors = () => (
  <dl className={styles['doors']}>
    {doors.map(({ href, name, says }) => (
      <div key={href}>
        <dt>
          <a href={href}>{name}</a>
        </dt>
        <dd>{says}</dd>
      </div>
    ))}
  </dl>
)
