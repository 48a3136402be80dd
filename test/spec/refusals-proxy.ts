import { openProxyWorld, API, ELSEWHERE, type ProxyWorld } from './proxy-lab.ts'
import type { Asked, Refusals } from './refusals.ts'

/** What is done in the world of a proxy whose parties forget what the lab forgets. Answers the check that broke first. */
const inProxyWorld =
  (act: (world: ProxyWorld) => Promise<void>): Asked =>
  async ({ forget }) => {
    const world = openProxyWorld({ forget })
    await world.connect([])
    const before = world.log.length
    await act(world)
    return world.log
      .slice(before)
      .flatMap(({ findings }) => findings)
      .find(({ verdict }) => verdict === 'broken')?.check
  }

const deniedAfterwards = (link: (world: ProxyWorld) => Promise<string>) =>
  inProxyWorld(async (world) => {
    world.mind.consent = () => 'deny'
    await world.browser.open(await link(world))
  })

/** A request to the third-party API with a token. */
const calling = (token: (world: ProxyWorld) => Promise<string>) =>
  inProxyWorld(async (world) => {
    const headers = [['Authorization', `Bearer ${await token(world)}`]] as const
    await world.send({ url: `${API}/notes/groceries`, headers })
  })

/** How each check of a proxy and of the API behind it comes to refuse. */
export const proxyRefusals: Refusals = {
  'proxy/consent-per-client': deniedAfterwards(async ({ linkOf }) => (await linkOf()).url),
  // The owner’s own client, which they approved before, asks again.
  'proxy/no-silent-consent': deniedAfterwards(({ firstLink }) => Promise.resolve(firstLink())),
  'proxy/consent-bound-to-browser': inProxyWorld(async ({ linkOf, newBrowser, browser }) => {
    const { url } = await linkOf()
    const stopsAt = (one: string) => one.startsWith('https://auth.example/')
    const caught = await newBrowser().open(url, { stopsAt })
    await browser.open(caught ?? ELSEWHERE)
  }),
  'ds/token-valid': calling(({ ownToken }) => Promise.resolve(ownToken())),
  'ds/audience-is-me': calling(({ tokenFromUpstream }) =>
    tokenFromUpstream('https://notes.example/mcp'),
  ),
}
