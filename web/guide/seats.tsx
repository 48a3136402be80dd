import { useId, useState } from 'react'
import type { CheckId } from '../../engine/index.ts'
import { worldOf, type Find } from '../../engine/exercise/index.ts'
import { RichText } from '../text/rich-text.tsx'
import { Block } from './block.tsx'
import { checkLine } from './answer-lines.ts'
import tables from './tables.module.css'

interface SeatsProps {
  readonly exercise: Find
  readonly seats: readonly CheckId[]
  readonly seed: string
}

/** Which check is forgotten where: by the numbers of the seats, by any seed, and how each can be found. */
export const Seats = ({ exercise, seats, seed }: SeatsProps) => (
  <>
    <Block name="Whose world is whose">
      <p>
        Each seed has a world of its own here. Learners of a workshop type the number of their seat,
        which is added to its seed, in exercises like this one only: seat 3 plays “{seed}-3”. From
        seat {seats.length + 1} on they come round again.
      </p>
      <table className={tables['seats']}>
        <thead>
          <tr>
            <th scope="col">Seat</th>
            <th scope="col">Forgotten</th>
            <th scope="col">What shows it</th>
          </tr>
        </thead>
        <tbody>
          {seats.map((check, at) => (
            <tr key={check}>
              <td>{at + 1}</td>
              <td>
                <code>{check}</code>
              </td>
              <td>{exercise.pool.find((one) => one.check === check)?.probes[0].says}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <LookUp exercise={exercise} />
    </Block>
  </>
)

const LookUp = ({ exercise }: { readonly exercise: Find }) => {
  const [seed, setSeed] = useState('')
  const id = useId()
  return (
    <p className={tables['look']}>
      <label htmlFor={id}>Another seed</label>{' '}
      <input
        id={id}
        type="text"
        autoComplete="off"
        value={seed}
        onChange={({ currentTarget: { value } }) => setSeed(value)}
      />
      <output htmlFor={id}>
        {seed.trim() !== '' && <RichText text={checkLine(worldOf(exercise, seed.trim()))} />}
      </output>
    </p>
  )
}
