import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { BodyId, EntryIndex, Instant } from '@paraph/record'
import { catalogue } from './catalogue.ts'
import { everyKind } from './every-kind.test-support.ts'
import { foldAct } from './fold.ts'
import type { Opened } from './kind.ts'
import { begin } from './state.ts'
import { asking, english, means, standingAt } from './script.test-support.ts'
import { standing } from './standing.ts'
import { threeRounds } from './talks.test-support.ts'
import { assurances } from './view/assurances.ts'
import { commitments } from './view/commitments.ts'
import { communiques } from './view/communiques.ts'
import { disputes } from './view/disputes.ts'
import { overview } from './view/overview.ts'
import { papers } from './view/papers.ts'
import { rows } from './view/rows.ts'
import { source, sources } from './view/sources.ts'
import { statements } from './view/statements.ts'
import { timeline } from './view/timeline.ts'

const every = everyKind()
const acts = every.acts()
const moments = fc
  .integer({ min: 0, max: 500 })
  .map((days) => new Date(Date.parse('2025-09-01T00:00:00.000Z') + days * 86_400_000).toISOString() as Instant)
const runs = { numRuns: 120, verbose: fc.VerbosityLevel.None }
/** fast-check prints seed and path of a failure itself. */
const holds = (property: fc.IRawProperty<unknown>) => fc.assert(property as fc.IProperty<unknown>, runs)

test('[R33] the acts of these properties are of every kind but the one that waits for rooms', () => {
  const missing = catalogue.filter(({ type }) => !acts.some(({ mark }) => mark.type === type)).map(({ type }) => type)
  assert.deepEqual(missing, ['position.given-to-mediators'])
})

test('[R33] any subset of acts in any order folds, and every standing and view of it answers or refuses by name', () => {
  const subsets = fc.shuffledSubarray([...acts], { minLength: 0 })
  holds(
    fc.property(subsets, moments, (some, happened) => {
      const state = begin()
      for (const act of some) foldAct(state, act)
      const [by, act] = ['A' as BodyId, every.at('source')]
      for (const view of [
        standing,
        overview,
        timeline,
        statements,
        commitments,
        sources,
        source,
        disputes,
        papers,
        communiques,
        assurances,
      ]) {
        const answer = view(some, { ...asking(undefined, { happened }), by, act })
        if (!answer.ok) assert.ok(['before-opening', 'process-not-opened'].includes(answer.refusal.code), answer.refusal.code)
      }
      assert.ok(rows(some, { say: english, language: 'en' }).length <= some.length)
    }),
  )
})

test('[R34] refolding from nothing gives the live state, after any prefix, and acts that are not open are met without failing', () => {
  holds(
    fc.property(fc.nat(acts.length), (until) => {
      const [live, again] = [means.begin(), begin()]
      for (const opening of every.openings.slice(0, until)) means.fold(live, opening)
      for (const act of acts.slice(0, until)) foldAct(again, act)
      assert.deepEqual(again, live)
    }),
  )
  const closed = means.begin()
  for (const [at, opening] of every.openings.entries())
    means.fold(
      closed,
      at % 3 === 0 ? opening : { ...opening, act: (['sealed', 'erased', 'withheld'] as const)[at % 2 === 0 ? 0 : at % 5 === 0 ? 1 : 2] },
    )
  assert.equal(closed.filed.size, every.openings.length)
})

/** The same acts recorded in another order; acts that began at one moment keep theirs, since index decides between them. */
const rearrived = (all: readonly Opened[], fixed: number, keys: readonly number[]): readonly Opened[] => {
  const moving = all.slice(fixed)
  const order = moving.map((act, at) => ({ act, key: keys[at % keys.length]! * 1_000 + at })).sort((one, other) => one.key - other.key)
  const result: Opened[] = order.map(({ act }) => act)
  for (const from of new Set(moving.map(({ mark }) => mark.happened.from))) {
    const places = result.flatMap((act, at) => (act.mark.happened.from === from ? [at] : []))
    const originals = moving.filter(({ mark }) => mark.happened.from === from)
    for (const [nth, place] of places.entries()) result[place] = originals[nth]!
  }
  return [...all.slice(0, fixed), ...result.map((act, at) => ({ ...act, mark: { ...act.mark, index: (fixed + at) as EntryIndex } }))]
}

test('[R51] the standing at any moment does not depend on the order in which ascribed acts arrived', () => {
  const all = threeRounds().acts()
  holds(
    fc.property(fc.array(fc.nat(1_000), { minLength: all.length, maxLength: all.length }), moments, (keys, happened) => {
      const one = standing(all, asking(undefined, { happened }))
      const other = standing(rearrived(all, 3, keys), asking(undefined, { happened }))
      assert.deepEqual(other, one)
    }),
  )
})

/** Renames bodies wherever they stand as whole words. */
const renamed = (value: unknown, names: ReadonlyMap<string, string>): unknown =>
  JSON.parse(JSON.stringify(value).replace(/\b[A-Z][A-Z0-9]*\b/g, (word) => names.get(word) ?? word))

test('[R52] exchanging the parties’ labels everywhere exchanges them in the answer and changes nothing else', () => {
  const label = fc.constantFrom('KAP', 'LOM', 'ZED', 'QQX', 'N1')
  holds(
    fc.property(label, label, moments, (caller, other, happened) => {
      fc.pre(caller !== other)
      const at = (script: ReturnType<typeof threeRounds>) => {
        const answer = standing(script.acts(), asking(undefined, { happened }))
        assert.ok(answer.ok)
        return { ...answer.value, seenBy: [...answer.value.seenBy].sort() }
      }
      const plain = at(threeRounds({ caller: 'KAP', other: 'LOM' }))
      const exchanged = at(threeRounds({ caller, other }))
      const expected = renamed(
        plain,
        new Map([
          ['KAP', caller],
          ['LOM', other],
        ]),
      ) as typeof plain
      // Who is named first among those who speak is the agreed order; everything else must be equal.
      assert.deepEqual({ ...exchanged, sentence: '' }, { ...expected, seenBy: [...expected.seenBy].sort(), sentence: '' })
      if (exchanged.talks.status === 'deadlock-called') assert.equal(exchanged.sentence, expected.sentence)
    }),
  )
})

test('[R52] with one party more, every rule names that party as it names the others', () => {
  const three = threeRounds({ parties: ['A', 'B', 'C'] })
  const answer = standingAt(three, '2025-11-10')
  assert.equal(answer.talks.status, 'deadlock-called')
  assert.deepEqual(answer.talks.by, ['A' as BodyId])
})

test('[R59] no answer holds "breach" or "violation" whatever acts it is computed from, unless an act’s own words do', () => {
  const every2 = [
    ...acts,
    ...threeRounds()
      .acts()
      .map((act) => ({ ...act, mark: { ...act.mark, index: (act.mark.index + 1_000) as EntryIndex } })),
  ]
  holds(
    fc.property(fc.shuffledSubarray(every2), moments, (some, happened) => {
      for (const view of [standing, overview, timeline, statements, commitments]) {
        assert.doesNotMatch(JSON.stringify(view(some, asking(undefined, { happened }))), /breach|violat/i)
      }
    }),
  )
})
