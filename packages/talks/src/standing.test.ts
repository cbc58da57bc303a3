import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Instant } from '@paraph/record'
import { openAct } from './act.ts'
import {
  ascribe,
  asking,
  bare,
  day,
  exercise,
  grounds,
  joined,
  reconstruction,
  type Script,
  said,
  standingAt,
  words,
} from './script.test-support.ts'
import { standing } from './standing.ts'
import { threeRounds } from './talks.test-support.ts'

// Longer than 250 lines: one case per row of the table, and each of its traps.

const status = (script: Script, at: string) => standingAt(script, at).talks.status
const talks = (script: Script, at?: string) => standingAt(script, at).talks
const rules = (script: Script, at: string) => talks(script, at).because.map(({ rule }) => rule)

test('[R40] a round that opened before the moment and did not close before it is in-round, also at the end of the day before its closing', () => {
  const script = threeRounds()
  assert.equal(status(script, '2025-10-17'), 'open')
  assert.equal(status(script, '2025-10-18'), 'in-round')
  assert.equal(status(script, '2025-10-19'), 'between-rounds')
  assert.equal(status(script, '2025-10-27'), 'in-round')
  assert.equal(status(script, '2025-11-06'), 'in-round')
  assert.equal(talks(script, '2025-11-06').since, '2025-11-06T00:00:00.000Z')
  assert.deepEqual(talks(script, '2025-11-06').by, ['M'])
})

test('[R41] between-rounds begins at the later of announcement and last closing, and ends when the planned date has passed', () => {
  const script = threeRounds()
  assert.equal(talks(script, '2025-10-20').status, 'between-rounds')
  assert.equal(talks(script, '2025-10-20').since, '2025-10-19T00:00:00.000Z')
  assert.equal(talks(script, '2025-11-02').since, '2025-10-30T00:00:00.000Z')
  const planned = ascribe(
    reconstruction(),
    'plan',
    { type: 'round.scheduled', planned: day('2025-10-25') },
    { to: ['M'], when: day('2025-10-19') },
  )
  assert.equal(status(planned, '2025-10-24'), 'between-rounds')
  assert.equal(status(planned, '2025-10-25T23:59:59Z'), 'between-rounds')
  assert.equal(status(planned, '2025-10-25'), 'open')
  assert.equal(talks(planned, '2025-10-28').since, '2025-10-26T00:00:00.000Z')
})

test('[R41] a plan lapses when a round opens in its track, and stands when one opens in another', () => {
  const planned = (track: string) => {
    const script = reconstruction()
    for (const name of ['one', 'two'])
      script.add(name, { type: 'track.opened', track: name, title: words(name), when: day('2025-10-02') }, { by: 'R' })
    ascribe(script, 'plan', { type: 'round.scheduled', track: 'one', planned: day('2025-11-20') }, { to: ['M'], when: day('2025-10-05') })
    ascribe(script, 'open', { type: 'round.opened', track, takesPart: ['A', 'B'] }, { to: ['M'], when: day('2025-10-10') })
    return ascribe(script, 'close', { type: 'round.closed', round: '@open', outcome: 'progress' }, { to: ['M'], when: day('2025-10-12') })
  }
  assert.equal(status(planned('one'), '2025-10-15'), 'open')
  assert.equal(status(planned('two'), '2025-10-15'), 'between-rounds')
})

test('[R41] who announced a round may take it back; the denial of somebody else stands beside it and the row still holds', () => {
  const plan = () =>
    ascribe(
      reconstruction(),
      'plan',
      { type: 'round.scheduled', planned: day('2025-10-25') },
      { to: ['M'], when: day('2025-10-19'), of: 'A' },
    )
  const denied = ascribe(plan(), 'denial', { type: 'round.cancelled', round: '@plan' }, { to: ['B'], when: day('2025-10-20') })
  assert.equal(status(denied, '2025-10-21'), 'between-rounds')
  assert.deepEqual(rules(denied, '2025-10-21'), ['round-scheduled', 'schedule-denied'])
  assert.match(bare(talks(denied, '2025-10-21').because[0]!.text), /by account of A/)
  const takenBack = ascribe(plan(), 'back', { type: 'round.cancelled', round: '@plan' }, { to: ['M'], when: day('2025-10-20') })
  assert.equal(status(takenBack, '2025-10-21'), 'open')
  assert.equal(talks(takenBack, '2025-10-21').since, '2025-10-20T00:00:00.000Z')
  const again = { type: 'round.scheduled', round: '@plan', planned: day('2025-10-28') }
  const announcedAgain = ascribe(takenBack, 'again', again, { to: ['M'], when: day('2025-10-22'), of: 'A' })
  assert.equal(status(announcedAgain, '2025-10-21'), 'open')
  assert.equal(status(announcedAgain, '2025-10-23'), 'between-rounds')
})

test('[R42] a called deadlock is by whom called it, since the call, and by all only when each party called it', () => {
  const script = threeRounds()
  assert.deepEqual(
    [talks(script, '2025-11-10').status, talks(script, '2025-11-10').since, talks(script, '2025-11-10').by],
    ['deadlock-called', '2025-11-07T00:00:00.000Z', ['A']],
  )
  assert.doesNotMatch(standingAt(script, '2025-11-10').sentence, /Every party/)
  ascribe(
    script,
    'call-b',
    { type: 'deadlock.called', round: '@round-3', words: words('nothing moves') },
    { to: ['B'], when: day('2025-11-12') },
  )
  assert.deepEqual(talks(script, '2025-11-13').by, ['A', 'B'])
  assert.equal(talks(script, '2025-11-13').since, '2025-11-07T00:00:00.000Z')
  assert.match(standingAt(script, '2025-11-13').sentence, /Every party has called a deadlock/)
})

test('[R42] a call lapses for an author who takes part in a later round on its track or one linked, and for nobody else', () => {
  const called = (track: string, takesPart: string[], link: boolean) => {
    const script = reconstruction({ parties: ['A', 'B', 'C'] })
    for (const name of ['one', 'two'])
      script.add(name, { type: 'track.opened', track: name, title: words(name), when: day('2025-10-02') }, { by: 'R' })
    if (link) script.add('link', { type: 'track.linked', tracks: ['one', 'two'], when: day('2025-10-02') }, { by: 'R' })
    ascribe(script, 'call', { type: 'deadlock.called', track: 'one', words: words('stuck') }, { to: ['A'], when: day('2025-10-05') })
    ascribe(script, 'open', { type: 'round.opened', track, takesPart }, { to: ['M'], when: day('2025-10-10') })
    return ascribe(script, 'close', { type: 'round.closed', round: '@open', outcome: 'progress' }, { to: ['M'], when: day('2025-10-11') })
  }
  assert.equal(status(called('one', ['A', 'B'], false), '2025-10-12'), 'open')
  assert.equal(status(called('one', ['B', 'C'], false), '2025-10-12'), 'deadlock-called')
  assert.equal(status(called('two', ['A', 'B'], false), '2025-10-12'), 'deadlock-called')
  assert.equal(status(called('two', ['A', 'B'], true), '2025-10-12'), 'open')
})

test('[R42] a lifted call stands no longer, and what stands then is since the lifting', () => {
  const script = ascribe(threeRounds(), 'lifted', { type: 'deadlock.lifted', call: '@call' }, { to: ['A'], when: day('2025-11-09') })
  assert.equal(status(script, '2025-11-08'), 'deadlock-called')
  assert.deepEqual([talks(script, '2025-11-10').status, talks(script, '2025-11-10').since], ['open', '2025-11-09T00:00:00.000Z'])
})

const withoutCall = (outcome: string, more: Parameters<typeof reconstruction>[0] = {}) => {
  const script = reconstruction(more)
  ascribe(script, 'issue', { type: 'issue.tabled', title: words('Crossings') }, { to: ['A'], when: day('2025-10-02') })
  ascribe(script, 'open', { type: 'round.opened', takesPart: ['A', 'B'] }, { to: ['M'], when: day('2025-10-05') })
  return ascribe(script, 'close', { type: 'round.closed', round: '@open', outcome }, { to: ['M'], when: day('2025-10-06') })
}

test('[R43] no-result holds once the grace period has passed without a next round, since the closing, while an issue is open', () => {
  const script = withoutCall('broken-off')
  assert.equal(status(script, '2025-10-18'), 'open')
  assert.equal(talks(script, '2025-10-18').wouldChange.at(-1)!.rule, 'grace-ends')
  assert.deepEqual([talks(script, '2025-10-20').status, talks(script, '2025-10-20').since], ['no-result', '2025-10-06T00:00:00.000Z'])
  assert.match(standingAt(script, '2025-10-20').sentence, /found scheduled in the sources held/)
  assert.equal(status(withoutCall('progress'), '2025-10-30'), 'open')
  const parked = ascribe(
    withoutCall('no-result'),
    'parked',
    { type: 'issue.parked', issue: '@issue' },
    { to: ['M'], when: day('2025-10-10') },
  )
  assert.equal(status(parked, '2025-10-30'), 'open')
  const again = ascribe(
    withoutCall('no-result'),
    'plan',
    { type: 'round.scheduled', planned: day('2025-10-15') },
    { to: ['M'], when: day('2025-10-07') },
  )
  assert.equal(status(again, '2025-10-25'), 'open')
  assert.equal(status(again, '2025-10-30'), 'no-result')
})

test('[R44] quiet needs a period in the ground rules, an open issue and no change of a position or a form; schedules do not count', () => {
  const loud = withoutCall('progress', { grounds: grounds({ quietDays: 10 }) })
  ascribe(
    loud,
    'stand',
    { type: 'position.tabled', issue: '@issue', kind: 'demand', words: words('open them') },
    { to: ['A'], when: day('2025-10-08') },
  )
  ascribe(loud, 'plan', { type: 'round.scheduled', planned: day('2025-10-16') }, { to: ['M'], when: day('2025-10-12') })
  assert.equal(status(loud, '2025-10-16'), 'open')
  assert.deepEqual([talks(loud, '2025-10-18').status, talks(loud, '2025-10-18').since], ['quiet', '2025-10-08T00:00:00.000Z'])
  assert.equal(status(withoutCall('progress'), '2025-11-29'), 'open')
})

test('[R45] open otherwise, since the end of what stood before, else since what was searched begins, else since the opening', () => {
  assert.deepEqual(
    [talks(threeRounds(), '2025-10-10').status, talks(threeRounds(), '2025-10-10').since],
    ['open', '2025-10-01T00:00:00.000Z'],
  )
  assert.equal(talks(withoutCall('progress'), '2025-10-08').since, '2025-10-06T00:00:00.000Z')
  const plain = exercise({ when: day('2026-02-01') })
  assert.equal(talks(plain, '2026-02-10').since, '2026-02-01T00:00:00.000Z')
})

test('[R46] suspended and closed come from the act and hold from when it happened, not before, and resuming undoes the first', () => {
  const script = exercise({ when: day('2026-01-01') })
  script.add('suspended', { type: 'process.suspended', when: day('2026-01-10') })
  assert.equal(status(script, '2026-01-09'), 'open')
  assert.deepEqual([talks(script, '2026-01-10').status, talks(script, '2026-01-10').by], ['suspended', ['S']])
  script.add('resumed', { type: 'process.resumed', when: day('2026-01-20') })
  assert.deepEqual([talks(script, '2026-01-21').status, talks(script, '2026-01-21').since], ['open', '2026-01-20T00:00:00.000Z'])
  script.add('closed', { type: 'process.closed', when: day('2026-01-30') })
  assert.equal(status(script, '2026-01-25'), 'open')
  assert.equal(status(script, '2026-01-30'), 'closed')
})

test('[R46] a party that left and has not returned is named, since its leaving', () => {
  const script = exercise({ when: day('2026-01-01') })
  script.add('left', { type: 'body.left', when: day('2026-01-10') }, { by: 'B' })
  assert.deepEqual(
    [talks(script, '2026-01-11').status, talks(script, '2026-01-11').by, talks(script, '2026-01-11').since],
    ['party-absent', ['B'], '2026-01-10T00:00:00.000Z'],
  )
  script.add('returned', { type: 'body.returned', when: day('2026-01-15') }, { by: 'B' })
  assert.equal(status(script, '2026-01-12'), 'party-absent')
  assert.equal(status(script, '2026-01-16'), 'open')
})

test('[R47] where accounts of one value differ the first row that holds under every account is taken, and whose accounts differ is said', () => {
  const outcomes = (one: string, other: string) => {
    const script = withoutCall(one)
    return ascribe(
      script,
      'other',
      { type: 'round.closed', round: '@open', outcome: other },
      { to: ['M'], when: day('2025-10-06'), of: 'B' },
    )
  }
  const differ = outcomes('progress', 'no-result')
  assert.equal(status(differ, '2025-10-25'), 'open')
  assert.equal(rules(differ, '2025-10-25')[0], 'accounts-differ')
  assert.match(bare(standingAt(differ, '2025-10-25').sentence), /Disputed between the accounts of B and of M/)
  assert.equal(status(outcomes('broken-off', 'no-result'), '2025-10-25'), 'no-result')
  // Who does not know the outcome takes no side on it.
  assert.equal(status(outcomes('not-known', 'no-result'), '2025-10-25'), 'no-result')
})

test('[R47] a call stands whatever the accounts of a round say, and the difference is among its reasons', () => {
  const script = withoutCall('progress')
  ascribe(script, 'later', { type: 'round.opened', round: '@open', takesPart: ['A', 'B'] }, { to: ['M'], when: day('2025-10-08'), of: 'B' })
  ascribe(script, 'call', { type: 'deadlock.called', round: '@open', words: words('stuck') }, { to: ['A'], when: day('2025-10-10') })
  assert.equal(status(script, '2025-10-12'), 'deadlock-called')
  assert.deepEqual(rules(script, '2025-10-12').slice(0, 2), ['accounts-differ', 'deadlock-called'])
})

test('[R48] the sentence names who called it with their words, and gives every other party its latest statement about the round or the call', () => {
  const sentence = bare(standingAt(threeRounds(), '2025-11-10').sentence)
  assert.equal(
    sentence,
    'No round is open and none was found scheduled in the sources held. A (Speaker of A, 7 November 2025) calls a deadlock: a complete deadlock. B (Speaker of B, 8 November 2025) says: the round gave no result and we keep to our word.',
  )
  const later = threeRounds().add('said-later', said('B', 'we are ready to meet', day('2025-11-09'), { about: ['@call'] }), { by: 'R' })
  assert.match(standingAt(later, '2025-11-10').sentence, /we are ready to meet/)
  assert.match(standingAt(later, '2025-11-08').sentence, /the round gave no result/)
})

test('[R48] of two statements of one day the later on the record is the latest', () => {
  const script = threeRounds()
  for (const label of ['one', 'two', 'three'])
    script.add(label, said('B', `statement ${label}`, day('2025-11-09'), { about: ['@round-3'] }), { by: 'R' })
  assert.match(standingAt(script, '2025-11-10').sentence, /statement three/)
})

test('[R48] a party without a statement is named too: in a reconstruction "no statement in the sources held", elsewhere not at all', () => {
  const three = reconstruction({ parties: ['A', 'B', 'C'] })
  ascribe(three, 'call', { type: 'deadlock.called', words: words('stuck') }, { to: ['A'], when: day('2025-10-05') })
  const sentence = bare(standingAt(three, '2025-10-06').sentence)
  assert.match(sentence, /B: no statement in the sources held\. C: no statement in the sources held\./)
  const plain = exercise({ when: day('2026-01-01') }).add('call', { type: 'deadlock.called', words: words('stuck') }, { by: 'A' })
  assert.doesNotMatch(standingAt(plain).sentence, /no statement|sources held/)
  assert.match(bare(standingAt(plain).sentence), /No round is open and none is scheduled\. A \(.*\) calls a deadlock: stuck\./)
})

test('[R48] a statement that was withdrawn, and one that another claims in a party’s name, does not speak for it where it stated something itself', () => {
  const script = threeRounds()
  script.add(
    'hearsay',
    said('B', 'B is said to have given in', day('2025-11-09'), { about: ['@round-3'], form: 'hearsay', voice: 'outlet' }),
    { by: 'R' },
  )
  assert.match(standingAt(script, '2025-11-10').sentence, /the round gave no result/)
  script.add('back', { type: 'statement.withdrawn', statement: '@said-other', when: day('2025-11-10') }, { by: 'R' })
  assert.match(standingAt(script, '2025-11-10').sentence, /B is said to have given in/)
})

test('[R49] two times of one day without hours are said as that day and never put in order in words', () => {
  for (const { text } of [...talks(threeRounds(), '2025-11-10').because, { text: standingAt(threeRounds(), '2025-11-10').sentence }]) {
    assert.doesNotMatch(text, /\d\d:\d\d|before|after|earlier|then/i)
  }
})

test('[R50] every standing but closed says what would change it', () => {
  const script = threeRounds()
  for (const at of ['2025-10-10', '2025-10-18', '2025-10-20', '2025-11-10', '2025-12-20'])
    assert.ok(talks(script, at).wouldChange.length > 0, at)
  assert.deepEqual(
    talks(script, '2025-11-10').wouldChange.map(({ rule }) => rule),
    ['author-takes-part', 'deadlock-lifted', 'round-scheduled'],
  )
})

test('[R38] outside what was searched the standing is not known: before it, in a gap, after it since its end; its own ends are inside', () => {
  const script = reconstruction().add(
    'more',
    { type: 'process.covered', from: '2025-12-10T00:00:00.000Z', until: '2025-12-20T00:00:00.000Z', zone: 'UTC' },
    { by: 'R' },
  )
  assert.deepEqual([talks(script, '2025-09-15').status, talks(script, '2025-09-15').since], ['not-known', null])
  assert.equal(status(script, '2025-11-30'), 'open')
  assert.deepEqual([talks(script, '2025-12-05').status, talks(script, '2025-12-05').since], ['not-known', '2025-12-01T00:00:00.000Z'])
  assert.equal(status(script, '2025-12-12'), 'open')
  assert.equal(talks(script, '2025-12-12').since, '2025-12-10T00:00:00.000Z')
  assert.deepEqual([talks(script, '2025-12-25').status, talks(script, '2025-12-25').since], ['not-known', '2025-12-20T00:00:00.000Z'])
  const touching = reconstruction().add(
    'more',
    { type: 'process.covered', from: '2025-11-15T00:00:00.000Z', until: '2025-12-20T00:00:00.000Z', zone: 'UTC' },
    { by: 'R' },
  )
  assert.deepEqual(standingAt(touching, '2025-12-05').covered, [{ from: '2025-10-01T00:00:00.000Z', until: '2025-12-20T00:00:00.000Z' }])
})

test('[R38] without a time asked for it is where coverage ended, or now; a time before the opening of a process without coverage is refused', () => {
  const ended = threeRounds()
  assert.deepEqual(talks(ended), talks(ended, '2025-11-30'))
  const running = exercise({ when: day('2026-01-01') })
  assert.equal(talks(running).status, 'open')
  const early = standing(running.acts(), asking('2025-12-24'))
  assert.deepEqual(early.ok ? undefined : early.refusal.code, 'before-opening')
})

test('[R39] known is a size or a moment of the record’s clock; more than the record holds is refused, and so is any in a reconstruction', () => {
  const script = exercise({ when: day('2026-01-01') })
  script.add('open', { type: 'round.opened', takesPart: ['A', 'B'], when: day('2026-01-05') }, { by: 'M' })
  const at = (known: number | Instant) => {
    const answer = standing(script.acts(), asking('2026-01-10', { known }))
    return answer.ok ? answer.value.talks.status : answer.refusal.code
  }
  assert.equal(at(1), 'open')
  assert.equal(at(2), 'in-round')
  assert.equal(at(script.openings[0]!.recorded), 'open')
  assert.equal(at(script.openings[1]!.recorded), 'in-round')
  assert.equal(at(3), 'known-beyond-record')
  const rebuilt = standing(threeRounds().acts(), asking('2025-11-10', { known: 3 }))
  assert.equal(rebuilt.ok ? undefined : rebuilt.refusal.code, 'known-begins-at-import')
})

test('[R36] what happened is folded in the order (from, index) whatever order it was recorded in, and what frames time is always folded', () => {
  const script = reconstruction()
  ascribe(script, 'plan', { type: 'round.scheduled', planned: day('2025-10-20') }, { to: ['M'], when: day('2025-10-15') })
  ascribe(script, 'early', { type: 'round.opened', takesPart: ['A', 'B'] }, { to: ['M'], when: day('2025-10-05') })
  ascribe(script, 'early-closed', { type: 'round.closed', round: '@early', outcome: 'progress' }, { to: ['M'], when: day('2025-10-06') })
  assert.equal(status(script, '2025-10-05'), 'in-round')
  // The plan was announced after the early round, so that round does not make it lapse.
  assert.equal(status(script, '2025-10-16'), 'between-rounds')
  // The founding act and the covering were recorded in 2026.
  assert.ok(script.openings[0]!.recorded >= '2026')
})

test('[R53] seen by are the bodies whose acts were folded, and acts that this version does not know are counted', () => {
  const script = threeRounds()
  assert.deepEqual(standingAt(script, '2025-10-10').seenBy, ['A', 'R'])
  assert.deepEqual(standingAt(script, '2025-11-10').seenBy, ['A', 'M', 'R'])
  assert.equal(standingAt(script, '2025-11-10').computedWithout, 0)
  const { entry, ...rest } = script.opening({ type: 'round.renamed', by: 'nobody' }, { by: 'R' })
  const strange = openAct({ ...rest, entry })
  assert.equal(standingAt([...script.acts(), strange], '2025-11-10').computedWithout, 1)
  assert.equal(standingAt([...script.acts(), strange], '2025-11-10').talks.status, 'deadlock-called')
})

test('[R54] the text line says that no text stands, until texts come', () => {
  assert.deepEqual([standingAt(threeRounds()).text.status, standingAt(threeRounds()).text.open], ['none', 0])
})

test('[R40] in an exercise own acts are enough: a mediator opens a round and closes it', () => {
  const script = joined(exercise())
  script.add('round', { type: 'round.opened', takesPart: ['A', 'B'] }, { by: 'M' })
  assert.equal(talks(script).status, 'in-round')
  script.add('closed', { type: 'round.closed', round: '@round', outcome: 'adjourned' }, { by: 'M' })
  assert.equal(talks(script).status, 'open')
})
