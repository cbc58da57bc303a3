import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readVoices } from './catalogues.ts'
import { negotiate } from './language.ts'
import { parsePo } from './po.ts'

test('the language that the reader likes best is taken, by weight and then by order', () => {
  const cases: readonly (readonly [string | undefined, string])[] = [
    [undefined, 'en'],
    ['', 'en'],
    ['ur', 'ur'],
    ['ur-PK,ur;q=0.9,en;q=0.8', 'ur'],
    ['en;q=0.3, ur;q=0.7', 'ur'],
    ['ps, fa;q=0.9', 'en'],
    ['*', 'en'],
    ['ur;q=0, en;q=0.1', 'en'],
    ['ur;q=2', 'ur'],
    ['UR', 'ur'],
  ]
  for (const [accepted, language] of cases) assert.equal(negotiate(accepted), language, accepted)
})

test('a catalogue is read with continued lines, escapes and comments', () => {
  const text =
    'msgid ""\nmsgstr ""\n"Language: ur\\n"\n\n#. a note\n#: place:1\nmsgid "one"\nmsgstr ""\n"ایک "\n"\\"\\n\\\\"\n\n#~ msgid "old"\n#~ msgstr "x"\n\nmsgid "empty"\nmsgstr ""\n'
  assert.deepEqual(
    [...parsePo(text)],
    [
      ['one', 'ایک "\n\\'],
      ['empty', ''],
    ],
  )
})

test('a sentence is said in each language with its values, and in English where it is not translated', () => {
  const folder = mkdtempSync(join(tmpdir(), 'paraph-locales-'))
  try {
    writeFileSync(
      join(folder, 'ur.po'),
      'msgid "talks.x"\nmsgstr "{count, plural, one {# دور} other {# ادوار}}"\n\nmsgid "talks.y"\nmsgstr ""\n',
    )
    const voices = readVoices([pathToFileURL(`${folder}/`)])
    const message = { id: 'talks.x', message: '{count, plural, one {# round} other {# rounds}}' }
    assert.equal(voices.en(message, { count: 1 }), '1 round')
    assert.match(voices.ur(message, { count: 2 }), /ادوار/)
    assert.equal(voices.ur({ id: 'talks.y', message: 'by {who}' }, { who: 'A' }), 'by A')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
