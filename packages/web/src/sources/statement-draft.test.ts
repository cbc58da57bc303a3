import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseAct } from '@paraph/talks'
import { draftOf, knownAs, missingIn, statementAct, type Taken } from './statement-draft.ts'

const source = 'a'.repeat(64)
const date = { from: '2026-06-01T15:00:00.000Z', until: '2026-06-01T16:00:00.000Z', as: 'on Monday afternoon' }
const suggestion = {
  speaker: 'Mira Tolen',
  office: 'spokesman',
  kind: 'direct',
  act: 'undertaking',
  words: 'We open the gates.',
  date,
} as const
const speakers = [{ body: 'A', name: { en: 'Mira Tolen', ur: 'میرا تولن' }, office: null, voice: 'spokesperson' }] as never
const given = { speakers, language: 'en', published: null }
const taken: Taken = { source, language: 'en', words: suggestion.words, place: { start: 4, end: 22, of: 'b'.repeat(64) }, date }

test('a suggestion fills in what it says; side and voice only where people have said them of that name before', () => {
  const draft = draftOf(suggestion, given)
  assert.deepEqual([draft.body, draft.voice, draft.en, draft.day], ['A', 'spokesperson', 'We open the gates.', '2026-06-01'])
  const stranger = draftOf({ ...suggestion, speaker: 'Nobody' }, given)
  assert.deepEqual([stranger.body, stranger.voice, missingIn(stranger)], ['', '', 'voice'])
  const short = draftOf({ ...suggestion, speaker: 'Ms Tolen', words: 'We open the gates,' }, given)
  assert.deepEqual([short.name, short.body, short.voice, short.en], ['Ms Tolen', 'A', 'spokesperson', 'We open the gates.'])
  const two = [...(speakers as readonly object[]), { body: 'B', name: { en: 'Ana Tolen' }, office: null, voice: 'official' }] as never
  assert.equal(draftOf({ ...suggestion, speaker: 'Ms Tolen' }, { ...given, speakers: two }).body, '')
  assert.equal(knownAs(' میرا تولن ', speakers)?.body, 'A')
  assert.equal(knownAs('', speakers), undefined)
})

test('an accepted suggestion is an act that talks take, with its words, their place, and the source’s own time', () => {
  const act = statementAct(draftOf(suggestion, given), taken, { language: 'en', speakers })
  assert.deepEqual(act, {
    type: 'statement.recorded',
    when: date,
    speaker: { body: 'A', name: { en: 'Mira Tolen', ur: 'میرا تولن' }, office: { en: 'spokesman' } },
    voice: 'spokesperson',
    kind: 'undertaking',
    form: 'direct',
    words: { en: 'We open the gates.' },
    quoted: { language: 'en', text: 'We open the gates.' },
    sources: [source],
    place: { source, start: 4, end: 22, of: 'b'.repeat(64) },
  })
  assert.deepEqual(parseAct(act as never).ok, true)
})

test('a corrected one has the day typed, quotes nothing that was not said in these words, and keeps who is of no body', () => {
  const draft = { ...draftOf(suggestion, given), body: '', name: 'An aide', form: 'hearsay', voice: 'unnamed-official', day: '2026-06-02' }
  const act = statementAct(draft, { ...taken, place: null }, { language: 'en', speakers }) as Record<string, unknown>
  assert.deepEqual(act['when'], { from: '2026-06-02T00:00:00.000Z', until: '2026-06-03T00:00:00.000Z' })
  assert.deepEqual(act['speaker'], { name: { en: 'An aide' }, office: { en: 'spokesman' } })
  assert.equal('quoted' in act || 'place' in act, false)
  assert.equal(parseAct(act as never).ok, true)
})

test('what is missing is named, and nothing is signed while it is', () => {
  const draft = draftOf(suggestion, given)
  for (const [part, missing] of [
    [{ voice: '' }, 'voice'],
    [{ form: '' }, 'form'],
    [{ kind: 'wish' }, 'form'],
    [{ en: ' ', ur: '' }, 'words'],
    [{ body: '', name: '', office: ' ' }, 'speaker'],
  ] as const) {
    assert.equal(missingIn({ ...draft, ...part }), missing)
    assert.equal(statementAct({ ...draft, ...part }, taken, { language: 'en', speakers }), null)
  }
  assert.equal(missingIn({ ...draft, body: '', name: '', office: '', voice: 'outlet' }), null)
})
