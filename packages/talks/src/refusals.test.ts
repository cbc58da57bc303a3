import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Opening, Refusal } from '@paraph/record'
import { parseAct } from './act.ts'
import type { TalksCode } from './refusal.ts'
import { refusalWords } from './refusal-words.ts'
import {
  ascribed,
  asking,
  day,
  type Draft,
  english,
  exercise,
  grounds,
  joined,
  means,
  rawKey,
  reconstruction,
  type Script,
  said,
  words,
} from './script.test-support.ts'
import { standing } from './standing.ts'
import { parseQueryTime } from './time.ts'

// Longer than 250 lines: one case per refusal of the closed union.

const founding = (more: object = {}): Draft => {
  const { act } = exercise().openings[0]!
  return { ...((act as { readonly open: Draft }).open as Draft), ...more }
}
const open = { type: 'round.opened', takesPart: ['A', 'B'] } as const
const source = { type: 'source.captured', publisher: 'p', voice: 'outlet', language: 'en', dated: 'printed' } as const
const issue = { type: 'issue.tabled', title: words('i') } as const
const withKey = (id: string, roles: readonly string[], key = rawKey(`key/${id}`)) => ({
  id,
  roles: [...roles],
  names: { en: id },
  keys: [{ key, kind: 'device', member: `head-${id}` }],
})

/** A scene where each refusal is the answer. */
const scenes: Record<TalksCode, () => Refusal | undefined> = {
  'act-malformed': () => refusalOf(parseAct([])),
  'unknown-type': () => exercise().refused({ type: 'round.renamed' }),
  'act-type-differs': () => {
    const script = exercise()
    const opening = script.opening(issue)
    return exerciseMeans(script, { ...opening, entry: { ...opening.entry, type: 'round.opened' } })
  },
  'act-schema': () => exercise().refused({ ...issue, colour: 'red' }),
  'audience-needs-sealing': () => exercise().refused({ ...issue, audience: 'mediators' }),
  'key-unknown': () => exercise().refused(issue, { key: rawKey('nobody') }),
  'key-revoked': () =>
    exercise()
      .add('new', { type: 'key.enrolled', key: rawKey('S2'), kind: 'device', member: 'head-S', proof: '00'.repeat(64) })
      .add('gone', { type: 'key.revoked', key: rawKey('S2') })
      .refused(issue, { key: rawKey('S2') }),
  'key-of-another-body': () => exercise().refused(issue, { key: rawKey('key/A') }),
  'key-not-solemn': () => {
    const script = exercise().add('file', {
      type: 'key.enrolled',
      key: rawKey('file'),
      kind: 'sealed-file',
      member: 'head-S',
      proof: '00'.repeat(64),
    })
    return script.refused({ type: 'process.closed' }, { key: rawKey('file') })
  },
  'person-needed': () => {
    const script = exercise()
    const opening = script.opening({ type: 'process.closed' })
    const { person: _person, ...entry } = opening.entry
    return exerciseMeans(script, { ...opening, entry })
  },
  'person-not-allowed': () => exercise().refused(issue, { person: 'head-S' }),
  'person-not-this-key': () => exercise().refused({ type: 'process.closed' }, { person: 'head-A' }),
  'body-unknown': () => reconstruction().refused(ascribed({ type: 'deadlock.called', words: words('x') }, { to: ['Z'] }), { by: 'R' }),
  'right-not-held': () => exercise().refused(open, { by: 'A' }),
  'not-ascribable': () =>
    exercise()
      .add('source', source)
      .refused(ascribed({ type: 'key.revoked', key: rawKey('key/A') }, { to: ['A'] })),
  'ascription-not-yours': () =>
    exercise()
      .add('source', source)
      .refused(ascribed({ type: 'deadlock.called', words: words('x') }, { to: ['B'] }), { by: 'A' }),
  'ascribed-to-itself': () =>
    exercise()
      .add('source', source)
      .refused(ascribed(issue, { to: ['S'] })),
  'own-act-in-reconstruction': () => reconstruction().refused(open, { by: 'R' }),
  'reference-unknown': () => exercise().refused({ type: 'issue.closed', issue: '0'.repeat(64) }),
  'reference-of-another-kind': () => exercise().add('source', source).refused({ type: 'issue.closed', issue: '@source' }),
  'reference-not-first': () =>
    exercise()
      .add('plan', { type: 'round.scheduled', planned: day('2026-05-01') }, { by: 'M' })
      .add('round', { ...open, round: '@plan' }, { by: 'M' })
      .refused({ type: 'round.closed', round: '@round', outcome: 'progress' }, { by: 'M' }),
  'process-not-opened': () => exerciseMeans(undefined, { ...exercise().opening(issue), index: 0 as never }),
  'process-already-opened': () => exercise().refused(founding()),
  'passkeys-needed': () => refusedAtFounding(founding({ nature: 'process' })),
  'opener-not-listed': () => refusedAtFounding(founding({ bodies: [withKey('A', ['party'])] })),
  'token-taken': () =>
    refusedAtFounding(
      founding({ bodies: [withKey('S', ['secretariat']), withKey('A', ['party']), withKey('A', ['party'], rawKey('other'))] }),
    ),
  'token-unknown': () => exercise().refused({ ...open, track: 'nowhere' }, { by: 'M' }),
  'span-empty': () =>
    exercise().refused({ type: 'process.covered', from: '2026-01-02T00:00:00.000Z', until: '2026-01-01T00:00:00.000Z', zone: 'UTC' }),
  'process-closed': () => exercise().add('closed', { type: 'process.closed' }).refused({ type: 'process.suspended' }),
  'already-suspended': () => exercise().add('suspended', { type: 'process.suspended' }).refused({ type: 'process.suspended' }),
  'not-suspended': () => exercise().refused({ type: 'process.resumed' }),
  'already-joined': () =>
    joined(exercise(), ['A']).refused({ type: 'body.joined', body: withKey('A', ['party']), head: 'head-A' }, { by: 'A' }),
  'body-not-listed': () =>
    exercise().refused(
      { type: 'body.joined', body: withKey('Z', ['party'], rawKey('stranger')), head: 'head-Z' },
      { by: 'Z', person: 'head-Z' },
    ),
  'already-left': () => exercise().add('left', { type: 'body.left' }, { by: 'A' }).refused({ type: 'body.left' }, { by: 'A' }),
  'not-left': () => exercise().refused({ type: 'body.returned' }, { by: 'A' }),
  'key-taken': () => exercise().refused({ type: 'key.enrolled', key: rawKey('key/A'), kind: 'device', proof: '00'.repeat(64) }),
  'key-not-enrolable': () =>
    exercise().refused({ type: 'key.enrolled', key: `01${'00'.repeat(31)}`, kind: 'device', proof: '00'.repeat(64) }),
  superseded: () =>
    exercise()
      .add('issue', issue)
      .add('closed', { type: 'issue.closed', issue: '@issue' })
      .refused({ type: 'issue.amended', issue: '@issue', title: words('j') }),
  'not-yours': () =>
    exercise()
      .add('call', { type: 'deadlock.called', words: words('x') }, { by: 'A' })
      .refused({ type: 'deadlock.lifted', call: '@call' }, { by: 'B' }),
  'own-request': () => exercise().refused({ type: 'assurance.asked', of: 'A', words: words('x'), audience: 'plenary' }, { by: 'A' }),
  'already-answered': () => {
    const script = joined(exercise(), ['A', 'B'])
    return script
      .add('yes', { type: 'consent.given', to: '@joined/B' }, { by: 'A' })
      .refused({ type: 'consent.given', to: '@joined/B' }, { by: 'A' })
  },
  'no-answer-asked': () => exercise().add('issue', issue).refused({ type: 'consent.given', to: '@issue' }, { by: 'A' }),
  'not-passed-on': () =>
    exercise()
      .add('asked', { type: 'assurance.asked', of: 'B', words: words('x'), audience: 'plenary' }, { by: 'A' })
      .refused({ type: 'assurance.answered', assurance: '@asked', answer: 'confirmed', audience: 'plenary' }, { by: 'B' }),
  'too-many-open-requests': () =>
    exercise({ grounds: grounds({ openRequests: 1 }) })
      .add('asked', { type: 'assurance.asked', of: 'B', words: words('x'), audience: 'plenary' }, { by: 'A' })
      .refused({ type: 'assurance.asked', of: 'B', words: words('y'), audience: 'plenary' }, { by: 'A' }),
  'round-open-in-track': () => exercise().add('round', open, { by: 'M' }).refused(open, { by: 'M' }),
  'round-already-opened': () =>
    exercise().add('round', open, { by: 'M' }).refused({ type: 'round.cancelled', round: '@round' }, { by: 'M' }),
  'round-not-open': () =>
    exercise()
      .add('plan', { type: 'round.scheduled', planned: day('2026-05-01') }, { by: 'M' })
      .refused({ type: 'round.closed', round: '@plan', outcome: 'progress' }, { by: 'M' }),
  'closed-before-opened': () =>
    exercise()
      .add('round', { ...open, when: day('2026-02-10') }, { by: 'M' })
      .refused({ type: 'round.closed', round: '@round', outcome: 'progress', when: day('2026-02-09') }, { by: 'M' }),
  'not-your-side': () =>
    exercise()
      .add('source', source)
      .refused(said('B', 'x', day('2026-02-01')), { by: 'A' }),
  'act-erased': () =>
    reconstruction()
      .add('gone', { type: 'erasure.made', acts: ['@source'] }, { by: 'R' })
      .refused({ type: 'publication.decided', decision: 'publish', acts: ['@source'] }, { by: 'R' }),
  'structure-not-erasable': () => reconstruction().refused({ type: 'erasure.made', acts: ['@opened'] }, { by: 'R' }),
  'already-published': () =>
    reconstruction()
      .add('out', { type: 'publication.decided', decision: 'publish', acts: ['@source'] }, { by: 'R' })
      .refused({ type: 'publication.decided', decision: 'publish', acts: ['@source'] }, { by: 'R' }),
  'not-published': () => reconstruction().refused({ type: 'publication.decided', decision: 'withdraw', acts: ['@source'] }, { by: 'R' }),
  'embargo-not-over': () =>
    joined(exercise())
      .add(
        'issued',
        { type: 'communique.issued', title: words('t'), points: [], onBehalfOf: ['A'], embargo: day('2099-01-01') },
        { by: 'A' },
      )
      .refused({ type: 'publication.decided', decision: 'publish', acts: ['@issued'] }, { by: 'A' }),
  'cannot-answer': () =>
    reconstruction().refused({ type: 'publication.decided', decision: 'publish', acts: ['@source'], asks: ['A'] }, { by: 'R' }),
  'owner-not-asked': () =>
    exercise()
      .add('issue', issue)
      .refused({ type: 'erasure.made', acts: ['@issue'] }),
  'before-opening': () => refusalOf(standing(exercise({ when: day('2026-01-01') }).acts(), asking('2025-01-01'))),
  'known-begins-at-import': () => refusalOf(standing(reconstruction().acts(), asking('2025-10-10', { known: 1 }))),
  'known-beyond-record': () => refusalOf(standing(exercise().acts(), asking(undefined, { known: 2 }))),
  'not-a-time': () => refusalOf(parseQueryTime('2025-02-31')),
}

const refusalOf = (result: { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal }) =>
  result.ok ? undefined : result.refusal

const exerciseMeans = (script: Script | undefined, opening: Opening) => means.refuse(script?.state ?? means.begin(), opening)

/** A founding act asked of an empty record. */
const refusedAtFounding = (draft: Draft) => {
  const first = exercise().openings[0]!
  return means.refuse(means.begin(), { ...first, act: { open: draft } })
}

for (const [code, scene] of Object.entries(scenes)) {
  test(`[R71] ${code} is refused by its name, with words that have all their facts`, () => {
    const refusal = scene()
    assert.equal(refusal?.code, code, JSON.stringify(refusal))
    const said = english(refusalWords[code as TalksCode], refusal!.facts)
    assert.doesNotMatch(said, /[{}]/)
    assert.match(said, /\.$/)
    for (const place of refusalWords[code as TalksCode].message.matchAll(/\{(\w+)/g))
      assert.ok(place[1]! in refusal!.facts, `${code} needs ${place[1]}`)
  })
}

test('[R71] every refusal of the closed union has a case here and words', () => {
  assert.deepEqual(Object.keys(scenes).sort(), Object.keys(refusalWords).sort())
})
