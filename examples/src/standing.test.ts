import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { EntryIndex, Instant, Json, Opening } from '@paraph/record'
import { nodePrimitives, nodeSigner } from '@paraph/record/node'
import { meaning, openAct, parseQueryTime, type Say, standing } from '@paraph/talks'
import { signExample } from './build.ts'
import { istanbul } from './istanbul-2025/script.ts'
import { permuted } from './permuted.ts'
import type { Example } from './script.ts'
import { type ExpectedStanding, istanbulStandings, permutedStandings } from './standings.ts'

/** English as written, its simple arguments filled in: enough to see whose words a sentence holds. */
const say: Say = ({ message }, values) => message.replace(/\{(\w+)\}/g, (whole, name: string) => String(values?.[name] ?? whole))

const openingsOf = async (example: Example): Promise<readonly Opening[]> => {
  const { steps } = await signExample(example, { primitives: nodePrimitives, signerOf: nodeSigner })
  return steps.map(({ hash, recorded, submission: { entry, act } }, index) => ({
    index: index as EntryIndex,
    hash,
    entry,
    recorded,
    act: { open: act },
  }))
}

const at = (text: string): Instant => {
  const moment = parseQueryTime(text)
  assert.ok(moment.ok)
  return moment.value
}

const standingAt = (acts: readonly Opening[], day: string) => {
  const answer = standing(acts.map(openAct), { happened: at(day), now: '2026-03-01T00:00:00.000Z' as Instant, say, language: 'en' })
  assert.ok(answer.ok, JSON.stringify(answer))
  return answer.value
}

const acceptedByEveryRule = (acts: readonly Opening[]): void => {
  const means = meaning(nodePrimitives)
  const state = means.begin()
  for (const opening of acts) {
    const label = `${opening.index} ${opening.entry.type}: ${JSON.stringify((opening.act as { open: Json }).open).slice(0, 200)}`
    const key = means.key(state, opening)
    assert.ok(key.ok, `${label}: ${JSON.stringify(key)}`)
    assert.equal(means.refuse(state, opening), undefined, label)
    means.fold(state, opening)
  }
}

const standsAs = (acts: readonly Opening[], { at: day, status, since, by }: ExpectedStanding): void => {
  const { talks } = standingAt(acts, day)
  assert.equal(talks.status, status, day)
  if (since !== null) assert.equal(talks.since, since, day)
  if (by.length > 0) assert.deepEqual(talks.by, by, day)
}

const istanbulActs = await openingsOf(istanbul)
const permutedActs = await openingsOf(permuted)

describe('istanbul-2025', () => {
  it('is accepted act by act by every right and rule', () => acceptedByEveryRule(istanbulActs))

  for (const expected of istanbulStandings) {
    it(`stands at ${expected.at} as ${expected.status}`, () => standsAs(istanbulActs, expected))
  }

  it('names on 10 November who calls the deadlock, and gives the other side’s contrary account in the same sentence', () => {
    const { talks, sentence } = standingAt(istanbulActs, '2025-11-10')
    assert.deepEqual(talks.by, ['PAK'])
    assert.match(sentence, /complete deadlock/)
    assert.match(sentence, /gave no result; AFG came in good faith, has not broken the ceasefire and keeps it/)
    assert.doesNotMatch(sentence, /no statement in the sources held/)
  })

  it('lets no contact on a track of its own lift the call: the account against it stands to the end', () => {
    const { sentence } = standingAt(istanbulActs, '2025-12-03')
    assert.match(sentence, /complete deadlock/)
    assert.match(sentence, /gave no result; AFG came in good faith/)
  })

  it('has both sides heard where both spoke about the round', () => {
    for (const day of ['2025-10-20', '2025-10-29', '2025-11-02', '2025-11-10']) {
      assert.doesNotMatch(standingAt(istanbulActs, day).sentence, /no statement in the sources held/, day)
    }
  })

  it('has two issues open from the first day on', () => {
    const issues = istanbulActs.filter(({ entry, act }) => entry.type === 'issue.tabled' && JSON.stringify(act).includes('"2025-10-09T'))
    assert.equal(issues.length, 2)
  })
})

describe('the form ladder of istanbul-2025 at the end of what was searched', () => {
  const { commitments } = standingAt(istanbulActs, '2025-12-03')
  const index = (title: string) =>
    istanbulActs.find(({ act }) => JSON.stringify(act).includes(`"commitment.recorded"`) && JSON.stringify(act).includes(title))!.hash
  const lane = (title: string, debtor: string) => {
    const found = commitments.find((one) => one.id === index(title) && one.debtor === debtor)
    assert.ok(found, `${title} ${debtor}`)
    return found
  }
  const top = (title: string, debtor: string) => lane(title, debtor).text.at(-1)

  it('has what one side says the other agreed aloud as claimed, dashed', () => {
    const rungs = lane('Agreed aloud, by one side', 'AFG').text
    assert.ok(rungs.length > 0)
    for (const { rung, dashed } of rungs) assert.deepEqual({ rung, dashed }, { rung: 'claimed', dashed: true })
  })

  it('has the points of 30 October as written, joint, issued by TUR, for each party', () => {
    for (const debtor of ['AFG', 'PAK']) {
      for (const title of ['Continue the ceasefire', 'Meeting of principals', 'Monitoring and verification']) {
        const reached = top(title, debtor)
        assert.equal(reached?.rung, 'written', `${title} ${debtor}`)
        assert.equal(reached?.dashed, true)
        assert.deepEqual(reached?.by, ['TUR'])
      }
    }
  })

  it('has two mirrored conditions on one ceasefire, each stated by its own side, neither determined', () => {
    const { conditions } = lane('Continue the ceasefire', 'AFG')
    assert.deepEqual(
      conditions.map(({ on, statedBy, status }) => ({ on, statedBy, status })),
      [
        { on: 'PAK', statedBy: ['AFG'], status: 'cannot-be-determined' },
        { on: 'AFG', statedBy: ['PAK'], status: 'cannot-be-determined' },
      ],
    )
  })

  it('keeps each side’s account of the Doha document its own: stated of itself, claimed of the other', () => {
    assert.equal(top('Attacks from Afghan territory stop', 'AFG')?.rung, 'claimed')
    assert.equal(top('Respect for each other', 'PAK')?.rung, 'stated')
    assert.equal(top('Respect for each other', 'AFG')?.rung, 'claimed')
    assert.equal(top('Not act against each other', 'AFG')?.rung, 'stated')
    assert.equal(top('Not act against each other', 'PAK')?.rung, 'claimed')
  })

  it('has the Doha document as reported, stated by each side in its own account, signed in a way that is not known', () => {
    for (const debtor of ['AFG', 'PAK']) {
      const { text, consent } = lane('Keep to the Doha document', debtor)
      assert.deepEqual({ rung: text.at(-1)?.rung, by: text.at(-1)?.by }, { rung: 'stated', by: [debtor] })
      assert.equal(consent.at(-1)?.rung, 'signed-kind-not-known')
      assert.ok(text.filter(({ how }) => how.rule === 'reported-document').length >= 2)
    }
  })

  it('gives the mechanism no date', () => assert.equal(lane('Monitoring and verification', 'AFG').status, 'no-deadline-stated'))

  it('has nothing solid: nobody has joined', () => {
    for (const { text, consent } of commitments) for (const { dashed } of [...text, ...consent]) assert.equal(dashed, true)
  })
})

describe('the permuted copy', () => {
  it('is accepted act by act by every right and rule', () => acceptedByEveryRule(permutedActs))

  it('holds no word of the original and no body of it', () => {
    const text = JSON.stringify(permutedActs.map(({ act }) => act))
    assert.doesNotMatch(text, /Asif|Mujahid|Pakistan|Afghan|"PAK"|"AFG"|"TUR"|"QAT"|"KSA"|htnworld|deadlock is/)
  })

  for (const expected of permutedStandings) {
    it(`stands at ${expected.at} as ${expected.status}`, () => standsAs(permutedActs, expected))
  }
})
