import type { EntryHash } from '@paraph/record'
import { z } from 'zod'
import { type Account, refer, slot } from './account.ts'
import { kind, type Mark } from './kind.ts'
import { no } from './refusal.ts'
import { BodyToken, Ref, Words } from './shapes.ts'
import type { State } from './state.ts'

const HandedOver = z.strictObject({
  kind: z.enum(['draft', 'non-paper', 'talking-points', 'letter', 'list']),
  title: Words,
  to: z.array(BodyToken).min(1).max(50),
  through: z.array(BodyToken).max(50).optional(),
  /** the content as reported, in our words; absent where it is not known */
  reported: Words.optional(),
  quotable: z.boolean().optional(),
})
export type PaperHandedOver = z.output<typeof HandedOver>
const Moved = z.strictObject({ paper: Ref, reason: Words.optional() })
const PassedOn = z.strictObject({ paper: Ref, to: z.array(BodyToken).min(1).max(50) })

/** A document handed over, and each step of it. It becomes text only when tabled. */
export type Paper = {
  readonly id: EntryHash
  handedOver: Account<PaperHandedOver> | undefined
  readonly steps: { readonly verb: string; readonly mark: Mark }[]
}
export type PaperSlice = Map<EntryHash, Paper>
export const beginPapers = (): PaperSlice => new Map()
const paperOf = (state: State, id: EntryHash): Paper => slot(state.papers, id, () => ({ id, handedOver: undefined, steps: [] }))

const handedOver = kind({
  type: 'paper.handed-over',
  noun: 'paper',
  schema: HandedOver,
  who: { own: ['party', 'mediator'], ascribable: true },
  rule: (state, act) => {
    const unknown = [...act.to, ...(act.through ?? [])].find((body) => state.bodies.get(body)?.founding === undefined)
    return unknown === undefined ? undefined : no('body-unknown', { body: unknown }, 'act.to')
  },
  fold: (state, act, mark) => {
    paperOf(state, mark.hash).handedOver = { act, mark }
  },
})

/** Receiving is for whom it was handed to or through; taking it back and tabling it for whose it is. */
const moved = (verb: 'received' | 'returned' | 'withdrawn' | 'tabled') =>
  kind({
    type: `paper.${verb}`,
    noun: 'paper',
    schema: Moved,
    who: { own: ['party', 'mediator'], ascribable: true },
    refers: (act) => refer('paper', act.paper, 'paper'),
    names: (act) => act.paper,
    rule: (state, act, mark) => {
      const paper = state.papers.get(act.paper)
      if (paper?.steps.some((step) => step.verb === 'withdrawn')) return no('superseded', { status: 'withdrawn' }, 'act.paper')
      const handed = paper?.handedOver
      if (handed === undefined) return undefined
      const its = verb === 'withdrawn' || verb === 'tabled' ? handed.mark.doers : [...handed.act.to, ...(handed.act.through ?? [])]
      return mark.doers.every((doer) => its.includes(doer))
        ? undefined
        : no('not-yours', { body: its.join(', '), by: mark.doers.join(', ') }, 'act.paper')
    },
    fold: (state, act, mark) => {
      paperOf(state, act.paper).steps.push({ verb, mark })
    },
  })

const passedOn = kind({
  type: 'paper.passed-on',
  noun: 'paper',
  schema: PassedOn,
  who: { own: ['mediator'], ascribable: true },
  refers: (act) => refer('paper', act.paper, 'paper'),
  names: (act) => act.paper,
  rule: (state, act) =>
    state.papers.get(act.paper)?.steps.some(({ verb }) => verb === 'withdrawn')
      ? no('superseded', { status: 'withdrawn' }, 'act.paper')
      : undefined,
  fold: (state, act, mark) => {
    paperOf(state, act.paper).steps.push({ verb: 'passed-on', mark })
  },
})

/** `paper.*` */
export const paperKinds = [handedOver, moved('received'), passedOn, moved('returned'), moved('withdrawn'), moved('tabled')]
