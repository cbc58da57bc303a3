import assert from 'node:assert/strict'
import test from 'node:test'
import { kindOf } from '@paraph/talks'
import { type SaidWhen, SENTENCE_LIMIT, type SpeechAct, type SpeechForm } from './suggestion.ts'

// Exhaustive by type: a word that is added to the union is missing here.
const ACTS: Readonly<Record<SpeechAct, true>> = {
  assertion: true,
  demand: true,
  offer: true,
  undertaking: true,
  refusal: true,
  warning: true,
  thanks: true,
  'view-of-anothers-mind': true,
}
const FORMS: Readonly<Record<SpeechForm, true>> = { direct: true, reported: true, hearsay: true, 'by-continuity': true }
const WHEN: SaidWhen = { from: '2024-03-11T00:00:00.000Z', until: '2024-03-12T00:00:00.000Z', as: 'last night' }

test('what is suggested can be recorded: acts, forms, times and words are those of statement.recorded', () => {
  const { schema } = kindOf('statement.recorded')!
  const recorded = (kind: string, form: string, quoted = 'It holds.') =>
    schema.safeParse({
      speaker: { name: { en: 'Lena Okoro' }, office: { en: 'Foreign Minister' } },
      voice: 'official',
      kind,
      form,
      words: { en: 'It holds.' },
      quoted: { language: 'en', text: quoted },
      sources: ['0'.repeat(64)],
    }).success
  for (const act of Object.keys(ACTS)) for (const form of Object.keys(FORMS)) assert.ok(recorded(act, form), `${act} ${form}`)
  assert.equal(recorded('insult', 'direct'), false)
  assert.ok(recorded('assertion', 'direct', 'a'.repeat(SENTENCE_LIMIT)))
  assert.equal(recorded('assertion', 'direct', 'a'.repeat(SENTENCE_LIMIT + 1)), false)
  const captured = kindOf('source.captured')!.schema.safeParse({
    publisher: 'P',
    voice: 'outlet',
    language: 'en',
    dated: 'printed',
    published: WHEN,
  })
  assert.ok(captured.success)
})
