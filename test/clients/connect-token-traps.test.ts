import { describe, expect, test } from 'vitest'
import { parameter, parseForm } from '../../engine/oauth/parameters.ts'
import { has } from '../../engine/spec/differences.ts'
import { revisions } from '../../engine/spec/revisions.ts'
import { readNote, writeNote } from './connect-lab.ts'
import { NOTE, REDIRECT_URI } from './lab.ts'
import { answers, at, connectThrough, field, members, only, type Trap } from './traps.ts'

const JSON_TYPE = [['Content-Type', 'application/json']] as const
const token = at('/token')
const answersWith = (difference: object): Trap => only(token, members(difference))

/** Answers that are in order, though they say less than ours, or say it otherwise. */
const inOrder: readonly [title: string, trap: Trap][] = [
  ['without expires_in', answersWith({ expires_in: undefined })],
  ['without scope', answersWith({ scope: undefined })],
  ['with a narrower scope than was asked for', answersWith({ scope: 'notes:read' })],
  ['with an empty scope', answersWith({ scope: '' })],
  ['with another spelling of Bearer', answersWith({ token_type: 'bEaReR' })],
  ['with members that nobody knows', answersWith({ id_token: 'x.y.z', example: [1] })],
  ['as application/json in capitals', only(token, field('Content-Type', 'Application/JSON'))],
  ['with a charset', only(token, field('Content-Type', 'application/json;charset=UTF-8'))],
  ['that may be kept', only(token, field('Cache-Control'))],
]

describe.each(revisions)('OAuth 2.1 draft-13 §3.2.3 a token response, MCP %s', (revision) => {
  test.each(inOrder)('%s is accepted, and can be refreshed', async (_, trap) => {
    const errands = [readNote, { wait: 900 }, readNote] as const
    const { ending, results } = await connectThrough({ revision }, [trap], { errands })
    expect(ending.ending).toBe('completed')
    expect(results).toEqual([NOTE.text, NOTE.text])
  })

  test('without a refresh token: when it has expired the owner is asked again', async () => {
    const errands = [readNote, { wait: 900 }, readNote] as const
    const traps = [answersWith({ refresh_token: undefined })]
    const { ending, log } = await connectThrough({ revision }, traps, { errands })
    expect(ending.ending).toBe('completed')
    expect(log.filter(({ name }) => name === 'open-browser')).toHaveLength(2)
  })

  test('without a new refresh token: the old one goes on', async () => {
    const errands = [readNote, { wait: 900 }, readNote, { wait: 900 }, readNote] as const
    const renewed: Trap = {
      answered: (answer, { body = '' }) =>
        body.includes('grant_type=refresh_token')
          ? members({ refresh_token: undefined }).answered!(answer, {} as never)
          : answer,
    }
    const forget = ['as/refresh-rotated']
    const { ending, log } = await connectThrough({ revision, forget }, [only(token, renewed)], {
      errands,
    })
    expect(ending.ending).toBe('completed')
    expect(log.filter(({ name }) => name === 'refresh-request')).toHaveLength(2)
  })

  test.each<[string, Trap, string]>([
    ['of a type nobody knows', answersWith({ token_type: 'DPoP' }), 'client/token-type-bearer'],
    ['without a type', answersWith({ token_type: undefined }), 'client/token-response-readable'],
    ['without a token', answersWith({ access_token: undefined }), 'client/token-response-readable'],
    ['with an empty token', answersWith({ access_token: '' }), 'client/token-response-readable'],
    [
      'that is a form',
      only(token, field('Content-Type', 'application/x-www-form-urlencoded')),
      'client/token-response-readable',
    ],
    [
      'with another status',
      only(token, answers(202, '{}', JSON_TYPE)),
      'client/token-response-readable',
    ],
  ])('%s is refused', async (_, trap, by) => {
    const { ending } = await connectThrough({ revision }, [trap])
    expect(ending).toMatchObject({ ending: 'refused', by })
  })

  test('with a narrower scope, and more is needed: the client asks once more where it knows how', async () => {
    const errands = [readNote, writeNote] as const
    const { ending } = await connectThrough({ revision }, [answersWith({ scope: 'notes:read' })], {
      errands,
    })
    expect(ending.ending).toBe(has(revision, 'step-up') ? 'completed' : 'refused')
  })

  test('RFC 6749 §4.1.3 from a server of OAuth 2.0, which wants the redirect URI again', async () => {
    const wanting: Trap = {
      answered: (answer, { body = '' }) => {
        const form = parseForm(body)
        const redeems = parameter(form, 'grant_type') === 'authorization_code'
        return redeems && parameter(form, 'redirect_uri') !== REDIRECT_URI
          ? { status: 400, headers: JSON_TYPE, body: '{"error":"invalid_grant"}' }
          : answer
      },
    }
    const { ending } = await connectThrough({ revision }, [only(token, wanting)])
    expect(ending.ending).toBe('completed')
  })
})
