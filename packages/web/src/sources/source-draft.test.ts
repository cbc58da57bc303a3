import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseAct } from '@paraph/talks'
import type { Captured } from './captured.ts'
import { EMPTY_SOURCE, filledBy, sourceAct } from './source-draft.ts'

const captured = {
  snapshot: { hash: 'c'.repeat(64), media: 'text/html', size: 900 },
  address: null,
  reading: {
    media: 'text/html',
    text: 'It said so.',
    title: 'Gates to open',
    publisher: 'Sera Gazette',
    language: 'en',
    published: { from: '2026-06-01T00:00:00.000Z', until: '2026-06-02T00:00:00.000Z', as: '1 June', how: 'printed' },
    origin: { name: 'The Agency', because: 'it says (The Agency)' },
    notes: [],
  },
  suggestions: [],
  rules: [],
} as unknown as Captured

test('a reading fills in what nobody typed, and takes nothing of what somebody did', () => {
  assert.deepEqual(filledBy(captured, { ...EMPTY_SOURCE, title: 'My title' }), {
    publisher: 'Sera Gazette',
    language: 'en',
    day: '2026-06-01',
    dated: 'printed',
    origin: 'The Agency',
  })
})

test('a source is captured with its page, its day as it was read, and its origin', () => {
  const draft = { ...EMPTY_SOURCE, ...filledBy(captured, EMPTY_SOURCE), voice: 'outlet' }
  const act = sourceAct(draft, { captured, language: 'en' })
  assert.deepEqual(act, {
    type: 'source.captured',
    publisher: 'Sera Gazette',
    title: 'Gates to open',
    voice: 'outlet',
    language: 'en',
    published: { from: '2026-06-01T00:00:00.000Z', until: '2026-06-02T00:00:00.000Z', as: '1 June' },
    dated: 'printed',
    origin: 'The Agency',
    snapshot: { hash: 'c'.repeat(64), media: 'text/html' },
  })
  assert.equal(parseAct(act as never).ok, true)
})

test('without a page it is recorded that none is held, and a day of which nobody says how it is known is no date', () => {
  const draft = { ...EMPTY_SOURCE, publisher: 'Gazette', voice: 'outlet', language: 'en', day: '2026-06-01', address: 'ftp://x' }
  const act = sourceAct(draft, { captured: null, language: 'en' }) as Record<string, unknown>
  assert.equal('snapshot' in act || 'published' in act || 'address' in act, false)
  assert.equal(act['dated'], 'not-known')
  assert.equal(parseAct(act as never).ok, true)
})

test('publisher, voice and language are needed', () => {
  const draft = { ...EMPTY_SOURCE, publisher: 'Gazette', voice: 'outlet', language: 'en' }
  for (const part of [{ publisher: ' ' }, { voice: '' }, { language: 'English' }])
    assert.equal(sourceAct({ ...draft, ...part }, { captured: null, language: 'en' }), null)
})
