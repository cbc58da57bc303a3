import type { BodyId } from '@paraph/record'
import type { Body } from './body.ts'
import type { State } from './state.ts'
import { inLanguage } from './words.ts'

/** Bodies in the order that the ground rules set: parties first, then everybody else, each by designation in the named language, or as listed. */
export const inOrder = (state: Readonly<State>): readonly Body[] => {
  const order = state.process.grounds?.order
  const bodies = [...state.bodies.values()].filter(({ founding }) => founding !== undefined)
  const compare = order?.kind === 'listed' ? asListed(order.bodies) : byDesignation(order?.language ?? 'en')
  const sorted = bodies.sort(compare)
  const isParty = ({ founding }: Body) => founding!.roles.includes('party')
  return [...sorted.filter(isParty), ...sorted.filter((body) => !isParty(body))]
}

/** The parties in the agreed order. */
export const partiesInOrder = (state: Readonly<State>): readonly BodyId[] =>
  inOrder(state)
    .filter(({ founding }) => founding!.roles.includes('party'))
    .map(({ id }) => id)

/** The collation of the named language, not of the machine; where two designations compare equal, by token. */
const byDesignation = (language: string) => {
  const collator = new Intl.Collator(language, { usage: 'sort', sensitivity: 'variant' })
  return (one: Body, other: Body): number =>
    collator.compare(inLanguage(one.founding!.names, language).text, inLanguage(other.founding!.names, language).text) ||
    (one.id < other.id ? -1 : 1)
}

/** As listed; who is not on the list comes after, by token. */
const asListed = (listed: readonly BodyId[]) => {
  const place = (id: BodyId): number => (listed.includes(id) ? listed.indexOf(id) : listed.length)
  return (one: Body, other: Body): number => place(one.id) - place(other.id) || (one.id < other.id ? -1 : 1)
}

/** Letter on pins: the shortest beginning of each label that tells these labels apart, the whole label where one begins another. */
export const letters = (ids: readonly BodyId[]): ReadonlyMap<BodyId, string> =>
  new Map(
    ids.map((id) => {
      const others = ids.filter((other) => other !== id)
      for (let length = 1; length < id.length; length++) {
        const beginning = id.slice(0, length)
        if (!others.some((other) => other.slice(0, length).toLowerCase() === beginning.toLowerCase())) return [id, beginning]
      }
      return [id, id]
    }),
  )
