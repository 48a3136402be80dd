import type { Act, Link } from '../engine/scenario.ts'

/** What Sam dictates once Quill is connected, and what the attacker wants to read. */
export const DIARY = 'I am going to leave, and nobody knows it yet.'

/** What happens when a code of the attacker’s is put into the owner’s client: he gets it for his own account, hands it over as a link, and looks later what has been written there. */
export const plantedCode = (challenge: Link['challenge'], says: string) =>
  [
    {
      who: 'attacker',
      does: 'ask-for-code',
      link: {
        client: 'victim',
        redirectUri: 'victim',
        challenge,
        instead: { scope: 'notes:read notes:write' },
      },
      browser: 'own',
      until: 'callback',
    },
    {
      who: 'client',
      does: 'connect',
      errands: [{ call: 'write_note', arguments: { name: 'diary', text: DIARY } }],
      meanwhile: [{ who: 'attacker', does: 'plant-code', says }],
    },
    {
      who: 'attacker',
      does: 'connect',
      browser: 'own',
      errands: [{ call: 'read_note', arguments: { name: 'diary' } }],
    },
  ] as const satisfies readonly Act[]
