import type { Scenario } from '../../engine/index.ts'
import { iframeMarkup } from '../../web/element/markup.ts'
import { EMBED_HEIGHT } from '../../web/element/options.ts'

/** How wide an embed is where a host asks: it takes whatever it gets. */
const WIDTH = 960

/**
 * What a host is told that asks how to embed a scenario. Without the lab's own address the frame's is relative, and good only
 * on the same site.
 * @see https://oembed.com/#section2.3
 */
export const oembedOf = ({ id, title }: Scenario, site: string | undefined): string => {
  const answer = {
    type: 'rich',
    version: '1.0',
    title,
    provider_name: 'Handshake Lab',
    ...(site !== undefined && { provider_url: site }),
    html: iframeMarkup({ scenario: id }, { base: site ?? '../', title }),
    width: WIDTH,
    height: EMBED_HEIGHT,
  }
  return `${JSON.stringify(answer, null, 2)}\n`
}
