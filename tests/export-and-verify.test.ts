import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { istanbulStandings } from '@paraph/examples'
import { answerOf, inFolder, paraph, paraphHere } from './command-line.test-support.ts'

test('a fresh folder gives the example as a bundle that verifies, and every folder gives the same bytes', async () => {
  const exported = () =>
    inFolder(async (home) => {
      const { status, said } = await paraph(home, ['export', 'istanbul-2025', '-o', 'x.paraph', '--json'])
      assert.equal(status, 0)
      const { process } = JSON.parse(said) as { process: string }
      const verdict = await paraph(home, ['verify', 'x.paraph', '--trust', process, '--json'])
      assert.equal(verdict.status, 0, verdict.complained)
      const { verdict: word, identity, counts } = answerOf<{ verdict: string; identity: string; counts: Record<string, number> }>(verdict)
      assert.deepEqual([word, identity], ['verified', 'trusted'])
      assert.ok(counts['entries']! > 100 && counts['entries'] === counts['open'])
      return readFileSync(join(home, 'x.paraph'))
    })
  assert.deepEqual(await exported(), await exported())
})

test('verify says for people what it found, and that nobody checked whose process it is', async () => {
  await inFolder(async (home) => {
    await paraphHere(home, ['export', 'istanbul-2025', '-o', 'x.paraph'])
    const { status, said } = await paraphHere(home, ['verify', 'x.paraph'])
    assert.equal(status, 0)
    assert.match(said, /^verified to entry \d+\n/)
    assert.match(said, /identity not checked/)
    assert.match(said, /keys +are public/)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters.
    assert.doesNotMatch(said, /\u001b/, 'no colours into a pipe')
  })
})

test('verify ends with 2 where nothing can be read as a record', async () => {
  await inFolder(async (home) => {
    assert.equal((await paraph(home, ['verify', 'not-there.paraph'])).status, 2)
    writeFileSync(join(home, 'text.paraph'), 'no bundle\n')
    const { status, said } = await paraph(home, ['verify', 'text.paraph'])
    assert.equal(status, 2)
    assert.match(said, /unreadable: not-a-zip/)
  })
})

test('standing tells the example’s days, by process and bundle alike, in both languages', async () => {
  await inFolder(async (home) => {
    await paraphHere(home, ['export', 'istanbul-2025', '-o', 'x.paraph'])
    for (const { at, status, by } of istanbulStandings) {
      const seen = answerOf<{ talks: { status: string; by: string[] } }>(
        await paraphHere(home, ['standing', 'istanbul-2025', '--at', at, '--json']),
      )
      assert.equal(seen.talks.status, status, at)
      if (by.length > 0) assert.deepEqual(seen.talks.by, by, at)
    }
    const wanted = ['--at', '2025-11-10', '--json']
    const ofProcess = await paraphHere(home, ['standing', 'istanbul-2025', ...wanted])
    const ofBundle = await paraphHere(home, ['standing', 'x.paraph', ...wanted])
    assert.deepEqual(answerOf(ofBundle), answerOf(ofProcess))
    const urdu = answerOf<{ talks: unknown; sentence: string }>(
      await paraphHere(home, ['standing', 'istanbul-2025', ...wanted, '--language', 'ur']),
    )
    assert.match(urdu.sentence, /[\u0600-\u06ff]/)
    const inWords = await paraphHere(home, ['standing', 'istanbul-2025', '--at', '2025-11-10'])
    assert.match(inWords.said, /deadlock-called since 2025-11-07T00:00:00\.000Z by PAK/)
  })
})

test('standing refuses by name what it cannot say', async () => {
  await inFolder(async (home) => {
    const refused = async (...words: string[]): Promise<unknown> => {
      const ended = await paraphHere(home, ['standing', ...words, '--json'])
      assert.equal(ended.status, 1)
      return answerOf<{ refused: { code: string } }>(ended).refused.code
    }
    assert.equal(await refused('istanbul-2025', '--at', 'yesterday'), 'not-a-time')
    assert.equal(await refused('istanbul-2025', '--known', '3'), 'known-begins-at-import')
    assert.equal(await refused('istanbul-2025', '--language', 'xx'), 'language-unknown')
    assert.equal(await refused('nobody'), 'process-unknown')
    writeFileSync(join(home, 'text.paraph'), 'no bundle\n')
    assert.equal(await refused('text.paraph'), 'not-verified')
  })
})

test('help stands beside every command with examples, and what is misspelt ends with 64', async () => {
  await inFolder(async (home) => {
    const overview = await paraph(home, ['--help'])
    assert.equal(overview.status, 0)
    for (const [, command] of overview.said.matchAll(/^ {2}(\w+) {2,}\S/gm)) {
      const { status, said } = await paraphHere(home, [command!, '--help'])
      assert.equal(status, 0, command)
      for (const part of ['Usage', 'Options', 'Examples', 'Exit status', `$ `]) assert.ok(said.includes(part), `${command}: ${part}`)
    }
    for (const words of [['veryfy'], ['verify'], ['verify', 'a', 'b'], ['verify', '--sean', 'x'], ['export', 'x', '-o']]) {
      const { status, said, complained } = await paraphHere(home, words)
      assert.equal(status, 64, words.join(' '))
      assert.equal(said, '')
      assert.match(complained, /--help/)
    }
  })
})
