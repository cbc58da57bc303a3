import type { EntryHash } from '@paraph/record'
import { z } from 'zod'
import { type Account, refer, referAll, sameBodies, slot } from './account.ts'
import { kind, type Mark } from './kind.ts'
import { no } from './refusal.ts'
import { Ref, Words } from './shapes.ts'
import type { State } from './state.ts'

/** `answers`: the issue, claim or finding that it answers. */
const Stepped = z.strictObject({
  measure: Ref.optional(),
  kind: z.enum(['restrictive', 'humanitarian', 'confidence-building', 'other']),
  words: Words,
  answers: z.array(Ref).max(50).optional(),
})
export type MeasureStepped = z.output<typeof Stepped>
const Ended = z.strictObject({ measure: Ref, words: Words.optional() })

export type Measure = {
  readonly id: EntryHash
  readonly steps: (Account<MeasureStepped> & { readonly verb: 'announced' | 'taken' })[]
  ended: Mark | undefined
}
export type MeasureSlice = Map<EntryHash, Measure>
export const beginMeasures = (): MeasureSlice => new Map()
const measureOf = (state: State, id: EntryHash): Measure => slot(state.measures, id, () => ({ id, steps: [], ended: undefined }))

const who = { own: ['party', 'mechanism', 'mediator'], ascribable: true } as const

const refused = (state: Readonly<State>, id: EntryHash | undefined, mark: Mark) => {
  const measure = id === undefined ? undefined : state.measures.get(id)
  if (measure?.ended !== undefined) return no('superseded', { status: 'ended' }, 'act.measure')
  const doers = measure?.steps[0]?.mark.doers
  return doers === undefined || sameBodies(doers, mark.doers)
    ? undefined
    : no('not-yours', { body: doers.join(', '), by: mark.doers.join(', ') }, 'act.measure')
}

const stepped = (verb: 'announced' | 'taken') =>
  kind({
    type: `measure.${verb}`,
    noun: 'measure',
    schema: Stepped,
    who,
    refers: (act) => [...refer('measure', act.measure, 'measure'), ...referAll('answers', act.answers)],
    names: (act) => act.measure,
    rule: (state, act, mark) => refused(state, act.measure, mark),
    fold: (state, act, mark) => {
      measureOf(state, act.measure ?? mark.hash).steps.push({ act, mark, verb })
    },
  })

const ended = kind({
  type: 'measure.ended',
  noun: 'measure',
  schema: Ended,
  who,
  refers: (act) => refer('measure', act.measure, 'measure'),
  names: (act) => act.measure,
  rule: (state, act, mark) => refused(state, act.measure, mark),
  fold: (state, act, mark) => {
    const measure = measureOf(state, act.measure)
    measure.ended ??= mark
  },
})

/** `measure.*` */
export const measureKinds = [stepped('announced'), stepped('taken'), ended]
