import type { Term } from '../../engine/scenario.ts'
import { madeAt, seenAt } from '../seen-at.ts'

/** Words of the lab’s own. */
export const labTerms: readonly Term[] = [
  {
    id: 'check',
    term: 'check',
    says: 'One requirement of a specification as one party obeys it: who compares what with what, because of which clause. `as/verifier-matches` is made by the authorization server.',
    seen: madeAt('first-contact', 'token-request', 'as/verifier-matches'),
    near: ['forget', 'keyword', 'refused'],
  },
  {
    id: 'forget',
    term: 'forget, remember a check',
    also: ['forgotten', 'remembered', 'careless', 'careful'],
    says: 'A party that forgets a check goes on as if the comparison had been right. Everything else about it stays honest, so that one sees what this check is there for.',
    seen: madeAt('confused-deputy', 'authorization-request.3', 'proxy/consent-per-client'),
    near: ['check', 'stop', 'decoy'],
  },
  {
    id: 'stop',
    term: 'stop',
    says: 'A check, or several that only work together, that ends an attack when it alone is remembered. That it does is played, not claimed.',
    seen: madeAt('code-interception', 'token-request', 'as/verifier-matches'),
    near: ['forget', 'decoy'],
  },
  {
    id: 'decoy',
    term: 'decoy',
    says: 'A check that looks as if it helped against an attack, and does not: remembered alone, the attack still gets through. That is played too.',
    seen: madeAt('confused-deputy', 'token-request.4', 'as/verifier-matches'),
    near: ['stop', 'forget'],
  },
  {
    id: 'telling',
    term: 'telling',
    also: ['variant'],
    says: 'The same attack told otherwise: another careless party, or another trick, with the same end. An attack may have several.',
    seen: {
      scenario: 'forged-token',
      variant: 'key-confusion',
      at: 'mcp-request',
      field: 'jwt-header.alg',
    },
    near: ['stop', 'decoy'],
  },
  {
    id: 'refused',
    term: 'refused, broken',
    also: ['ending'],
    says: 'Two ends that are not the same. *Refused*: a party found something wrong and said no, which is the protocol at work. *Broken*: the lab itself has a defect, and says so.',
    seen: seenAt('refresh-reuse', 'mcp-challenge.2', 'challenge.error'),
    near: ['check'],
  },
  {
    id: 'notebook',
    term: 'notebook',
    says: 'What the attacker has been sent or has overheard so far, read off the messages. He has won when what he was after stands in it.',
    seen: seenAt('confused-deputy', 'token-response.4', 'json.access_token'),
    near: ['mallory', 'overheard'],
  },
  {
    id: 'overheard',
    term: 'overheard',
    says: 'A message that reached whom it was for, while somebody else read along: out of a log, or as a program on the same machine.',
    seen: seenAt('code-interception', 'callback-request', 'query.code'),
    near: ['mallory', 'notebook', 'code-interception'],
  },
  {
    id: 'seed',
    term: 'seed',
    says: 'A short word from which all random values of a run are made. The same seed gives the same bytes, so that a link shows everybody the same run.',
    seen: seenAt('first-contact', 'authorization-request', 'query.state'),
    near: ['run'],
  },
  {
    id: 'run',
    term: 'run',
    also: ['log'],
    says: 'One story played to its end by parties that are real code. Every message that was sent stands in its log, and everything on the screen is read off that.',
    seen: seenAt('first-contact', 'mcp-request'),
    near: ['seed', 'tamper'],
  },
  {
    id: 'tamper',
    term: 'tamper, what if',
    says: 'Two ways to change a run: make a party behave otherwise, or lose, delay and rewrite a message on its way. The run is then played again from the start.',
    seen: {
      scenario: 'first-contact',
      given: 'consent.deny',
      at: 'authorization-response',
      field: 'query.error',
    },
    near: ['run'],
  },
]
