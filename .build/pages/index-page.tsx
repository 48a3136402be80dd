import type { Scenario } from '../../engine/index.ts'
import { attackGroups } from '../../scenarios/attack-cards.ts'
import { RichText } from '../../web/text/rich-text.tsx'
import type { Around } from './around.ts'
import { Document } from './document.tsx'
import { fromPage, placeOf } from './places.ts'
import type { Played } from './played.ts'

interface IndexPageProps extends Around {
  readonly all: readonly Played[]
}

/** Every lesson and attack, with a way to the page of each. */
export const IndexPage = ({ all, styles, icon, site }: IndexPageProps) => {
  const lessons = all.filter(({ scenario }) => scenario.kind === 'lesson')
  const attacks = all.filter(({ scenario }) => scenario.kind === 'attack')
  return (
    <Document
      title="Every lesson and attack"
      description={`OAuth 2.1 as the Model Context Protocol uses it, to read: ${lessons.length} lessons and ${attacks.length} attacks, each with its story and every message of its run.`}
      styles={styles}
      icon={icon}
      canonical={site === undefined ? 'index.html' : `${site}${placeOf.index}`}
    >
      <header>
        <h1>Every lesson and attack</h1>
        <p className="summary">
          OAuth 2.1 as the Model Context Protocol uses it, to read: the story of each run, every
          message, and every check with the clause it comes from.
        </p>
        <p>
          <a className="live" href="../index.html">
            Open the lab
          </a>{' '}
          <span className="aside">to play them yourself.</span>
        </p>
        <p>
          <a href={fromPage(placeOf.cheatSheet)}>The cheat sheet</a>{' '}
          <span className="aside">
            What to implement, and which check stops which attack: two pages to print.
          </span>
        </p>
      </header>
      <Group about="Lessons" all={lessons.map(({ scenario }) => scenario)} />
      {attackGroups.map(({ about, ids }) => (
        <Group
          key={about}
          about={`Attacks: ${about.toLowerCase()}`}
          all={attacks.flatMap(({ scenario }) =>
            ids.some((id) => id === scenario.id) ? [scenario] : [],
          )}
        />
      ))}
    </Document>
  )
}

const Group = ({ about, all }: { readonly about: string; readonly all: readonly Scenario[] }) => (
  <section className="group">
    <h2>{about}</h2>
    <ul>
      {all.map(({ id, title, summary, minutes }) => (
        <li key={id}>
          <h3>
            <a href={fromPage(placeOf.page(id))}>{title}</a>
          </h3>
          <p>
            <RichText text={summary} /> <span className="aside">{minutes} min</span>
          </p>
        </li>
      ))}
    </ul>
  </section>
)
