import assert from 'node:assert/strict'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { fingerprint, verifyBundle } from '@paraph/record'
import { nodePrimitives, nodeScrypt } from '@paraph/record/node'
import { meaning } from '@paraph/talks'
import { answerOf, type Ended, inFolder, paraphHere } from './command-line.test-support.ts'

const issue = (title: string): string => JSON.stringify({ type: 'issue.tabled', title: { en: title } })
const put = async (home: string, title: string): Promise<string> => {
  const ended = await paraphHere(home, ['act', 'lake-sera-exercise', '-', '--key', 'exercise.C', '--json'], { input: issue(title) })
  assert.equal(ended.status, 0, ended.said)
  return ended.said
}
const exported = (home: string, file: string): Promise<Ended> => paraphHere(home, ['export', 'lake-sera-exercise', '-o', file])

/** The fault that comparing gives: its name, or `verified`. */
const compared = async (
  home: string,
  file: string,
  seen: string,
): Promise<{ readonly word: string; readonly index: number | undefined; readonly status: number | null }> => {
  const ended = await paraphHere(home, ['verify', file, '--seen', seen, '--json'])
  const { verdict, fault } = answerOf<{ verdict: string; fault?: { name: string; index?: number } }>(ended)
  return { word: fault?.name ?? verdict, index: fault?.index, status: ended.status }
}

test('what was kept shows a record that was cut off, and one that went another way', async () => {
  await inFolder(async (folder) => {
    const [home, other] = [join(folder, 'ours'), join(folder, 'theirs')]
    mkdirSync(home)
    await paraphHere(home, ['init', 'exercise'])
    await exported(home, 'before.paraph')
    cpSync(home, other, { recursive: true })
    writeFileSync(join(home, 'receipt.json'), await put(home, 'Ferries'))
    await put(home, 'Bridges')
    await exported(home, 'after.paraph')
    await put(other, 'Dams')
    await exported(other, '../ours/other.paraph')

    const is = async (file: string, seen: string, word: string, status: number): Promise<number | undefined> => {
      const found = await compared(home, file, seen)
      assert.deepEqual([found.word, found.status], [word, status], `${file} against ${seen}`)
      return found.index
    }
    await is('after.paraph', 'before.paraph', 'verified', 0)
    await is('after.paraph', 'receipt.json', 'verified', 0)
    await is('before.paraph', 'after.paraph', 'seen-rollback', 1)
    await is('before.paraph', 'receipt.json', 'seen-rollback', 1)
    assert.equal(await is('other.paraph', 'after.paraph', 'seen-fork', 1), 5, 'where the two part')
    await is('other.paraph', 'receipt.json', 'seen-fork', 1)
    writeFileSync(join(home, 'nothing.json'), '{}')
    await is('after.paraph', 'nothing.json', 'seen-unreadable', 1)

    await paraphHere(home, ['export', 'istanbul-2025', '-o', 'istanbul.paraph'])
    await is('after.paraph', 'istanbul.paraph', 'seen-foreign', 1)
    assert.equal((await paraphHere(home, ['verify', 'after.paraph', '--seen', 'not-there'])).status, 2)
  })
})

test('--trust holds for the process’s own id and fingerprint, and for no other', async () => {
  await inFolder(async (home) => {
    await paraphHere(home, ['init', 'exercise'])
    await exported(home, 'x.paraph')
    const bytes = new Uint8Array(readFileSync(join(home, 'x.paraph')))
    const verified = await verifyBundle(bytes, { primitives: nodePrimitives, meaning: meaning(nodePrimitives) })
    assert.ok(verified.verdict === 'verified')
    const aloud = await fingerprint(nodeScrypt, verified.facts.fingerprintOver)
    for (const [trust, status, identity] of [
      [verified.process as string, 0, 'trusted'],
      [aloud, 0, 'trusted'],
      ['0'.repeat(32), 1, 'trust'],
      [`${aloud.startsWith('0') ? '1' : '0'}${aloud.slice(1)}`, 1, 'trust'],
      ['somebody', 1, 'trust'],
    ] as const) {
      const ended = await paraphHere(home, ['verify', 'x.paraph', '--trust', trust, '--json'])
      const answer = answerOf<{ identity?: string; fault?: { name: string } }>(ended)
      assert.deepEqual([ended.status, answer.identity ?? answer.fault?.name], [status, identity], trust)
    }
  })
})
