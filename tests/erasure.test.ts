import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { answerOf, inFolder, paraphHere } from './command-line.test-support.ts'
import { talksIn } from './published.test-support.ts'

const PLANTED = 'quincunx-of-the-northern-sluice'
const holding = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes(PLANTED))
    .map(({ name }) => name)

test('an erased act is in no byte of the data folder nor of a later export, whose record is whole and says who erased it; what was exported before keeps it', async () => {
  await inFolder(async (home) => {
    const talks = await talksIn(home)
    const issue = await talks.act('C', { type: 'issue.tabled', title: { en: 'Gates' } })
    const words = await talks.act('A', { type: 'position.tabled', issue, kind: 'demand', words: { en: PLANTED } })
    await talks.act('A', { type: 'position.revised', position: words, kind: 'offer', words: { en: 'half' } })
    const exported = async (file: string) => {
      const done = await paraphHere(home, ['export', talks.slug, '-o', file])
      assert.equal(done.status, 0, done.complained)
      const verdict = await paraphHere(home, ['verify', file, '--trust', talks.process, '--json'])
      assert.equal(verdict.status, 0, verdict.said)
      return answerOf<{ counts: Record<string, number>; facts: { erased: Record<string, string[]> } }>(verdict)
    }
    const before = await exported('before.paraph')
    assert.deepEqual(before.facts.erased, {})
    const erasure = await talks.act('A', { type: 'erasure.made', acts: [words], asks: ['C'] })
    assert.ok(holding(home).includes('paraph.sqlite') || holding(home).includes('paraph.sqlite-wal'), 'one body alone erases nothing')
    await talks.consent('C', erasure)
    assert.deepEqual(holding(home), ['before.paraph'])
    const after = await exported('after.paraph')
    assert.deepEqual(after.facts.erased, { [words]: ['A', 'C'] })
    assert.deepEqual([after.counts['erased'], after.counts['undisclosed']], [1, 0])
    assert.deepEqual(holding(home), ['before.paraph'])
    const said = await paraphHere(home, ['verify', 'after.paraph', '--seen', 'before.paraph'])
    assert.equal(said.status, 0, said.said)
    assert.match(said.said, /erased +entry \d+ by A, C/)
    const dead = await paraphHere(home, ['act', talks.slug, '-', '--key', 'exercise.A', '--json'], {
      input: JSON.stringify({ type: 'erasure.made', acts: [erasure], asks: ['C'] }),
    })
    assert.equal(answerOf<{ refused: { code: string } }>(dead).refused.code, 'structure-not-erasable')
    await talks.act('A', { type: 'position.tabled', issue, kind: 'offer', words: { en: 'and the record goes on' } })
    assert.equal((await exported('onward.paraph')).counts['erased'], 1)
  })
})
