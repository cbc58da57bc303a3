import type { BodyId, EntryHash, Instant } from '@paraph/record'
import { z } from 'zod'
import type { Account } from './account.ts'
import { joinedParties, list } from './body.ts'
import { BODIES_LIMIT, FoundingBody, GAPS_LIMIT, GroundRules } from './founding.ts'
import { kind, type Mark } from './kind.ts'
import { no } from './refusal.ts'
import { KeyKind, Language, Moment, RawKey, Reasoned, Words } from './shapes.ts'
import type { State } from './state.ts'

const Opened = z.strictObject({
  v: z.literal(1),
  /** a label that the opener suggests to the host; not on the host's word */
  slug: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,62}$/)
    .refine((slug) => !/^[0-9a-f]{32}$/.test(slug), { message: 'a slug never looks like an id' }),
  title: Words,
  nature: z.enum(['process', 'exercise', 'reconstruction']),
  host: z.strictObject({ name: z.string().regex(/^[^\s+/]{1,100}$/), key: RawKey }),
  rules: z.literal('paraph/1'),
  /** kinds of key that may sign solemnly */
  solemn: z.array(KeyKind).min(1).max(4),
  /** the tlog-policy quorum by bodies; `none` until witnesses come */
  quorum: z.literal('none'),
  languages: z.array(Language).min(1).max(16),
  bodies: z.array(FoundingBody).min(1).max(BODIES_LIMIT),
  /** taking part implies no recognition and changes no legal status */
  statusClause: Words,
  grounds: GroundRules,
  /** said on every page and in `paraph export`: an example's keys are public */
  keysArePublic: z.boolean().optional(),
})
export type ProcessOpened = z.output<typeof Opened>

const Amended = z.strictObject({
  grounds: GroundRules.partial().optional(),
  statusClause: Words.optional(),
  title: Words.optional(),
  bodies: z.array(FoundingBody).max(BODIES_LIMIT).optional(),
})
export type ProcessAmended = z.output<typeof Amended>

/** `[from, until)` was searched. Several are united. */
const Covered = z.strictObject({ from: Moment, until: Moment, zone: z.string().max(60), gaps: z.array(Words).max(GAPS_LIMIT).optional() })
export type ProcessCovered = z.output<typeof Covered>

type Amendment = Account<ProcessAmended> & { inEffect: boolean }
/** A step of the process's own life. */
export type ProcessStep = Account<z.output<typeof Reasoned>> & { readonly verb: 'suspended' | 'resumed' | 'closed' }

/** The process itself. `title`, `statusClause`, `grounds` are as amended by what is in effect. */
export type ProcessSlice = {
  opened: Account<ProcessOpened> | undefined
  title: Words | undefined
  statusClause: Words | undefined
  grounds: GroundRules | undefined
  readonly amendments: Map<EntryHash, Amendment>
  readonly pending: Set<EntryHash>
  readonly covered: Account<ProcessCovered>[]
  readonly steps: ProcessStep[]
}
export const beginProcess = (): ProcessSlice => ({
  opened: undefined,
  title: undefined,
  statusClause: undefined,
  grounds: undefined,
  amendments: new Map(),
  pending: new Set(),
  covered: [],
  steps: [],
})

/** The last step that still holds: suspended and not resumed, or closed. */
export const stopped = (state: Readonly<State>): ProcessStep | undefined => {
  const closed = state.process.steps.find(({ verb }) => verb === 'closed')
  if (closed !== undefined) return closed
  const last = state.process.steps.at(-1)
  return last?.verb === 'suspended' ? last : undefined
}

/** The earliest of the suspensions that have not been undone since. */
export const suspendedSince = (state: Readonly<State>): ProcessStep | undefined => {
  const resumed = state.process.steps.findLastIndex(({ verb }) => verb === 'resumed')
  return state.process.steps.slice(resumed + 1).find(({ verb }) => verb === 'suspended')
}

/** What was searched: the `process.covered` acts united, in order. */
export const coverage = (state: Readonly<State>): readonly { readonly from: Instant; readonly until: Instant }[] => {
  const spans = state.process.covered
    .map(({ act: { from, until } }) => ({ from, until }))
    .sort((one, other) => (one.from < other.from ? -1 : 1))
  const united: { from: Instant; until: Instant }[] = []
  for (const span of spans) {
    const last = united.at(-1)
    if (last !== undefined && span.from <= last.until) last.until = last.until < span.until ? span.until : last.until
    else united.push({ ...span })
  }
  return united
}

/** Whose `consent.given` an amendment needs: every party that had joined before it, but its signer. */
export const neededFor = (state: Readonly<State>, amendment: Mark): readonly BodyId[] =>
  joinedParties(state, amendment.index).filter((body) => !amendment.doers.includes(body))

/** Puts in effect what has every consent it needs. Called after each act that could bring one; pending amendments are few. */
export const settleAmendments = (state: State): void => {
  for (const hash of state.process.pending) {
    const amendment = state.process.amendments.get(hash)!
    const given = state.consents.get(hash)?.given
    if (!neededFor(state, amendment.mark).every((body) => given?.has(body))) continue
    state.process.pending.delete(hash)
    amendment.inEffect = true
    compose(state)
  }
}

/** Founding act and amendments in effect, in the order of the record, whatever order they came into effect in. */
const compose = (state: State): void => {
  const { process } = state
  const founding = process.opened?.act
  let { title, statusClause, grounds } = { title: founding?.title, statusClause: founding?.statusClause, grounds: founding?.grounds }
  const standing = [...process.amendments.values()]
    .filter(({ inEffect }) => inEffect)
    .sort((one, other) => one.mark.index - other.mark.index)
  for (const { act, mark } of standing) {
    title = act.title ?? title
    statusClause = act.statusClause ?? statusClause
    if (grounds !== undefined && act.grounds !== undefined) grounds = { ...grounds, ...act.grounds } as GroundRules
    list(state, act.bodies ?? [], mark)
  }
  Object.assign(process, { title, statusClause, grounds })
}

const tokensOf = (bodies: readonly FoundingBody[]) => bodies.map(({ id }) => id)
const repeated = <Item>(items: readonly Item[]): Item | undefined => items.find((item, at) => items.indexOf(item) !== at)

const opened = kind({
  type: 'process.opened',
  noun: 'process',
  schema: Opened,
  who: { own: ['mediator', 'secretariat'], recorder: true },
  solemn: true,
  structure: true,
  framesTime: true,
  rule: (state, act, mark) => {
    if (mark.index !== 0 || state.process.opened !== undefined) return no('process-already-opened')
    if (act.nature === 'process' && act.solemn.includes('device')) return no('passkeys-needed', { nature: act.nature }, 'act.solemn')
    const twice = repeated(tokensOf(act.bodies))
    if (twice !== undefined) return no('token-taken', { token: twice }, 'act.bodies')
    const keys = act.bodies.flatMap((body) => body.keys.map(({ key }) => key))
    const key = repeated(keys)
    if (key !== undefined) return no('key-taken', { key }, 'act.bodies')
    return undefined
  },
  fold: (state, act, mark) => {
    if (state.process.opened !== undefined) return
    state.process.opened = { act, mark }
    list(state, act.bodies, mark)
    compose(state)
  },
})

const amended = kind({
  type: 'process.amended',
  noun: 'process',
  schema: Amended,
  who: { own: ['party', 'mediator', 'secretariat'], recorder: true },
  solemn: true,
  structure: true,
  framesTime: true,
  rule: (state, act) => {
    const listed = (act.bodies ?? []).find(({ id }) => state.bodies.get(id)?.founding !== undefined)
    if (listed !== undefined) return no('token-taken', { token: listed.id }, 'act.bodies')
    const taken = (act.bodies ?? []).flatMap(({ keys }) => keys).find(({ key }) => state.keys.enrolled.has(key))
    return taken === undefined ? undefined : no('key-taken', { key: taken.key }, 'act.bodies')
  },
  fold: (state, act, mark) => {
    state.process.amendments.set(mark.hash, { act, mark, inEffect: false })
    state.process.pending.add(mark.hash)
  },
})

const step = (verb: ProcessStep['verb']) => (state: State, act: z.output<typeof Reasoned>, mark: Mark) => {
  state.process.steps.push({ act, mark, verb })
}
const closedAlready = (state: Readonly<State>) => state.process.steps.some(({ verb }) => verb === 'closed')

const suspended = kind({
  type: 'process.suspended',
  noun: 'process',
  schema: Reasoned,
  who: { own: ['mediator', 'secretariat'], ascribable: true },
  structure: true,
  rule: (state, _act, mark) => {
    if (closedAlready(state)) return no('process-closed')
    return mark.ground === undefined && suspendedSince(state) !== undefined ? no('already-suspended') : undefined
  },
  fold: step('suspended'),
})

const resumed = kind({
  type: 'process.resumed',
  noun: 'process',
  schema: Reasoned,
  who: { own: ['mediator', 'secretariat'], ascribable: true },
  structure: true,
  rule: (state) => {
    if (closedAlready(state)) return no('process-closed')
    return state.process.steps.some(({ verb }) => verb === 'suspended') ? undefined : no('not-suspended')
  },
  fold: step('resumed'),
})

const covered = kind({
  type: 'process.covered',
  noun: 'process',
  schema: Covered,
  who: { own: ['mediator', 'secretariat'], recorder: true },
  structure: true,
  framesTime: true,
  rule: (_state, act) => (act.from < act.until ? undefined : no('span-empty', { from: act.from, until: act.until }, 'act.until')),
  fold: (state, act, mark) => {
    state.process.covered.push({ act, mark })
  },
})

const closed = kind({
  type: 'process.closed',
  noun: 'process',
  schema: Reasoned,
  who: { own: ['mediator', 'secretariat'], ascribable: true, recorder: true },
  solemn: true,
  structure: true,
  rule: (state) => (closedAlready(state) ? no('process-closed') : undefined),
  fold: step('closed'),
})

/** `process.*`. Amended takes effect when every party that has joined answered with `consent.given`. */
export const processKinds = [opened, amended, suspended, resumed, covered, closed]
