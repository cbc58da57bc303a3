import { transport } from '@paraph/client'
import { type Result, refuse } from '@paraph/record'
import { readHolder } from '@paraph/store'
import { type Command, DONE } from './command.ts'
import { homeOf } from './home.ts'
import { mayOpen, openInBrowser } from './opening.ts'
import { tellRefusal } from './refused.ts'
import { say } from './surroundings.ts'

/** `paraph sign-in`. */
export const signIn: Command = {
  name: 'sign-in',
  says: 'get a fresh one-time sign-in link from the server that runs',
  usage: ['[--open]'],
  words: { least: 0, most: 0 },
  options: [{ name: 'open', says: 'open it in a browser as well' }],
  about: [
    'For a second browser, or where the link that `serve` printed was used or is too old. It signs one browser in, once, within ten minutes;',
    'a link that was printed before and not used stops working. Whoever may read the data folder may ask, and nobody else:',
    'the server keeps a secret for this in holder.json, which only the owner of the folder can read.',
  ],
  examples: [
    { types: 'paraph sign-in', says: 'prints the link, and nothing else' },
    { types: 'paraph sign-in --open', says: 'signs this machine’s browser in' },
  ],
  run: async ({ switches }, surroundings) => {
    const json = switches.has('json')
    const made = await freshLink(homeOf(surroundings))
    if (!made.ok) return tellRefusal(surroundings, 'sign-in', made.refusal, json)
    const { link } = made.value
    say(surroundings, json ? JSON.stringify({ signInLink: link }) : link)
    if (switches.has('open') && mayOpen(surroundings)) openInBrowser(link, surroundings)
    return DONE
  },
}

const freshLink = async (home: string): Promise<Result<{ readonly link: string }>> => {
  const holder = readHolder(home)
  if (holder?.address === undefined || holder.token === undefined) return refuse('nobody-serves', { path: home })
  const { ask } = transport(fetch, { base: holder.address, headers: { authorization: `Bearer ${holder.token}` } })
  return ask('makeSignInLink', {})
}
