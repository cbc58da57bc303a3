import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Json } from '@paraph/record'
import { nodePrimitives, nodeSigner } from '@paraph/record/node'
import { parseAct } from '@paraph/talks'
import { signExample } from '../build.ts'
import { istanbul } from './script.ts'

const given = { primitives: nodePrimitives, signerOf: nodeSigner }
const signed = await signExample(istanbul, given)
const acts = signed.steps.map(({ step, submission }) => ({ step, act: submission.act as { readonly [field: string]: Json } }))

/** Every object of our own words, with the label of its step. */
const wordsOf = (value: Json, found: { readonly [language: string]: Json }[] = []): typeof found => {
  if (typeof value !== 'object' || value === null) return found
  if (!Array.isArray(value) && typeof (value as { readonly en?: Json }).en === 'string') found.push(value as (typeof found)[number])
  else for (const inner of Object.values(value)) wordsOf(inner as Json, found)
  return found
}

describe('the script of istanbul-2025', () => {
  it('has acts that talks can read, each of them', () => {
    for (const { step, act } of acts) {
      const read = parseAct(act)
      assert.ok(read.ok, `${step.label}: ${JSON.stringify(read)}`)
    }
  })

  it('says everything in English and in Urdu, and leaves no Urdu sentence in Latin script', () => {
    let seen = 0
    for (const { step, act } of acts) {
      for (const words of wordsOf(act)) {
        seen++
        assert.deepEqual(Object.keys(words).sort(), ['en', 'ur'], step.label)
        assert.match(String(words['ur']), /[\u0600-\u06ff]{2}/, `${step.label}: ${words['ur']}`)
        assert.doesNotMatch(String(words['en']), /[\u0600-\u06ff]/, `${step.label}: ${words['en']}`)
      }
    }
    assert.ok(seen > 250, `${seen} words`)
  })

  it('ascribes what bodies did, and holds no own act of anybody but the rapporteur', () => {
    const recording = /^(process\.|source\.|statement\.recorded|incident\.opened|commitment\.(recorded|linked))/
    for (const { step, act } of acts) {
      assert.equal(step.by, 'RAP')
      const to = (act['ascribed'] as { readonly to: readonly string[] } | undefined)?.to
      if (recording.test(String(act['type']))) assert.equal(to, undefined, step.label)
      else assert.ok(to !== undefined && !to.includes('RAP'), step.label)
    }
  })

  it('holds no assurance: a demand reported without a request is a position', () => {
    assert.equal(acts.filter(({ act }) => String(act['type']).startsWith('assurance.')).length, 0)
  })

  it('gives every act but founding, covering and capturing a time of its own, within what was covered', () => {
    for (const { step, act } of acts) {
      if (/^(process|source)\./.test(String(act['type']))) continue
      const when = act['when'] as { readonly from: string; readonly until: string }
      assert.ok(when.from >= '2025-10-09' && when.until <= '2025-12-04T00:00:00.000Z', step.label)
    }
  })

  it('is recorded on a clock of its own that never goes back', () => {
    for (const [at, { recorded }] of signed.steps.entries()) assert.ok(at === 0 || recorded > signed.steps[at - 1]!.recorded)
  })

  it('becomes the same process wherever it is signed', async () => {
    const again = await signExample(istanbul, given)
    assert.equal(again.processId, signed.processId)
    assert.deepEqual(
      again.steps.map(({ hash, submission }) => [hash, submission.sig.value]),
      signed.steps.map(({ hash, submission }) => [hash, submission.sig.value]),
    )
  })

  it('stays within what one first start can bear', () => {
    assert.ok(acts.length > 150 && acts.length < 256, `${acts.length} acts`)
  })
})
