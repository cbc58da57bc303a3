import type { BodyId, EntryHash } from '@paraph/record'
import { z } from 'zod'
import { type Account, refer, referAll, slot } from './account.ts'
import { kind, type Mark } from './kind.ts'
import { no } from './refusal.ts'
import { BodyToken, Quoted, Ref, Speaker, Voice, Words } from './shapes.ts'
import type { State } from './state.ts'

/** A place in a text, at most as far in as a source may be long (16 MiB). */
const Offset = z
  .int()
  .min(0)
  .max(16 * 1024 * 1024)

/**
 * Words of a person. Secretariat or rapporteur records; whose words they are is `speaker`. `when` of the act is when they were spoken.
 * `reports`: what the speaker says that *another* body did or said (then it is *claimed* of that body, never stated by it).
 */
const Recorded = z
  .strictObject({
    speaker: Speaker,
    voice: Voice,
    kind: z.enum(['assertion', 'demand', 'offer', 'undertaking', 'refusal', 'warning', 'thanks', 'view-of-anothers-mind']),
    form: z.enum(['direct', 'reported', 'hearsay', 'by-continuity']),
    /** what was said, in our words */
    words: Words,
    /** as spoken, where held */
    quoted: Quoted.optional(),
    interpretedBy: Words.optional(),
    about: z.array(Ref).max(50).optional(),
    reports: z.array(BodyToken).max(50).optional(),
    sources: z.array(Ref).min(1).max(50),
    /** where the words stand in the text of one of its sources, UTF-16 offsets, half-open; `of`: SHA-256 of that text in UTF-8, as it was read then */
    place: z
      .strictObject({ source: Ref, start: Offset, end: Offset, of: z.string().regex(/^[0-9a-f]{64}$/) })
      .refine(({ start, end }) => start < end, { path: ['end'] })
      .optional(),
  })
  .refine(({ place, sources }) => place === undefined || sources.includes(place.source), { path: ['place', 'source'] })
export type StatementRecorded = z.output<typeof Recorded>
const Owned = z.strictObject({ statement: Ref })
const Disputed = z.strictObject({ statement: Ref, words: Words })
const Clarified = z.strictObject({ statement: Ref, words: Words })
const Withdrawn = z.strictObject({ statement: Ref, reason: Words.optional() })

export type Statement = {
  readonly id: EntryHash
  recorded: Account<StatementRecorded> | undefined
  readonly owned: Mark[]
  readonly disputed: Account<z.output<typeof Disputed>>[]
  readonly clarified: Account<z.output<typeof Clarified>>[]
  withdrawn: Mark | undefined
}
/** `about`: ids of the statements about an entry, in the order of folding. */
export type StatementSlice = { readonly all: Map<EntryHash, Statement>; readonly about: Map<EntryHash, EntryHash[]> }
export const beginStatements = (): StatementSlice => ({ all: new Map(), about: new Map() })
const statementOf = (state: State, id: EntryHash): Statement =>
  slot(state.statements.all, id, () => ({ id, recorded: undefined, owned: [], disputed: [], clarified: [], withdrawn: undefined }))

/**
 * How a statement stands to its speaker's body: *stated* by the body's own act, by owning it, or where a source has the body speak itself
 * (official or spokesperson, direct or reported); everything else is *claimed*.
 */
export const statedBy = ({ recorded: account, owned }: Statement): { readonly body: BodyId; readonly own: boolean } | undefined => {
  const body = account?.act.speaker.body
  if (account === undefined || body === undefined) return undefined
  const own =
    (account.mark.by === body && account.mark.ground === undefined) ||
    owned.some(({ doers, ground }) => ground === undefined && doers.includes(body))
  const itself =
    (account.act.voice === 'official' || account.act.voice === 'spokesperson') &&
    (account.act.form === 'direct' || account.act.form === 'reported')
  return own || itself || owned.some(({ doers }) => doers.includes(body)) ? { body, own } : undefined
}

const everyOne = ['party', 'mediator', 'guarantor', 'witness', 'observer', 'depositary', 'mechanism'] as const

const recorded = kind({
  type: 'statement.recorded',
  noun: 'statement',
  schema: Recorded,
  who: { own: ['secretariat', 'rapporteur', ...everyOne], recorder: true },
  refers: (act) => [...referAll('about', act.about), ...referAll('sources', act.sources, 'source')],
  rule: (state, act, mark) => {
    const roles = state.bodies.get(mark.by)?.founding?.roles ?? []
    const records = roles.includes('secretariat') || roles.includes('rapporteur')
    if (!records && act.speaker.body !== mark.by) return no('not-your-side', { body: act.speaker.body ?? '', by: mark.by }, 'act.speaker')
    const body = [act.speaker.body, ...(act.reports ?? [])].find(
      (one) => one !== undefined && state.bodies.get(one)?.founding === undefined,
    )
    return body === undefined ? undefined : no('body-unknown', { body }, act.speaker.body === body ? 'act.speaker.body' : 'act.reports')
  },
  fold: (state, act, mark) => {
    statementOf(state, mark.hash).recorded = { act, mark }
    for (const about of new Set(act.about ?? [])) slot(state.statements.about, about, () => [] as EntryHash[]).push(mark.hash)
  },
})

const withdrawnAlready = (state: Readonly<State>, id: EntryHash) =>
  state.statements.all.get(id)?.withdrawn !== undefined ? no('superseded', { status: 'withdrawn' }, 'act.statement') : undefined

/** For the speaker's own body; `orRecorder`: for whoever recorded it too. */
const ofSpeaker = (state: Readonly<State>, id: EntryHash, mark: Mark, orRecorder: boolean) => {
  const account = state.statements.all.get(id)?.recorded
  const speaker = account?.act.speaker.body
  if (mark.doers.every((doer) => doer === speaker) || (orRecorder && account?.mark.by === mark.by)) return withdrawnAlready(state, id)
  return no('not-yours', { body: speaker ?? '', by: mark.doers.join(', ') }, 'act.statement')
}

const refers = (act: { readonly statement: EntryHash }) => refer('statement', act.statement, 'statement')
const names = (act: { readonly statement: EntryHash }) => act.statement

const owned = kind({
  type: 'statement.owned',
  noun: 'statement',
  schema: Owned,
  who: { own: everyOne, ascribable: true },
  refers,
  names,
  rule: (state, act, mark) => ofSpeaker(state, act.statement, mark, false),
  fold: (state, act, mark) => {
    statementOf(state, act.statement).owned.push(mark)
  },
})

const disputed = kind({
  type: 'statement.disputed',
  noun: 'statement',
  schema: Disputed,
  who: { own: everyOne, ascribable: true },
  refers,
  names,
  rule: (state, act) => withdrawnAlready(state, act.statement),
  fold: (state, act, mark) => {
    statementOf(state, act.statement).disputed.push({ act, mark })
  },
})

const clarified = kind({
  type: 'statement.clarified',
  noun: 'statement',
  schema: Clarified,
  who: { own: everyOne, ascribable: true },
  refers,
  names,
  rule: (state, act, mark) => ofSpeaker(state, act.statement, mark, false),
  fold: (state, act, mark) => {
    statementOf(state, act.statement).clarified.push({ act, mark })
  },
})

const withdrawn = kind({
  type: 'statement.withdrawn',
  noun: 'statement',
  schema: Withdrawn,
  who: { own: ['secretariat', 'rapporteur', ...everyOne], ascribable: true, recorder: true },
  refers,
  names,
  rule: (state, act, mark) => ofSpeaker(state, act.statement, mark, true),
  fold: (state, act, mark) => {
    const statement = statementOf(state, act.statement)
    statement.withdrawn ??= mark
  },
})

/** `statement.*`. A seat records only its own side; a dispute is for its party, who heard, and whoever is spoken about. */
export const statementKinds = [recorded, owned, disputed, clarified, withdrawn]
