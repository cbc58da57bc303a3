import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Json } from '@paraph/record'
import { nodePrimitives, nodeSigner } from '@paraph/record/node'
import { signExample } from '../build.ts'
import { istanbul } from './script.ts'

// Every voice at equal length and rank: measured, since good will drifts with each edit.

/** How far the longer side of a pair may exceed the shorter. */
const PAIR_LIMIT = 1.25
/** The same over everything that a party says, and over everything that it holds. */
const TOTAL_LIMIT = 1.15

type Fields = { readonly [field: string]: Json }
const PARTIES = ['AFG', 'PAK'] as const
type Party = (typeof PARTIES)[number]

const signed = await signExample(istanbul, { primitives: nodePrimitives, signerOf: nodeSigner })
const acts = signed.steps.map(({ step, submission }) => ({ step, act: submission.act as Fields }))

const partyOf = (act: Fields): string | undefined =>
  act['type'] === 'statement.recorded'
    ? (act['speaker'] as { readonly body?: string }).body
    : String(act['type']).startsWith('position.')
      ? (act['ascribed'] as { readonly to: readonly string[] }).to[0]
      : undefined

const count = (sentence: string): number => sentence.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
const length = (act: Fields, language: 'en' | 'ur'): number => count((act['words'] as { readonly [language: string]: string })[language]!)

const ratio = (sums: Readonly<Record<Party, number>>): number => Math.max(sums.AFG, sums.PAK) / Math.min(sums.AFG, sums.PAK)

const sum = (of: readonly { readonly act: Fields }[], measure: (act: Fields) => number): Record<Party, number> => {
  const sums: Record<Party, number> = { AFG: 0, PAK: 0 }
  for (const { act } of of) {
    const party = partyOf(act)
    if (party === 'AFG' || party === 'PAK') sums[party] += measure(act)
  }
  return sums
}

const statements = acts.filter(({ act }) => act['type'] === 'statement.recorded')
const positions = acts.filter(({ act }) => String(act['type']).startsWith('position.'))
const pairs = [...new Set(statements.flatMap(({ step }) => (step.pair === undefined ? [] : [step.pair])))]

describe('the two voices of istanbul-2025', () => {
  it('meet on each of the eight open disputes but the numbering, and on more', () => {
    for (const dispute of [
      'who asked for the truce of 15 October',
      'losses of 11 and 12 October',
      'written assurance',
      'who asked for the extension of 17 October',
      'what the Doha document says',
      'strikes of 25 November',
      'two mirrored conditions',
      'how the round of 6 and 7 November ended',
    ]) {
      assert.ok(pairs.includes(dispute), dispute)
    }
  })

  for (const language of ['en', 'ur'] as const) {
    it(`are of one length on each matter that both speak of (${language}, ±25 %)`, () => {
      assert.ok(pairs.length >= 15)
      const far = pairs
        .map((pair) => ({
          pair,
          sums: sum(
            statements.filter(({ step }) => step.pair === pair),
            (act) => length(act, language),
          ),
        }))
        .filter(({ sums }) => !(ratio(sums) <= PAIR_LIMIT))
      assert.deepEqual(far, [])
    })

    it(`are of one length in all (${language}, ±15 %)`, () => {
      const said = sum(statements, (act) => length(act, language))
      const held = sum([...statements, ...positions], (act) => length(act, language))
      assert.ok(ratio(said) <= TOTAL_LIMIT, JSON.stringify(said))
      assert.ok(ratio(held) <= TOTAL_LIMIT, JSON.stringify(held))
    })
  }

  it('are quoted in their own language at one length', () => {
    const quoted = sum(statements, (act) => count((act['quoted'] as { readonly text: string } | undefined)?.text ?? ''))
    assert.ok(ratio(quoted) <= PAIR_LIMIT, JSON.stringify(quoted))
  })

  it('are of one rank: a matter that both speak of has both sides about the same entry', () => {
    for (const pair of pairs.filter((one) => one !== 'two mirrored conditions')) {
      const about = PARTIES.map(
        (party) =>
          new Set(
            statements
              .filter(({ step, act }) => step.pair === pair && partyOf(act) === party)
              .flatMap(({ act }) => (act['about'] ?? []) as readonly string[]),
          ),
      )
      assert.ok(
        [...about[0]!].some((one) => about[1]!.has(one)),
        pair,
      )
    }
  })

  it('never name each other but by label', () => {
    const labels = /\b(regime|interim|Taliban|emirate|neighbou?r country|so-called|infidel|aggressor)\b/i
    for (const { step, act } of [...statements, ...positions]) {
      assert.doesNotMatch((act['words'] as { readonly en: string }).en, labels, step.label)
    }
  })
})
