import { Part, TrainerPage } from '../workshop/trainer-page.tsx'
import { isOnDisk } from '../workshop/lab-address.ts'
import { Course } from './course.tsx'
import { Courses } from './courses.tsx'
import { Doors } from './doors.tsx'
import { Offline } from './offline.tsx'
import { RoomCheck } from './room-check.tsx'

/** The lab before a class: courses, a workshop of one’s own, the room, what to hand out. */
export const Teach = () => (
  <TrainerPage
    title="Teach it"
    lede="For whoever shows it to others: no accounts, no server, and nothing that has to be installed."
  >
    <Part name="Courses">
      <Courses />
    </Part>
    <Part name="Your own workshop">
      <Doors />
    </Part>
    <Part name="Does the room work?">
      <p>
        Open this page on a machine of the room, in the browser that people will use, before they
        come.
      </p>
      <RoomCheck />
    </Part>
    <Part name="A room without a network">
      <Offline />
    </Part>
    <Part name="An order that builds up">
      <p>
        Each asks for a bet before it shows how it ends, has hints from vague to plain, and gives a
        reason for every wrong answer. The three of the proxy are one story: each begins where the
        last was mended.
      </p>
      <Course
        stations={{
          'first-contact': 'One whole handshake, for those who have never seen one.',
          'confused-deputy': 'Nobody asks the owner.',
          'consent-not-bound': 'The owner is asked in another browser.',
          'as-in-the-middle': 'The owner is asked, and the answer goes astray.',
          'wrong-audience': 'Three checks, useless one by one.',
          'refresh-reuse': 'A theft that shows at the second use.',
          'mix-up': 'Whose answer is this?',
        }}
      />
    </Part>
    <Part name="Everybody at the same place">
      <p>
        The address in the browser holds everything: the story, the message, what is forgotten, what
        was changed by hand, and the seed from which all random values come. Send it, and everybody
        sees the same bytes. <kbd>s</kbd> opens what makes a link shorter, and offers other forms:
        text, a Mermaid diagram, an archive for developer tools, a picture.
      </p>
      <p>
        <a href="#/lab/confused-deputy?v=2&seed=class&at=send-link">
          The confused deputy, where the link is sent, with the seed “class”
        </a>
      </p>
    </Part>
    <Part name="To hand out">
      <p>
        <a href="./scenarios/index.html">Every scenario as a page to print</a>: the diagram of both
        endings, each message with its checks and clauses, and no script.
        {isOnDisk() &&
          ' They are files of their own: here they open where the whole site was unpacked, not beside this one file.'}
      </p>
      <p>
        <a href="#/checklist">The checklist</a> of what a client and a server have to implement,
        each line with its clause and with the attack that happens without it, prints as well.
      </p>
      <p>
        <a href="#/glossary">The glossary</a> has every word, each with a message in which it is
        seen.
      </p>
    </Part>
    <Part name="In your own pages">
      <p>
        <a href="#/embed-it">Any run in a page of yours</a>: choose it, look at it, copy it.
      </p>
    </Part>
    <Part name="What it does not show">
      <p>
        <a href="#/proof">The proof</a> plays every attack against every check, in this page. It
        tells what a check does to an attack here, with the parties of this lab; it does not test a
        server of yours.
      </p>
    </Part>
  </TrainerPage>
)
