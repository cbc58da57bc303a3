import type { BodyId } from '@paraph/record'
import { z } from 'zod'
import { type Account, type Accounts, addAccount } from './account.ts'
import { kind } from './kind.ts'
import { no } from './refusal.ts'
import { BodyToken, Token, Words } from './shapes.ts'
import type { State } from './state.ts'

const Opened = z.strictObject({ track: Token, title: Words, mediators: z.array(BodyToken).max(50).optional() })
export type TrackOpened = z.output<typeof Opened>
const Linked = z.strictObject({ tracks: z.array(Token).min(2).max(50) })
const HandedTo = z.strictObject({ track: Token, to: z.array(BodyToken).min(1).max(50) })

export type Track = {
  readonly opened: Accounts<TrackOpened>
  readonly handedTo: Account<z.output<typeof HandedTo>>[]
  readonly linked: Set<string>
}
export type TrackSlice = Map<string, Track>
export const beginTracks = (): TrackSlice => new Map()

const trackOf = (state: State, token: string): Track => {
  const found = state.tracks.get(token)
  if (found !== undefined) return found
  const made: Track = { opened: new Map(), handedTo: [], linked: new Set() }
  state.tracks.set(token, made)
  return made
}

/** Whether two tracks are one or linked by an act. A process that names no tracks has one, without a name. */
export const linkedTracks = (state: Readonly<State>, one: string, other: string): boolean =>
  one === other || (state.tracks.get(one)?.linked.has(other) ?? false)

const known = (state: Readonly<State>, token: string | undefined) => token === undefined || (state.tracks.get(token)?.opened.size ?? 0) > 0

/** A track that an act names must have been opened. */
export const trackRefused = (state: Readonly<State>, track: string | undefined, path = 'act.track') =>
  known(state, track) ? undefined : no('token-unknown', { token: track! }, path)

/** Mediators of a track: of its latest handing over, else of its opening. */
export const trackMediators = (state: Readonly<State>, token: string): readonly BodyId[] => {
  const track = state.tracks.get(token)
  return track?.handedTo.at(-1)?.act.to ?? [...(track?.opened.values() ?? [])].at(-1)?.act.mediators ?? []
}

const who = { own: ['mediator', 'secretariat'], ascribable: true, recorder: true } as const

const opened = kind({
  type: 'track.opened',
  noun: 'track',
  schema: Opened,
  who,
  rule: (state, act, mark) =>
    mark.ground === undefined && !(state.tracks.get(act.track) === undefined || state.tracks.get(act.track)!.opened.size === 0)
      ? no('token-taken', { token: act.track }, 'act.track')
      : undefined,
  fold: (state, act, mark) => addAccount(trackOf(state, act.track).opened, act, mark),
})

const linked = kind({
  type: 'track.linked',
  noun: 'track',
  schema: Linked,
  who,
  rule: (state, act) => {
    const unknown = act.tracks.find((track) => !known(state, track))
    return unknown === undefined ? undefined : no('token-unknown', { token: unknown }, 'act.tracks')
  },
  fold: (state, act) => {
    for (const track of act.tracks) for (const other of act.tracks) if (track !== other) trackOf(state, track).linked.add(other)
  },
})

const handedTo = kind({
  type: 'track.handed-to',
  noun: 'track',
  schema: HandedTo,
  who: { own: ['mediator'], ascribable: true },
  rule: (state, act) => trackRefused(state, act.track),
  fold: (state, act, mark) => {
    trackOf(state, act.track).handedTo.push({ act, mark })
  },
})

/** `track.*`: one process, several tracks, other mediators. */
export const trackKinds = [opened, linked, handedTo]
