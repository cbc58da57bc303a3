import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { setupI18n } from '@lingui/core'
import { actWords } from './act-words.ts'
import { catalogue } from './catalogue.ts'
import { asking, bare, standingAt } from './script.test-support.ts'
import type { Say } from './message.ts'
import { threeRounds } from './talks.test-support.ts'

const folder = new URL('../', import.meta.url)
/** `msgid` to `msgstr`, one line each, as these catalogues are written. (GNU gettext manual, *PO Files*) */
const read = (language: string): ReadonlyMap<string, string> => {
  const text = readFileSync(new URL(`locales/${language}.po`, folder), 'utf8')
  const pairs = [...text.matchAll(/^msgid (".*")\nmsgstr (".*")$/gm)].map(([, id, said]) => [JSON.parse(id!), JSON.parse(said!)] as const)
  return new Map(pairs.filter(([id]) => id !== ''))
}
const sources = readdirSync(new URL('src/', folder), { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.ts') && !path.includes('.test'),
)
/** Every message that the source marks: a literal of JavaScript, so JavaScript reads it. */
const said = new Map(
  sources
    .flatMap((path) => [
      ...readFileSync(new URL(`src/${path}`, folder), 'utf8').matchAll(
        /\/\*i18n\*\/ \{\s*id: '([^']+)',\s*message:\s*'((?:[^'\\]|\\.)*)',?\s*\}/g,
      ),
    ])
    .map(([, id, message]) => [id!, JSON.parse(`"${message!.replaceAll("\\'", "'").replaceAll('"', '\\"')}"`) as string]),
)
const args = (message: string): readonly string[] =>
  [...new Set([...message.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name]) => name!))].sort()
const catalogues = { en: read('en'), ur: read('ur') }

const sayIn = (language: 'en' | 'ur'): Say => {
  const messages = Object.fromEntries(catalogues[language])
  const i18n = setupI18n({ locale: language, messages: { [language]: messages } })
  return ({ id, message }, values = {}) => i18n._(id, { ...values }, { message })
}

test('[R69] every message that the code says is in both catalogues and nothing else is, with the same places and the English that the code says', () => {
  assert.ok(said.size > 200 && existsSync(new URL('locales/', folder)), `${said.size} messages`)
  for (const [language, messages] of Object.entries(catalogues)) {
    assert.deepEqual([...messages.keys()].sort(), [...said.keys()].sort(), language)
    for (const [id, text] of messages) assert.deepEqual(args(text), args(said.get(id)!), `${language}: ${id}`)
  }
  for (const [id, message] of said) assert.equal(catalogues.en.get(id), message)
})

test('[R69] every Urdu message is said in Urdu, and every kind of act has a name', () => {
  for (const [id, text] of catalogues.ur) if (!/^[{}\w\s“”،:,.·]*$/.test(bare(text))) assert.match(text, /[\u0600-\u06ff]/, id)
  assert.deepEqual(Object.keys(actWords).sort(), catalogue.map(({ type }) => type).sort())
})

test('[R73] the standing is the same in every language but for its words, and names and labels in it are isolated', () => {
  const [en, ur] = (['en', 'ur'] as const).map((language) =>
    standingAt(threeRounds(), '2025-11-10', { ...asking('2025-11-10'), say: sayIn(language), language }),
  )
  const wordless = (value: unknown) =>
    JSON.parse(
      JSON.stringify(value, (name, inner) => (name === 'text' && typeof inner === 'string' ? '' : name === 'sentence' ? '' : inner)),
    )
  assert.deepEqual(wordless(ur), wordless(en))
  assert.match(ur!.sentence, /کوئی دور جاری نہیں/)
  assert.match(ur!.sentence, /«a complete deadlock»/)
  assert.doesNotMatch(ur!.sentence, /No round|calls|says/)
  // Every label and every word that people gave stands between U+2068 and U+2069.
  const outside = ur!.sentence.replace(/\u2068[^\u2068\u2069]*\u2069/g, '')
  assert.doesNotMatch(outside, /[A-Za-z]/)
})

test('[R73] every message of both languages can be said', () => {
  for (const language of ['en', 'ur'] as const) {
    const say = sayIn(language)
    for (const [id, message] of said) {
      const values = Object.fromEntries(args(message).map((name) => [name, /^(count|days|limit|size|known)$/.test(name) ? 3 : 'X']))
      assert.doesNotMatch(say({ id, message }, values), /[{}#]/, `${language}: ${id}`)
    }
  }
})
