import { beforeAll, describe, expect, test } from 'vitest'
import { placeOf } from '../../.build/pages/places.ts'
import { PAGE_SEED, played, type Played } from '../../.build/pages/played.ts'
import { filesOf, playedAll, writtenPages } from '../../.build/pages/written.tsx'
import {
  channelWords,
  checkWithId,
  curlOf,
  labelOf,
  levelIn,
  mattersIn,
  messageText,
  partyName,
  purposeIn,
  refIn,
  refs,
  revisions,
  startRun,
  storyOf,
  whoMakes,
  type RefId,
  type Revision,
  type WireMessage,
} from '../../engine/index.ts'
import { dutiesIn } from '../../engine/reference.ts'
import { checklist } from '../../scenarios/checklist.ts'
import { scenarios } from '../../scenarios/index.ts'
import { attribute, inside, readHtml, textOf, wordsOf, type Element, type Reading } from './html.ts'
import { brokenLinks } from './links.ts'

const around = { styles: '../assets/pages.css', icon: 'data:,', site: undefined }
// What the rest of the build puts beside the pages.
const besides = ['index.html', 'assets/pages.css']

let all: readonly Played[]
let files: ReadonlyMap<string, string>
let pages: ReadonlyMap<string, Reading>
const messagesIn = (page: readonly Element[], anchor: string) =>
  page.filter((one) => attribute(one, 'id')?.startsWith(`${anchor}-`) && one.tagName === 'li')

beforeAll(async () => {
  all = await playedAll()
  files = writtenPages(all, around)
  pages = new Map(
    [...files].flatMap(([path, text]) => (path.endsWith('.html') ? [[path, readHtml(text)]] : [])),
  )
}, 60_000)

/** Our own prose as it is read: without its marks, clauses by their names. */
const prose = (text: string, revision: Revision): string =>
  text
    .replace(/\[([a-z0-9][\w.-]+)\]/g, (whole, id: string) =>
      isRef(id) ? refs[refIn(id, revision)].short : whole,
    )
    .replace(/[`*]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

const isRef = (id: string): id is RefId => Object.hasOwn(refs, id)

describe.each(scenarios.map(({ id }) => id))('the page of %s', (id) => {
  let page: readonly Element[]
  let run: Played
  beforeAll(() => {
    page = pages.get(placeOf.page(id))!.elements
    run = all.find(({ scenario }) => scenario.id === id)!
  })

  const expectMessages = (anchor: string, log: readonly WireMessage[]) => {
    const entries = messagesIn(page, anchor)
    expect(entries.map((one) => attribute(one, 'id'))).toEqual(
      log.map((message) => `${anchor}-${message.id}`),
    )
    for (const [at, message] of log.entries()) {
      const entry = entries[at]!
      const line = wordsOf(inside(entry, 'line')[0]!)
      expect(line).toContain(
        `${message.id}${partyName(message.from)} to ${partyName(message.to)}, ${channelWords[message.channel]}: ${labelOf(message).replace(/\s+/g, ' ')} (${purposeIn(message)})`,
      )
      if (message.fate) expect(line).toContain(message.fate)
      expect(textOf(inside(entry, 'pre')[0]!)).toBe(messageText(message))
    }
  }

  const expectChecks = (anchor: string, log: readonly WireMessage[]) => {
    for (const [at, entry] of messagesIn(page, anchor).entries()) {
      const { findings } = log[at]!
      const said = inside(entry, 'li').map((one) => ({
        check: attribute(one, 'data-check')!,
        verdict: wordsOf(inside(one, 'verdict')[0]!).slice(2),
        by: wordsOf(inside(one, 'aside')[0]!),
        clause: attribute(inside(inside(one, 'aside')[0]!, 'a')[0]!, 'href'),
      }))
      const made = findings.map(({ check, verdict }) => {
        const row = checkWithId(check)!
        const level = levelIn(row, run.revision)
        const ref = refs[refIn(row.refs[0]!, run.revision)]
        const keyword = level === undefined || level === 'none' ? '' : `, ${level}`
        return { check, verdict, by: `${whoMakes(check)}${keyword}, ${ref.short}`, clause: ref.url }
      })
      const inOrder = (one: { check: string }, other: { check: string }) =>
        one.check.localeCompare(other.check)
      expect(said.toSorted(inOrder)).toEqual(made.toSorted(inOrder))
    }
  }

  test('says every message of its run, in order: who to whom, on which way, what for, and what was sent', () => {
    expectMessages('message', run.told.log)
    if (run.careful) expectMessages('careful', run.careful.log.slice(run.careful.differsFrom - 1))
  })

  test('says every check that was made: by whom, by which clause, and what it came to', () => {
    expectChecks('message', run.told.log)
    if (run.careful) expectChecks('careful', run.careful.log.slice(run.careful.differsFrom - 1))
  })

  test('tells its story, asks its question without giving the answer away, and says how it ends', () => {
    const { scenario, revision, told, careful } = run
    const everything = wordsOf(page[0]!)
    const folded = page.filter(({ tagName }) => tagName === 'details').map(wordsOf)
    const both = [told.ending, ...(careful ? [careful.ending] : [])].map(({ sentence }) => sentence)
    const texts = [
      ...scenario.opening.split('\n\n'),
      ...storyOf(scenario, told.log, run).map(({ text }) => text),
      ...both,
      ...(scenario.kind === 'attack' ? Object.values(scenario.endings) : []),
    ]
    expect(texts.filter((text) => !everything.includes(prose(text, revision)))).toEqual([])
    const answers = scenario.question.choices.map(({ because }) => prose(because, revision))
    expect(answers.filter((text) => !folded.some((one) => one.includes(text)))).toEqual([])
    expect([told.ending.ending, careful?.ending.ending]).toEqual(
      scenario.kind === 'attack' ? ['won', 'refused'] : [scenario.expects, undefined],
    )
  })
})

describe('what the build writes of every scenario', () => {
  test('comes out the same twice', async () => {
    const one = await played(scenarios[0]!)
    const again = filesOf(await played(scenarios[0]!), undefined, undefined, around)
    expect([...filesOf(one, undefined, undefined, around)]).toEqual([...again])
    const run = startRun({ scenario: scenarios[0]!, seed: PAGE_SEED })
    await run.finish()
    expect(run.log).toEqual(one.told.log)
  })

  test('is a page, two stills, Mermaid text and oEmbed each, and the stills and the text of an attack’s other ending', () => {
    const expected = scenarios.flatMap(({ id, kind }) => [
      placeOf.page(id),
      placeOf.oembed(id),
      ...(['told', ...(kind === 'attack' ? ['careful'] : [])] as const).flatMap((which) => [
        placeOf.still(id, 'light', which as 'told'),
        placeOf.still(id, 'dark', which as 'told'),
        placeOf.mermaid(id, which as 'told'),
      ]),
    ])
    expect([...files.keys()].toSorted()).toEqual(
      [...expected, placeOf.index, placeOf.cheatSheet].toSorted(),
    )
  })

  test('is HTML that no browser has to guess at, without a script, a style or a handler in it', () => {
    for (const [path, { elements, problems }] of pages) {
      expect({ path, problems }).toEqual({ path, problems: [] })
      const ids = elements.flatMap((one) => attribute(one, 'id') ?? [])
      expect({ path, twice: ids.filter((one, at) => ids.indexOf(one) < at) }).toEqual({
        path,
        twice: [],
      })
      for (const { tagName, attrs } of elements) {
        expect(['script', 'style', 'iframe', 'object', 'form']).not.toContain(tagName)
        for (const { name } of attrs) expect(name).not.toMatch(/^(on|style$)/)
      }
    }
  })

  test('leads nowhere that is not there, and into the lab only with words that it understands', () => {
    const site = new Map([
      ...[...files.keys(), ...besides].map((path) => [path, undefined] as const),
      ...pages,
    ])
    expect([...pages.keys()].flatMap((path) => brokenLinks(site, path))).toEqual([])
  })

  test('is a cheat sheet with every duty of the newest revision, and every attack with all that stops it', () => {
    const [sheet] = pages
      .get(placeOf.cheatSheet)!
      .elements.filter(({ tagName }) => tagName === 'main')
    const words = wordsOf(sheet!)
    const newest = revisions.at(-1)!
    const duties = checklist.flatMap(({ groups }) =>
      groups.flatMap((group) => dutiesIn(group, newest)),
    )
    expect(duties.length).toBeGreaterThan(40)
    for (const { duty } of duties) expect(words).toContain(prose(duty.says, newest))
    for (const { scenario } of all.filter((one) => one.scenario.kind === 'attack'))
      expect(words).toContain(scenario.title)
  })

  test.each(scenarios.filter(({ kind }) => kind === 'attack').map(({ id }) => id))(
    'says of %s what to send to one’s own, as it was refused here by each check that stops it',
    (id) => {
      const { scenario, revision, stopped } = all.find((one) => one.scenario.id === id)!
      const stops = mattersIn(scenario, { variant: undefined, revision }).filter(
        ({ kind }) => kind === 'stop',
      )
      expect(stopped.map(({ checks }) => checks)).toEqual(stops.map(({ checks }) => checks))
      const text = wordsOf(
        pages.get(placeOf.page(id))!.elements.find((one) => attribute(one, 'id') === 'own-server')!,
      )
      for (const { by, refused, done } of stopped) {
        expect(text).toContain(whoMakes(by))
        const said = (!done && curlOf(refused)) || messageText(refused)
        expect(text).toContain(said.replace(/\s+/g, ' ').trim())
      }
      // What is said to have been refused was: a page that asks, an error, or a redirection that carries one.
      const wrong = stopped.filter(
        ({ answer, asked, done }) =>
          answer?.kind === 'response' &&
          !asked &&
          !done &&
          answer.response.status < 400 &&
          !/[?&]error=/.test(messageText(answer)),
      )
      expect(wrong).toEqual([])
    },
  )

  test('oEmbed 1.0 §2.3.4 answers with a rich resource, its size and its frame', () => {
    const [one] = scenarios
    const answer = JSON.parse(files.get(placeOf.oembed(one!.id))!)
    expect(answer).toMatchObject({ type: 'rich', version: '1.0', title: one!.title })
    expect(answer.html).toMatch(/^<iframe\s[^>]*src="\.\.\/embed\.html#scenario=first-contact"/)
    for (const side of [answer.width, answer.height]) expect(side).toBeGreaterThan(0)
  })

  test('carries whole addresses where it is known under which the lab will be found', async () => {
    const site = 'https://docs.example/lab/'
    const one = await played(scenarios[0]!)
    const written = filesOf(one, undefined, undefined, { ...around, site })
    const { id } = scenarios[0]!
    const answer = JSON.parse(written.get(placeOf.oembed(id))!)
    expect(answer.html).toContain(`src="${site}embed.html#`)
    const links = readHtml(written.get(placeOf.page(id))!).elements.filter(
      ({ tagName }) => tagName === 'link',
    )
    const leadsTo = (rel: string) =>
      links.filter((each) => attribute(each, 'rel') === rel).map((each) => attribute(each, 'href'))
    expect(leadsTo('canonical')).toEqual([`${site}${placeOf.page(id)}`])
    expect(leadsTo('alternate')).toEqual([`${site}${placeOf.oembed(id)}`])
  })
})
