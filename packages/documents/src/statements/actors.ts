// Word lists by which a noun phrase is told to name somebody who can speak. English.

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ''))
export const PRONOUNS = words('he she they i we who which it')
/** What a person is called by office; the word that makes a noun phrase an office. */
export const TITLES =
  words(`president vice-president premier minister secretary secretary-general ambassador envoy chairman chairwoman chairperson chair spokesman
  spokeswoman spokesperson general colonel admiral commander sheikh amir emir king queen prince chief head director commissioner delegate deputy senator
  governor governor-general lieutenant consul consul-general representative official officials negotiator mediator moderator leader leaders adviser advisor
  under undersecretary under-secretary associate counsellor chancellor attache attaché judge ministers prime foreign defense defence interior`)
/** Of what one is minister: part of the office, never of a name. */
export const DEPARTMENTS =
  words(`affairs state defence defense interior finance trade works water energy justice information territories nations health education agriculture
  commerce transport labour labor foreign army navy staff`)
/** Common nouns that can speak, besides offices. */
export const BODIES =
  words(`government governments delegation delegations committee commission council cabinet ministry department embassy legation party side team
  office authorities republic parliament court sources source delegates spokesmen mediators commander army forces headquarters state-department
  wing faction factions bloc agency press radio media newspapers secretariat union kingdom assembly league front movement group bureau house office`)
/** Common nouns written with a capital that cannot speak. */
export const NO_ACTORS =
  words(`agreement agreements article articles resolution resolutions document documents cablegram telegram telegrams annex annexure principle
  principles proposal proposals plan paragraph para volume charter constitution statement statements declaration record records summary letter letters note notes
  report reports message messages text texts conference line front talks discussion discussions meeting meetings invitation decision election plebiscite truce
  january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday action
  violation progress reply today tomorrow yesterday any observers analysts experts critics commentators many some people everybody everyone nobody`)
/** Small words at the head of a sentence, which a capital does not make a name. */
export const NO_NAMES =
  words(`the a an this that these those there here it its in on at by for from to of and but or if when while as after before since although though
  however moreover furthermore meanwhile incidentally apparently obviously any all some no none not what which who how why where then thus so yes well please
  thanks grateful presume following owing despite during with without under over their his her our your my one two three several many most each both either
  neither such even only now today yesterday tomorrow perhaps finally first second third also nor until once because whether whatever nothing everything`)
export const JOINTS = words('of for the and & de del der van von bin ibn al el la le du di da dos to')
export const ADJECTIVES = words('new former senior chief deputy acting local national state high top chief official unnamed')
