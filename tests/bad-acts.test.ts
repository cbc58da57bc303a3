import assert from 'node:assert/strict'
import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { hex } from '@paraph/record'
import { generateSigner } from '@paraph/record/node'
import { secretsIn } from '@paraph/store'
import { answerOf, type Around, type Ended, inFolder, paraphHere } from './command-line.test-support.ts'

const act = (home: string, words: readonly string[], around?: Around): Promise<Ended> =>
  paraphHere(home, ['act', 'lake-sera-exercise', '-', ...words, '--json'], around)
const issue = (title: string): string => JSON.stringify({ type: 'issue.tabled', title: { en: title } })
const codeOf = (ended: Ended): unknown => answerOf<{ refused: { code: string } }>(ended).refused.code
const sizeOf = async (home: string): Promise<number> =>
  answerOf<{ size: number }>(await paraphHere(home, ['export', 'lake-sera-exercise', '-o', 'x.paraph', '--json'])).size

test('what is refused says why by name, and changes nothing', async () => {
  await inFolder(async (home) => {
    await paraphHere(home, ['init', 'exercise'])
    const before = await sizeOf(home)
    const secrets = secretsIn(join(home, 'keys'))
    secrets.saveKey('stranger', { seed: generateSigner().seed, purpose: 'test' })
    secrets.saveKey('open', { seed: generateSigner().seed, purpose: 'test' })
    chmodSync(join(home, 'keys/open.json'), 0o644)
    const asC = ['--key', 'exercise.C']
    const refusals: readonly (readonly [string, readonly string[], string, string])[] = [
      ['malformed JSON', asC, '{"type":', 'act-unreadable'],
      ['JSON that is no act', asC, '[1]', 'act-unreadable'],
      ['a number that no record holds', asC, '{"type":"issue.tabled","n":0.5}', 'act-unreadable'],
      ['nothing', asC, '', 'acts-none'],
      ['an unknown act', asC, '{"type":"issue.forgotten"}', 'unknown-type'],
      ['a field that the act has not', asC, '{"type":"issue.tabled","title":{"en":"x"},"colour":"red"}', 'act-schema'],
      ['an act of another audience', asC, '{"type":"issue.tabled","title":{"en":"x"},"audience":"A"}', 'audience-needs-sealing'],
      ['an act that its body has no right to', ['--key', 'exercise.A'], '{"type":"process.suspended"}', 'right-not-held'],
      ['no key', [], issue('x'), 'key-missing'],
      ['a key that is not there', ['--key', 'nobody'], issue('x'), 'key-missing'],
      ['a name that leaves the folder', ['--key', '../../etc/passwd'], issue('x'), 'key-missing'],
      ['a key that others may read', ['--key', 'open'], issue('x'), 'key-exposed'],
      ['a key that the process does not know', ['--key', 'stranger'], issue('x'), 'key-not-enrolled'],
      ['the same, said to be a body’s', ['--key', 'stranger', '--as', 'C'], issue('x'), 'key-unknown'],
      ['another body’s key', ['--key', 'exercise.A', '--as', 'C'], issue('x'), 'key-of-another-body'],
      ['a reference to nothing', asC, `{"type":"issue.closed","issue":"${'0'.repeat(64)}"}`, 'reference-unknown'],
    ]
    for (const [what, words, input, code] of refusals) {
      const ended = await act(home, words, { input })
      assert.deepEqual([ended.status, codeOf(ended)], [1, code], `${what}: ${ended.said}`)
    }
    assert.equal(await sizeOf(home), before)
    assert.equal(
      codeOf(await paraphHere(home, ['act', 'nobody', '-', '--key', 'exercise.C', '--json'], { input: issue('x') })),
      'process-unknown',
    )
    assert.equal(codeOf(await paraphHere(home, ['act', 'x', 'not-there.json', '--key', 'k', '--json'])), 'file-unreadable')
    assert.match(
      (await paraphHere(home, ['act', 'lake-sera-exercise', '-'], { input: issue('x') })).complained,
      /known +exercise\.A, exercise\.B, exercise\.C/,
    )
  })
})

test('several acts are recorded in order up to the first that is refused, which says its place', async () => {
  await inFolder(async (home) => {
    await paraphHere(home, ['init', 'exercise'])
    const before = await sizeOf(home)
    const input = [issue('one'), '', issue('two'), '{"type":"issue.forgotten"}', issue('four')].join('\n')
    const dry = await act(home, ['--key', 'exercise.C', '--dry-run'], { input })
    assert.equal(dry.status, 1)
    assert.equal(await sizeOf(home), before, 'a rehearsal records nothing')
    const ended = await act(home, ['--key', 'exercise.C'], { input })
    assert.equal(ended.status, 1)
    const said = ended.said.trimEnd().split('\n')
    assert.deepEqual(
      said.slice(0, 2).map((line) => (JSON.parse(line) as { index: number }).index),
      [before, before + 1],
    )
    const { refused } = JSON.parse(said[2]!) as { refused: { code: string; facts: unknown } }
    assert.equal(refused.code, 'unknown-type')
    assert.deepEqual(refused.facts, { type: 'issue.forgotten', act: 2, recorded: 2 })
    assert.equal(await sizeOf(home), before + 2)
    const array = await act(home, ['--key', 'exercise.C'], { input: `[${issue('five')},${issue('six')}]` })
    assert.equal(array.status, 0)
    assert.equal(await sizeOf(home), before + 4)
  })
})

test('init founds from JSON with keys by name, and refuses what founds nothing', async () => {
  await inFolder(async (home) => {
    const founding = {
      type: 'process.opened',
      v: 1,
      slug: 'water',
      title: { en: 'Water' },
      nature: 'exercise',
      host: { name: 'whatever', key: '00' },
      rules: 'paraph/1',
      solemn: ['device'],
      quorum: 'none',
      languages: ['en'],
      bodies: [
        { id: 'SEC', roles: ['secretariat'], names: { en: 'Secretariat' }, keys: [{ key: '@clerk', kind: 'device', member: 'clerk' }] },
        { id: 'A', roles: ['party'], names: { en: 'A' }, keys: [{ key: '@a', kind: 'device', member: 'head' }] },
      ],
      statusClause: { en: 'Taking part changes nothing.' },
      grounds: { agreement: 'consensus', order: { kind: 'listed', bodies: ['A'] }, graceDays: 14 },
    }
    const write = (name: string, json: unknown): void => writeFileSync(join(home, name), JSON.stringify(json))
    write('water.json', founding)
    const words = ['--key', 'clerk', '--as', 'SEC', '--person', 'clerk', '--json']
    const ended = await paraphHere(home, ['init', 'water.json', ...words])
    assert.equal(ended.status, 0, ended.said)
    assert.deepEqual(answerOf<{ slug: string; keys: unknown }>(ended).keys, [
      { name: 'clerk', body: 'SEC' },
      { name: 'a', body: 'A' },
    ])
    assert.equal((await paraphHere(home, ['act', 'water', '-', '--key', 'clerk'], { input: issue('Levels') })).status, 0)
    await paraphHere(home, ['export', 'water', '-o', 'x.paraph'])
    assert.equal((await paraphHere(home, ['verify', 'x.paraph'])).status, 0)

    write('none.json', { type: 'issue.tabled', title: { en: 'x' } })
    assert.equal(codeOf(await paraphHere(home, ['init', 'none.json', ...words])), 'founding-unreadable')
    assert.equal(codeOf(await paraphHere(home, ['init', 'not-there.json', ...words])), 'file-unreadable')
    assert.equal(codeOf(await paraphHere(home, ['init', 'water.json', '--json'])), 'founding-unsigned')
    write('passkeys.json', { ...founding, slug: 'real', nature: 'process' })
    assert.equal(codeOf(await paraphHere(home, ['init', 'passkeys.json', ...words])), 'passkeys-needed')
    write('stranger.json', {
      ...founding,
      bodies: [{ ...founding.bodies[0], keys: [{ key: hex(generateSigner().signer.publicKey), kind: 'device' }] }],
    })
    assert.equal(codeOf(await paraphHere(home, ['init', 'stranger.json', ...words])), 'key-unknown')
  })
})
