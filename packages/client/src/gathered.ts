import type { Meaning, Opening } from '@paraph/record'

/** A state together with every entry that it was folded from, in order: views fold again from these. */
export type Gathered<State> = { readonly state: State; readonly openings: Opening[] }

/** The same meaning, but that its state keeps the entries too. */
export const gathered = <State>(meaning: Meaning<State>): Meaning<Gathered<State>> => ({
  ...meaning,
  begin: () => ({ state: meaning.begin(), openings: [] }),
  key: ({ state }, opening) => meaning.key(state, opening),
  refuse: ({ state }, opening) => meaning.refuse(state, opening),
  fold: ({ state, openings }, opening) => {
    openings.push(opening)
    meaning.fold(state, opening)
  },
  facts: ({ state }) => meaning.facts(state),
})
