import { storyNamed } from '../../scenarios/stories.ts'
import { Later } from '../ui/later.tsx'
import { cryptographyHere, NoCryptography } from '../ui/no-cryptography.tsx'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { useTitle } from '../ui/use-title.ts'
import { Builder } from './builder.tsx'
import { useWish } from './use-wish.ts'
import { withScenario } from './wish.ts'
import styles from './embed-it.module.css'

/** Where the author of a page chooses a run, sees it as it will be there, and copies what to paste. */
export const EmbedIt = () => {
  useTitle('Embed it · Handshake Lab')
  const [{ wish, problems }, choose] = useWish()
  const asked = wish.options.scenario
  const story = storyNamed(asked) ?? storyNamed('confused-deputy')!
  const lost = story.id !== asked
  const shown = lost ? { ...wish, options: withScenario(wish.options, story.id) } : wish
  return (
    <div className={styles['page']}>
      <PageHead />
      <main className={styles['main']}>
        <h1 className={styles['title']} tabIndex={-1}>
          Embed it
        </h1>
        <p className={styles['lede']}>
          Any run of the lab in a page of your own. Choose it, look at it, copy it: it plays there
          as it plays here, and asks nothing of anybody.
        </p>
        {(lost || problems.length > 0) && (
          <div className={styles['lost']}>
            <Notice title="Not all of the address could be read.">
              {[
                ...(lost ? [`There is no scenario called “${asked.slice(0, 60)}”.`] : []),
                ...problems,
              ].join(' ')}{' '}
              The rest is as it says.
            </Notice>
          </div>
        )}
        {cryptographyHere() ? (
          <Later name="The scenario" awaited>
            <Builder story={story} wish={shown} onWish={choose} />
          </Later>
        ) : (
          <NoCryptography />
        )}
      </main>
    </div>
  )
}
