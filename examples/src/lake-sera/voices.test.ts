import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Json } from '@paraph/record'
import { nodePrimitives, nodeSigner } from '@paraph/record/node'
import { signExample } from '../build.ts'
import { lakeSera } from './script.ts'

// Every voice at equal length and rank, in an exercise too: people learn from it how a record sounds.

/** How far the longer side of a pair may exceed the shorter. */
const PAIR_LIMIT = 1.25
/** The same over everything that a party says and holds. */
const TOTAL_LIMIT = 1.15

type Fields = { readonly [field: string]: Json }
type Language = 'en' | 'ur'
const signed = await signExample(lakeSera, { primitives: nodePrimitives, signerOf: nodeSigner })
const acts = signed.steps.map(({ step, submission }) => ({ step, act: submission.act as Fields }))

/** Whose words an act holds: its speaker's in a statement, else its signer's. */
const partyOf = ({ step, act }: (typeof acts)[number]): string =>
  act['type'] === 'statement.recorded' ? ((act['speaker'] as { readonly body?: string }).body ?? '') : step.by

const count = (sentence: string): number => sentence.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
/** Words of an act's own text: what is said, the reason given, what is promised in the same form. */
const length = ({ act }: (typeof acts)[number], language: Language): number =>
  ['words', 'reason', 'inSameForm', 'reported', 'content'].reduce(
    (sum, field) => sum + count((act[field] as { readonly [language: string]: string } | undefined)?.[language] ?? ''),
    0,
  )

const sums = (of: typeof acts, measure: (one: (typeof acts)[number]) => number) => {
  const found = { A: 0, B: 0 }
  for (const one of of) {
    const party = partyOf(one)
    if (party === 'A' || party === 'B') found[party] += measure(one)
  }
  return found
}
const ratio = ({ A, B }: { A: number; B: number }): number => Math.max(A, B) / Math.min(A, B)

const pairs = [...new Set(acts.flatMap(({ step }) => (step.pair === undefined ? [] : [step.pair])))]

describe('the two voices of lake-sera', () => {
  for (const language of ['en', 'ur'] as const) {
    it(`are of one length on each matter that both speak of (${language}, ±25 %)`, () => {
      assert.ok(pairs.length >= 15, `${pairs.length} pairs`)
      const far = pairs
        .map((pair) => ({
          pair,
          sums: sums(
            acts.filter(({ step }) => step.pair === pair),
            (one) => length(one, language),
          ),
        }))
        .filter(({ sums }) => !(ratio(sums) <= PAIR_LIMIT))
      assert.deepEqual(far, [])
    })

    it(`are of one length in all, and in statements and positions alone (${language}, ±15 %)`, () => {
      const all = sums(acts, (one) => length(one, language))
      const spoken = sums(
        acts.filter(({ act }) => act['type'] === 'statement.recorded' || String(act['type']).startsWith('position.')),
        (one) => length(one, language),
      )
      assert.ok(ratio(all) <= TOTAL_LIMIT, JSON.stringify(all))
      assert.ok(ratio(spoken) <= TOTAL_LIMIT, JSON.stringify(spoken))
    })
  }

  it('are quoted at one length', () => {
    const quoted = sums(acts, ({ act }) => count((act['quoted'] as { readonly text: string } | undefined)?.text ?? ''))
    assert.ok(ratio(quoted) <= TOTAL_LIMIT, JSON.stringify(quoted))
  })

  it('are of one rank: as many acts of each kind by each, but for what one does and the other answers', () => {
    const answeredOtherwise = /^(body\.(left|returned)|deadlock\.|communique\.disputed|statement\.(disputed|clarified)|consent\.)/
    const tally = { A: new Map<string, number>(), B: new Map<string, number>() }
    for (const one of acts) {
      const party = partyOf(one)
      const type = String(one.act['type'])
      if ((party !== 'A' && party !== 'B') || answeredOtherwise.test(type)) continue
      tally[party].set(type, (tally[party].get(type) ?? 0) + 1)
    }
    const { 'paper.returned': _a, ...ofA } = Object.fromEntries(tally.A)
    const { 'paper.returned': _b, ...ofB } = Object.fromEntries(tally.B)
    assert.deepEqual(ofA, ofB)
  })
})
