import assert from 'node:assert/strict'
import test from 'node:test'
import { argumentNames, entries } from './catalogue.ts'
import { messages } from './messages.ts'
import { inTree } from './planted.test-support.ts'
import { passed, type Report } from './report.ts'

const po = (messages: Readonly<Record<string, string>>): string =>
  `msgid ""\nmsgstr ""\n"Language: xx\\n"\n\n${Object.entries(messages)
    .map(([id, text]) => `#. js-lingui-explicit-id\n#: src/a.ts\nmsgid ${JSON.stringify(id)}\nmsgstr ${JSON.stringify(text)}\n`)
    .join('\n')}\n#~ msgid "gone"\n#~ msgstr ""\n`
const RIGHT = {
  'packages/talks/package.json': { name: '@paraph/talks' },
  'packages/talks/src/round.ts': `export const open = /*i18${'n'}*/ { id: 'round.open', message: '{n, plural, one {# round} other {# rounds}} of {who}' }\n`,
  'packages/talks/locales/en.po': po({ 'round.open': '{n, plural, one {# round} other {# rounds}} of {who}' }),
  'packages/talks/locales/ur.po': po({ 'round.open': '{who}: {n}' }),
}
const seen = (change: Readonly<Record<string, unknown>>): Promise<Report> => inTree({ ...RIGHT, ...change }, messages)

test('a message that is said in every language passes', async () => {
  assert.deepEqual(await seen({}), { check: 'messages', looked: 1, unit: 'messages', faults: [] })
})

test('no message at all is a failure', async () => {
  assert.equal(passed(await inTree({ 'packages/talks/package.json': {} }, messages)), false)
})

const planted: readonly (readonly [string, Readonly<Record<string, unknown>>, RegExp])[] = [
  ['a message without a translation', { 'packages/talks/locales/ur.po': po({ 'round.open': '' }) }, /ur\.po: "round\.open" is not said/],
  ['a message in no catalogue', { 'packages/talks/locales/en.po': po({}) }, /"round\.open" is not in locales\/en\.po/],
  ['a missing catalogue', { 'packages/talks/locales/ur.po': undefined }, /ur\.po/],
  ['a catalogue that says something else', { 'packages/talks/locales/en.po': po({ 'round.open': '{n} of {who}' }) }, /says something else/],
  ['an argument that the code does not give', { 'packages/talks/locales/ur.po': po({ 'round.open': '{wer}: {n}' }) }, /asks for \{wer\}/],
  [
    'a room without catalogues',
    { 'packages/web/package.json': {}, 'packages/web/src/a.ts': RIGHT['packages/talks/src/round.ts'] },
    /has no locales/,
  ],
]
for (const [fault, change, said] of planted)
  test(`${fault} is found`, async () => {
    const files = Object.fromEntries(Object.entries({ ...RIGHT, ...change }).filter(([, content]) => content !== undefined))
    assert.match((await inTree(files, messages)).faults.join('\n'), said)
  })

test('a PO file is read as gettext writes it', () => {
  assert.deepEqual(entries('msgid "a"\nmsgstr ""\n"one "\n"\\"two\\"\\n"\n\nmsgctxt "x"\nmsgid "b"\nmsgstr "c"\n'), [
    { id: 'a', text: 'one "two"\n' },
    { id: 'b', text: 'c' },
  ])
})

test('arguments of a message are its names, not the words of its branches', () => {
  assert.deepEqual([...argumentNames("{a} '{'b'}' {n, plural, =0 {none} one {# of {c}} other {many}} {0}")].sort(), ['0', 'a', 'c', 'n'])
})
