import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { LOG_KEY, permuted, permutedStandings } from '@paraph/examples'
import type { Json } from '@paraph/record'
import { hex } from '@paraph/record'
import { nodeSigner } from '@paraph/record/node'
import { secretsIn } from '@paraph/store'
import { answerOf, inFolder, paraphHere } from './command-line.test-support.ts'

// Whoever computed the example's standings from anything but its acts gets this copy wrong: parties and mediators are others in exchanged
// places, one side and one round more take part, the deadlock is lifted and another one called.

test('a permuted copy of the example, put on a record by init and act alone, stands as its own acts say', async () => {
  await inFolder(async (home) => {
    const seeds = new Map<string, Uint8Array>()
    const secrets = secretsIn(join(home, 'keys'))
    /** The script's keys are called by its labels; here each is a key of the folder. */
    const nameOf = (label: string): string => `copy.${label.replace(/[^A-Za-z0-9.-]/g, '-')}`
    const publicKeyOf = (label: string): string => {
      const seed = seeds.get(label) ?? crypto.getRandomValues(new Uint8Array(32))
      seeds.set(label, seed)
      if (label !== LOG_KEY) secrets.saveKey(nameOf(label), { seed, purpose: 'a key of a test' })
      return hex(nodeSigner(seed).publicKey)
    }
    const entries = new Map<string, string>()
    const ref = (label: string): string => {
      const entry = entries.get(label)
      assert.ok(entry, `${label} is named before it stands`)
      return entry
    }

    const [founding, ...steps] = permuted.script
    assert.ok(founding !== undefined && steps.length > 100)
    publicKeyOf(founding.key)
    writeFileSync(join(home, 'founding.json'), JSON.stringify(founding.act(ref, publicKeyOf)))
    const founded = await paraphHere(home, [
      ...['init', 'founding.json', '--key', nameOf(founding.key), '--as', founding.by, '--person', founding.person ?? '', '--json'],
    ])
    assert.equal(founded.status, 0, founded.said + founded.complained)
    const { process, slug, entry } = answerOf<{ process: string; slug: string; entry: string }>(founded)
    assert.equal(slug, 'permuted')
    entries.set(founding.label, entry)

    for (const { label, key, by, person, act } of steps) {
      publicKeyOf(key)
      const words = ['act', process, '-', '--key', nameOf(key), '--as', by, '--json', ...(person === undefined ? [] : ['--person', person])]
      const ended = await paraphHere(home, words, { input: JSON.stringify(act(ref, publicKeyOf) satisfies Json) })
      assert.equal(ended.status, 0, `${label}: ${ended.said}${ended.complained}`)
      entries.set(label, answerOf<{ entry: string }>(ended).entry)
    }

    assert.ok(permutedStandings.length > 10)
    for (const { at, status, since, by } of permutedStandings) {
      const { talks } = answerOf<{ talks: { status: string; since: string | null; by: string[] } }>(
        await paraphHere(home, ['standing', 'permuted', '--at', at, '--json']),
      )
      assert.equal(talks.status, status, at)
      if (since !== null) assert.equal(talks.since, since, at)
      if (by.length > 0) assert.deepEqual(talks.by, by, at)
    }
    await paraphHere(home, ['export', 'permuted', '-o', 'x.paraph'])
    assert.equal((await paraphHere(home, ['verify', 'x.paraph', '--trust', process])).status, 0)
  })
})
