import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { EntryIndex, Instant, Json, Opening } from '@paraph/record'
import { nodePrimitives, nodeSigner } from '@paraph/record/node'
import { meaning, openAct, parseQueryTime, type Say, standing } from '@paraph/talks'
import { signExample } from '../build.ts'
import { lakeSeraStandings } from '../standings.ts'
import { cast } from './cast.ts'
import { lakeSera } from './script.ts'

type Fields = { readonly [field: string]: Json }
const given = { primitives: nodePrimitives, signerOf: nodeSigner }
const signed = await signExample(lakeSera, given)
const acts = signed.steps.map(({ step, submission }) => ({ step, act: submission.act as Fields }))
const openings: readonly Opening[] = signed.steps.map(({ hash, recorded, submission: { entry, act } }, index) => ({
  index: index as EntryIndex,
  hash,
  entry,
  recorded,
  act: { open: act },
}))
const say: Say = ({ message }, values) => message.replace(/\{(\w+)\}/g, (whole, name: string) => String(values?.[name] ?? whole))

const standingAt = (day: string) => {
  const moment = parseQueryTime(day)
  assert.ok(moment.ok)
  const answer = standing(openings.map(openAct), { happened: moment.value, now: moment.value as Instant, say, language: 'en' })
  assert.ok(answer.ok, JSON.stringify(answer))
  return answer.value
}

/** Every object of our own words, with the label of its step. */
const wordsOf = (value: Json, found: Fields[] = []): Fields[] => {
  if (typeof value !== 'object' || value === null) return found
  if (!Array.isArray(value) && typeof (value as { readonly en?: Json }).en === 'string') found.push(value as Fields)
  else for (const inner of Object.values(value)) wordsOf(inner as Json, found)
  return found
}

describe('the script of lake-sera', () => {
  it('is accepted act by act by every right and rule', () => {
    const means = meaning(nodePrimitives)
    const state = means.begin()
    for (const [at, opening] of openings.entries()) {
      const { label } = signed.steps[at]!.step
      const key = means.key(state, opening)
      assert.ok(key.ok, `${label}: ${JSON.stringify(key)}`)
      assert.equal(means.refuse(state, opening), undefined, label)
      means.fold(state, opening)
    }
    assert.deepEqual(
      [...state.bodies.values()].map(({ joined }) => joined !== undefined),
      [true, true, true, true, true],
    )
  })

  it('is marked as an exercise whose keys are public in its founding act', () => {
    const { nature, keysArePublic, statusClause } = acts[0]!.act
    assert.deepEqual({ nature, keysArePublic }, { nature: 'exercise', keysArePublic: true })
    assert.match((statusClause as { en: string }).en, /^An exercise: every body, person, place and event in it is invented/)
  })

  it('says everything in English and in Urdu', () => {
    let seen = 0
    for (const { step, act } of acts) {
      for (const words of wordsOf(act)) {
        seen++
        assert.deepEqual(Object.keys(words).sort(), ['en', 'ur'], step.label)
        assert.match(String(words['ur']), /[\u0600-\u06ff]/, `${step.label}: ${words['ur']}`)
        assert.doesNotMatch(String(words['en']), /[\u0600-\u06ff]/, `${step.label}: ${words['en']}`)
      }
    }
    assert.ok(seen > 200, `${seen} words`)
  })

  it('has own acts alone, each of the body whose key signs it, on a clock that never goes back', () => {
    for (const [at, { step, act }] of acts.entries()) {
      assert.equal(act['ascribed'], undefined, step.label)
      assert.equal(step.by, cast[step.key as keyof typeof cast].body, step.label)
      assert.ok(at === 0 || step.recorded > acts[at - 1]!.step.recorded, step.label)
      assert.match(step.recorded, /^2026-0[1-6]-/)
    }
  })

  it('holds what the exercise is for: rounds, papers and their custody, a deadlock, a communiqué, assurances, measures, incidents', () => {
    const count = new Map<string, number>()
    for (const { act } of acts) count.set(String(act['type']), (count.get(String(act['type'])) ?? 0) + 1)
    const times = (type: string) => count.get(type) ?? 0
    assert.equal(times('issue.tabled'), 4)
    assert.equal(times('round.opened'), 3)
    assert.equal(times('deadlock.called'), 1)
    assert.equal(times('deadlock.lifted'), 1)
    for (const verb of ['handed-over', 'received', 'passed-on', 'returned', 'tabled']) assert.ok(times(`paper.${verb}`) >= 2, verb)
    for (const verb of ['drafted', 'issued', 'disputed']) assert.equal(times(`communique.${verb}`), 1, verb)
    assert.equal(times('communique.agreed'), 2)
    assert.equal(times('assurance.asked'), 6)
    assert.ok(times('statement.disputed') >= 2 && times('statement.owned') === 2 && times('statement.clarified') === 1)
    const given = acts.filter(({ act }) => act['type'] === 'assurance.answered').map(({ act }) => act['answer'])
    assert.ok(new Set(given).size >= 5, String(given))
    const kinds = new Set(acts.filter(({ act }) => act['type'] === 'paper.handed-over').map(({ act }) => act['kind']))
    assert.deepEqual([...kinds].sort(), ['draft', 'list', 'non-paper'])
    assert.ok(acts.length >= 120 && acts.length < 256, `${acts.length} acts`)
  })

  it('is played by everybody of its cast', () => {
    assert.deepEqual([...new Set(acts.map(({ step }) => step.key))].sort(), Object.keys(cast).sort())
  })
})

describe('the standing of lake-sera', () => {
  for (const { at, status, since, by } of lakeSeraStandings) {
    it(`is ${status} at ${at}`, () => {
      const { talks } = standingAt(at)
      assert.equal(talks.status, status)
      if (since !== null) assert.equal(talks.since?.slice(0, 10), since.slice(0, 10))
      if (by.length > 0) assert.deepEqual(talks.by, by)
      assert.ok(talks.because.length > 0, 'it says why')
    })
  }

  it('reaches every status but those that need what an exercise has not: a search of sources, and an end', () => {
    assert.deepEqual([...new Set(lakeSeraStandings.map(({ status }) => status))].sort(), [
      'between-rounds',
      'deadlock-called',
      'in-round',
      'no-result',
      'open',
      'party-absent',
      'quiet',
      'suspended',
    ])
  })

  it('names who calls the deadlock and gives the other side’s words in the same sentence', () => {
    const { sentence } = standingAt('2026-03-16')
    assert.match(sentence, /B.*calls a deadlock.*nothing moves any more.*A.*says.*we will answer/)
  })

  it('has rungs that are solid, for the parties themselves have joined', () => {
    const { commitments } = standingAt('2026-06-30')
    const top = commitments.map(({ debtor, text }) => ({ debtor, rung: text.at(-1)?.rung, dashed: text.at(-1)?.dashed }))
    assert.ok(top.length >= 6)
    for (const { rung, dashed } of top) assert.deepEqual({ rung, dashed }, { rung: 'written', dashed: false })
  })

  it('has two mirrored conditions on one ceasefire, neither determined', () => {
    const { commitments } = standingAt('2026-06-30')
    const conditions = commitments.find(({ conditions }) => conditions.length > 0)!.conditions
    assert.deepEqual(
      conditions.map(({ on, statedBy, status }) => ({ on, statedBy, status })),
      [
        { on: 'B', statedBy: ['A'], status: 'cannot-be-determined' },
        { on: 'A', statedBy: ['B'], status: 'cannot-be-determined' },
      ],
    )
  })
})
