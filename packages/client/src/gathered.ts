import type { Meaning, Opening } from '@paraph/record'
import { type Opened, openAct } from '@paraph/talks'

/** A state together with every entry that it was folded from, in order, as it was read and as views take it: they fold again from these. */
export type Gathered<State> = { readonly state: State; readonly openings: Opening[]; readonly opened: Opened[] }

/** The same meaning, but that its state keeps the entries too. Each is opened as it is folded: its act was parsed for the rules just before. */
export const gathered = <State>(meaning: Meaning<State>): Meaning<Gathered<State>> => ({
  ...meaning,
  begin: () => ({ state: meaning.begin(), openings: [], opened: [] }),
  key: ({ state }, opening) => meaning.key(state, opening),
  refuse: ({ state }, opening) => meaning.refuse(state, opening),
  fold: ({ state, openings, opened }, opening) => {
    openings.push(opening)
    opened.push(openAct(opening))
    meaning.fold(state, opening)
  },
  facts: ({ state }) => meaning.facts(state),
})
