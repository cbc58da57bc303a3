import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { derived, examples } from '@paraph/examples'
import { nodePrimitives } from '@paraph/record/node'
import { secretsIn } from '@paraph/store'
import { answerOf, type Ended, inFolder, paraphHere } from './command-line.test-support.ts'

const codeOf = (ended: Ended): unknown => answerOf<{ refused: { code: string } }>(ended).refused.code

test('an example’s key founds no process and signs no act, not even in the example: everybody has it', async () => {
  await inFolder(async (home) => {
    await paraphHere(home, ['init', 'exercise'])
    const [{ slug, script }] = examples as [(typeof examples)[number]]
    const { key, by } = script[0]!
    secretsIn(join(home, 'keys')).saveKey('everybodys', { seed: derived(nodePrimitives.sha256, slug, key), purpose: 'test' })
    const issue = JSON.stringify({ type: 'issue.tabled', title: { en: 'x' } })
    const act = (process: string, body: string) =>
      paraphHere(home, ['act', process, '-', '--key', 'everybodys', '--as', body, '--json'], { input: issue })
    assert.equal(codeOf(await act('lake-sera-exercise', 'C')), 'example-key')
    assert.equal((await paraphHere(home, ['export', slug, '-o', 'x.paraph'])).status, 0)
    assert.equal(codeOf(await act(slug, by)), 'example-key')
    const founding = {
      type: 'process.opened',
      v: 1,
      slug: 'mine',
      title: { en: 'Mine' },
      nature: 'process',
      bodies: [
        { id: 'SEC', roles: ['secretariat'], names: { en: 'SEC' }, keys: [{ key: '@everybodys', kind: 'device', member: 'clerk' }] },
      ],
    }
    writeFileSync(join(home, 'mine.json'), JSON.stringify(founding))
    const words = ['init', 'mine.json', '--key', 'everybodys', '--as', 'SEC', '--person', 'clerk', '--json']
    assert.equal(codeOf(await paraphHere(home, words)), 'example-key')
  })
})
