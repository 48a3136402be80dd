import type { ReactNode } from 'react'
import { isPrivate } from '../element/lab-base.ts'
import { addressOf, FILE_NAME, isOnDisk } from '../workshop/lab-address.ts'
import { exercisesOf } from '../workshop/known.ts'
import { labKnown } from '../workshop/lab-known.ts'
import { Block } from './block.tsx'
import styles from './guide.module.css'

/** What leads a trainer through the hour before people come: where each page is, and what to try. */
export const Before = ({ course }: { readonly course: string }) => {
  const stations = labKnown.courses.find(({ id }) => id === course)?.stations ?? []
  const preset = `v=1&course=${course}`
  return (
    <section className={styles['step']} aria-label="Before they come">
      <h2>Before they come</h2>
      <Block name="One link for all">
        {!isOnDisk() && isPrivate(addressOf('')) && (
          <p>
            <strong>Nobody but you can open the addresses on this page,</strong> for this lab runs
            on your own machine: put it where your learners reach it by https, or hand out the file.
          </p>
        )}
        <p>
          Learners open one of two links. In both, each step is ticked by itself, and everybody can
          go on at their own pace.
          {stations.length > 2 &&
            ' A room takes longer than a reader alone: “The plan” has a shorter one for it.'}
        </p>
        <Page path={`/course/${course}`} name="The course">
          It is there already, asks nobody for a name, and has nothing to hand in.
        </Page>
        <Page path={`/compose?${preset}`} name="A workshop of yours, made in Compose">
          Begin with this course, change steps and minutes, add teams or a beginning, and hand out
          the link that comes of it. Its page has “Hand it in” at its end: a code, a picture of it,
          and a file.
        </Page>
      </Block>
      <Block name="Your own pages">
        <Page path={`/projector?${preset}`} name="Projector">
          For the wall: the step that the room is at, how much time is left, what comes next. It
          says when you are before or behind the timetable, and “To the timetable” goes to the step
          that is due.
        </Page>
        <Page path="/go" name="Go to">
          Where learners type the code that the projector shows under “Everyone go to”: all land at
          the same message.
        </Page>
        <Page path={`/class?${preset}`} name="Class">
          {exercisesOf(stations).length > 0
            ? 'Afterwards: the codes and files that learners of a workshop hand in become one table, which says where the room is stuck. Give it the link of your workshop, then the codes, however they reach you: by chat, by mail, as a picture.'
            : 'For exercises that learners hand in. These steps have none, so there is nothing to collect.'}
        </Page>
      </Block>
      <Block name="Rehearse">
        <p>
          Take every step once yourself, in a private window: what you do stays in your browser. Or
          press “Forget all I did” on <a href="#/practice">the practice page</a> afterwards. A story
          begins with “Send the first message”. You move fastest with “Next step” under it, or its
          key <kbd>n</kbd>: it stops where something is told, waits at the bet, and last shows how
          it ends. The arrow <kbd>→</kbd> goes through every message.
        </p>
      </Block>
      <Block name="In the room">
        <p>
          You keep the time, at the projector, one step after another. Within a step everybody goes
          at their own pace; a story is ticked at its end, before anybody has switched a check on,
          so ask for the switch as well. When the minutes of a step are over, stop the room, and say
          what stands here under “To close, say” or “Solution”, or the right answer of a lesson’s
          question. Whoever was slower finishes afterwards.
        </p>
      </Block>
      <Block name="Without a network">
        <p>
          Copy{' '}
          <a href={`./${FILE_NAME}`} download>
            {FILE_NAME}
          </a>{' '}
          to every machine. It lies beside the first page of the lab, is the whole lab, and opens by
          a double click. Learners open their own copy and put <code>#/course/{course}</code> behind
          its address, or <code>#/go</code> to type a code. Whatever follows the <code>#</code> is
          the same in every copy.
        </p>
      </Block>
    </section>
  )
}

interface PageProps {
  readonly path: string
  readonly name: string
  readonly children: ReactNode
}

const Page = ({ path, name, children }: PageProps) => (
  <p className={styles['kept']}>
    <a href={`#${path}`}>{name}</a>
    <span className={styles['onPaper']}> ({addressOf(path)})</span>. {children}
  </p>
)

/** Where learners begin, as everybody can open it. */
export const ForLearners = ({ path }: { readonly path: string }) =>
  isOnDisk() ? (
    <>
      Learners open their own copy of {FILE_NAME} and put{' '}
      <a href={`#${path}`} className={styles['address']}>
        #{path}
      </a>{' '}
      behind its address.
    </>
  ) : (
    <>
      For learners:{' '}
      <a href={`#${path}`} className={styles['address']}>
        {addressOf(path)}
      </a>
    </>
  )
