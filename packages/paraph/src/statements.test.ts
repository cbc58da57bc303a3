import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import test, { after } from 'node:test'
import { SOURCE_LIMIT } from '@paraph/documents'
import { main } from './main.ts'

const folder = mkdtempSync(join(tmpdir(), 'paraph-statements-'))
after(() => rmSync(folder, { recursive: true, force: true }))

/** Runs `paraph statements` on a file of these bytes. */
const run = async (name: string, bytes: string | Uint8Array, ...words: string[]) => {
  writeFileSync(join(folder, name), bytes)
  const [output, complaints] = [new PassThrough(), new PassThrough()]
  const status = await main(['statements', name, ...words], {
    env: {},
    folder,
    input: new PassThrough(),
    output,
    complaints,
    now: () => '2024-03-12T00:00:00.000Z',
    onInterrupt: () => {},
  })
  return { status, said: String(output.read() ?? ''), complained: String(complaints.read() ?? '') }
}

const TEXT = 'The lake is calm.\n\nForeign Minister Lena Okoro said that the gauge was moved.\n'

test('a text’s statements are JSON with offsets into the file', async () => {
  const { status, said } = await run('article.txt', TEXT, '--json')
  const [one, ...more] = JSON.parse(said)
  assert.deepEqual([status, more], [0, []])
  assert.deepEqual(Object.keys(one), ['speaker', 'office', 'kind', 'words', 'start', 'end', 'cue', 'date', 'act'])
  assert.equal(TEXT.slice(one.start, one.end), one.words)
  assert.deepEqual(
    [one.speaker, one.office, one.kind, one.act, one.date],
    ['Lena Okoro', 'Foreign Minister', 'reported', 'assertion', null],
  )
})

test('a terminal is told line and column, who and how, and never obeys what a source brings', async () => {
  const { said } = await run('article.md', `${TEXT}\nOkoro said that \u202e\u001b[31mit is late.\n`)
  assert.match(said, /^3:1 {2}Lena Okoro \(Foreign Minister\) · reported · assertion · no date · verb: said\n/)
  assert.match(said, /<U\+202E><U\+001B>/)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that none is there is what is tested
  assert.doesNotMatch(said, /[\u202e\u001b]/)
})

test('rules of attribution are asked for, names are given', async () => {
  const rules = await run('call.txt', 'This call is on background. Okoro said that it holds.', '--rules', '--json')
  assert.deepEqual(
    JSON.parse(rules.said).map(({ code }: { code: string }) => code),
    ['background'],
  )
  const named = await run('call.txt', 'Okoro said that it holds.', '--name', 'Lena Okoro, Omar Haddad')
  assert.match(named.said, /^1:1 {2}Lena Okoro · /)
})

test('another medium is read first: offsets are those of what was read', async () => {
  const { said } = await run('page.html', '<p>The lake.</p><p>Okoro said that <b>it</b> holds.</p><script>said()</script>', '--json')
  assert.deepEqual(
    JSON.parse(said).map(({ words }: { words: string }) => words),
    ['Okoro said that it holds.'],
  )
})

test('an empty file has none, another encoding is said, a binary or a file too large is refused or has none', async () => {
  assert.deepEqual(await run('empty.txt', ''), { status: 0, said: 'Nothing was found.\n', complained: '' })
  const latin = await run('latin.txt', Buffer.from('Okoro said that the caf\u00e9 holds.', 'latin1'))
  assert.match(latin.complained, /note: encoding/)
  const binary = await run('binary.txt', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 255, 254]), '--json')
  assert.ok(binary.status === 1 || binary.said === '[]\n')
  const large = await run('large.txt', new Uint8Array(SOURCE_LIMIT + 1).fill(0x61), '--json')
  assert.equal(large.status, 1)
  assert.equal(JSON.parse(large.said).refused.code, 'too-large')
})
