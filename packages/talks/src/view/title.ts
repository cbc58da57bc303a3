import type { EntryHash } from '@paraph/record'
import type { Seen } from '../asking.ts'
import { isolated } from '../dates.ts'
import { wordsIn } from '../reason.ts'
import { ofRound } from '../round.ts'
import type { Words } from '../shapes.ts'

/** What a thing is called, by its name on the record: its own words where an act gives some, else a computed one in the reader's language. */
export const titleOf = (seen: Seen, id: EntryHash): Words | null => {
  const { state } = seen
  const filed = state.filed.get(id)
  if (filed === undefined || typeof filed.act === 'string') return null
  if (filed.mark.type.startsWith('round.')) return roundTitle(seen, filed.names)
  if (filed.mark.type === 'source.captured') return null
  const incident = state.incidents.get(filed.names)
  if (incident !== undefined) return incident.opened?.act.title ?? incident.selfReported[0]?.act.title ?? null
  return ownWords(filed.act.open) ?? (filed.names === id ? null : titleOf(seen, filed.names))
}

/** The words by which an act can be called, whatever its kind. */
export const ownWords = (open: unknown): Words | null => {
  const act = open as { readonly title?: unknown; readonly words?: unknown; readonly name?: unknown; readonly reason?: unknown }
  for (const words of [act.title, act.words, act.name, act.reason]) if (typeof words === 'object' && words !== null) return words as Words
  return null
}

const roundTitle = (seen: Seen, id: EntryHash): Words => {
  const round = seen.state.rounds.get(id)
  const place = round === undefined ? undefined : ofRound(round, 'place')
  const text =
    place === undefined
      ? seen.say(/*i18n*/ { id: 'talks.title.round', message: 'Round' })
      : seen.say(/*i18n*/ { id: 'talks.title.round-in', message: 'Round in {place}' }, { place: isolated(wordsIn(seen, place)) })
  return { [seen.language]: text }
}
