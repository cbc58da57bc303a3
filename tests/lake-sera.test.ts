import assert from 'node:assert/strict'
import { join } from 'node:path'
import test from 'node:test'
import { cast, derived, examples, lakeSeraStandings } from '@paraph/examples'
import { hex } from '@paraph/record'
import { nodePrimitives, nodeSigner } from '@paraph/record/node'
import { secretsIn } from '@paraph/store'
import { answerOf, type Ended, inFolder, paraphHere } from './command-line.test-support.ts'

const SLUG = 'lake-sera'
const codeOf = (ended: Ended): unknown => answerOf<{ refused: { code: string } }>(ended).refused.code
const seedOf = (label: string): Uint8Array => derived(nodePrimitives.sha256, SLUG, label)

test('the exercise is exported, and verifies as what it says it is', async () => {
  await inFolder(async (home) => {
    assert.equal((await paraphHere(home, ['export', SLUG, '-o', 'x.paraph'])).status, 0)
    const { status, said } = await paraphHere(home, ['verify', 'x.paraph'])
    assert.equal(status, 0)
    assert.match(said, /Lake Sera talks, 2026: an exercise/)
    assert.match(said, /exercise/)
    assert.match(said, /are public: anybody could have signed these acts/)
  })
})

test('its standing at each date is what the command line says', async () => {
  await inFolder(async (home) => {
    for (const { at, status } of lakeSeraStandings) {
      const told = answerOf<{ talks: { status: string } }>(await paraphHere(home, ['standing', SLUG, '--at', at, '--json']))
      assert.equal(told.talks.status, status, at)
    }
  })
})

test('anybody acts in it with its public keys, each for its own body; nobody brings or revokes one', async () => {
  await inFolder(async (home) => {
    await paraphHere(home, ['export', SLUG, '-o', 'before.paraph'])
    const secrets = secretsIn(join(home, 'keys'))
    for (const label of Object.keys(cast)) secrets.saveKey(label.replace('/', '.'), { seed: seedOf(label), purpose: 'test' })
    const act = (key: string, body: string, what: object) =>
      paraphHere(home, ['act', SLUG, '-', '--key', key, '--as', body, '--json'], { input: JSON.stringify(what) })
    assert.equal((await act('A.head', 'A', { type: 'deadlock.called', words: { en: 'a standstill' } })).status, 0)
    const { talks } = answerOf<{ talks: { status: string; by: string[] } }>(await paraphHere(home, ['standing', SLUG, '--json']))
    assert.deepEqual({ status: talks.status, by: talks.by }, { status: 'deadlock-called', by: ['A'] })
    assert.equal(codeOf(await act('A.head', 'B', { type: 'issue.tabled', title: { en: 'x' } })), 'key-of-another-body')
    const key = hex(nodeSigner(seedOf('A/delegate')).publicKey)
    assert.equal(codeOf(await act('A.head', 'A', { type: 'key.revoked', key })), 'example-key')
    assert.equal((await paraphHere(home, ['export', SLUG, '-o', 'after.paraph'])).status, 0)
    assert.equal((await paraphHere(home, ['verify', 'after.paraph', '--seen', 'before.paraph'])).status, 0)
  })
})

test('its keys sign nothing elsewhere, and its host’s key signs nothing at all', async () => {
  await inFolder(async (home) => {
    await paraphHere(home, ['init', 'exercise'])
    for (const { slug } of examples) await paraphHere(home, ['export', slug, '-o', `${slug}.paraph`])
    const secrets = secretsIn(join(home, 'keys'))
    secrets.saveKey('everybodys', { seed: seedOf('A/head'), purpose: 'test' })
    secrets.saveKey('of-its-host', { seed: seedOf('log-key'), purpose: 'test' })
    const issue = JSON.stringify({ type: 'issue.tabled', title: { en: 'x' } })
    const act = (process: string, key: string) =>
      paraphHere(home, ['act', process, '-', '--key', key, '--as', 'A', '--json'], { input: issue })
    for (const process of ['lake-sera-exercise', 'istanbul-2025'])
      assert.equal(codeOf(await act(process, 'everybodys')), 'example-key', process)
    assert.equal(codeOf(await act(SLUG, 'of-its-host')), 'example-key')
    assert.equal((await act(SLUG, 'everybodys')).status, 0)
  })
})
