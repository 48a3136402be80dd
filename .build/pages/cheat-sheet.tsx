import { mattersIn, revisions, whoMakes } from '../../engine/index.ts'
import { dutiesIn } from '../../engine/reference.ts'
import { attackGroups } from '../../scenarios/attack-cards.ts'
import { checklist } from '../../scenarios/checklist.ts'
import { Clauses } from '../../web/text/clause.tsx'
import { RevisionContext } from '../../web/text/revision.ts'
import { RichText } from '../../web/text/rich-text.tsx'
import type { Around } from './around.ts'
import { Document } from './document.tsx'
import { fromPage, placeOf } from './places.ts'
import type { Played } from './played.ts'

interface CheatSheetProps extends Around {
  readonly all: readonly Played[]
}

const NEWEST = revisions.at(-1)!

/** All there is to implement, and all that happens without it, on the two sides of one sheet. */
export const CheatSheet = ({ all, styles, icon, site }: CheatSheetProps) => (
  <RevisionContext value={NEWEST}>
    <Document
      title="Cheat sheet"
      description="OAuth 2.1 as the Model Context Protocol uses it, on two pages: what to implement, and which check stops which attack."
      styles={styles}
      icon={icon}
      canonical={site === undefined ? 'cheat-sheet.html' : `${site}${placeOf.cheatSheet}`}
    >
      <article className="sheet">
        <section>
          <header>
            <h1>What to implement</h1>
            <p className="aside">
              MCP {NEWEST}. In bold what it, or what it builds on, says MUST to.
            </p>
          </header>
          <div className="columns">
            {checklist.map((part) => (
              <Part key={part.id} part={part} />
            ))}
          </div>
        </section>
        <section className="other-side">
          <header>
            <h1>Which check stops which attack</h1>
            <p className="aside">
              “Or” between checks any one of which is enough, “and” between those that only work
              together. <a href="../index.html#/proof">The proof</a> plays all of it.
            </p>
          </header>
          <div className="columns">
            {attackGroups.map(({ about, ids }) => (
              <section key={about}>
                <h2>{about}</h2>
                <dl>
                  {all
                    .filter(({ scenario }) => ids.some((id) => id === scenario.id))
                    .map((one) => (
                      <Attack key={one.scenario.id} played={one} />
                    ))}
                </dl>
              </section>
            ))}
          </div>
        </section>
      </article>
    </Document>
  </RevisionContext>
)

const Part = ({ part: { who, groups } }: { readonly part: (typeof checklist)[number] }) => (
  <section>
    <h2>{who}</h2>
    {groups.map((group) => (
      <div key={group.about}>
        <h3>{group.about}</h3>
        <ul>
          {dutiesIn(group, NEWEST).map(({ duty, bound, level }) => (
            <li key={duty.id} data-level={level}>
              <RichText text={duty.says} />{' '}
              <span className="aside">
                <Clauses ids={bound.slice(0, 1).map(({ ref }) => ref)} />
              </span>
            </li>
          ))}
        </ul>
      </div>
    ))}
  </section>
)

const Attack = ({ played: { scenario, revision } }: { readonly played: Played }) => (
  <div>
    <dt>
      <a href={fromPage(placeOf.page(scenario.id))}>{scenario.title}</a>
    </dt>
    <dd>
      <RichText text={scenario.summary} />
    </dd>
    <dd>
      {mattersIn(scenario, { variant: undefined, revision })
        .filter(({ kind }) => kind === 'stop')
        .map(({ checks }, at) => (
          <span key={checks.join()}>
            {at > 0 && <em> or </em>}
            {checks.map((id, index) => (
              <span key={id}>
                {index > 0 && <em> and </em>}
                <code>{id.split('/')[1]!.replaceAll('-', ' ')}</code>
                <span className="aside"> ({whoMakes(id)})</span>
              </span>
            ))}
          </span>
        ))}
    </dd>
  </div>
)
