import assert from 'node:assert/strict'
import { existsSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import test from 'node:test'
import { type Followed, follow, gathered, hostSource, type Memory, transport } from '@paraph/client'
import { istanbulStandings } from '@paraph/examples'
import type { ProcessId } from '@paraph/record'
import { nodePrimitives } from '@paraph/record/node'
import { meaning } from '@paraph/talks'
import { answerOf, BIN, inFolder, paraph, paraphHere, type Running, start } from './command-line.test-support.ts'
import { older } from './older-node.test-support.ts'

const ISSUE = JSON.stringify({ type: 'issue.tabled', title: { en: 'Ferries' } })

/** Serves a folder at a free port for as long as `use` takes; what it ends with is checked. */
const served = (
  use: (given: { home: string; address: string; link: string; running: Running }) => Promise<void>,
  script = BIN,
): Promise<void> =>
  inFolder(async (home) => {
    const words = script === BIN ? ['serve', '--no-open'] : ['--no-open']
    const running = start(home, words, { env: { PORT: '0' } }, script)
    try {
      const [, address] = await running.line(/serves on (http:\/\/localhost:\d+)/)
      const [, link] = await running.line(/Sign in.*: (\S+)/)
      await use({ home, address: address!, link: link!, running })
    } finally {
      running.child.kill('SIGINT')
    }
    const { status, complained } = await running.ended
    assert.equal(status, 0, complained)
    assert.equal(existsSync(join(home, 'holder.json')), false, 'nobody holds the folder afterwards')
  })

test('a served folder answers, and who reads goes on beside it', async () => {
  await served(async ({ home, address }) => {
    const { ask } = transport(fetch, { base: address })
    const seen = await ask('processes', {})
    assert.deepEqual(seen.ok && seen.value.processes.map(({ slug }) => slug), ['lake-sera', 'istanbul-2025'])
    for (const { at, status } of istanbulStandings) {
      const standing = await ask('standing', { params: { ref: 'istanbul-2025' }, query: { at } })
      assert.equal(standing.ok && standing.value.talks.status, status, at)
    }
    const wanted = ['--at', '2025-11-10', '--json', '--language', 'ur']
    const over = await ask('standing', { params: { ref: 'istanbul-2025' }, query: { at: '2025-11-10' }, language: 'ur' })
    assert.deepEqual(over.ok && over.value, answerOf(await paraph(home, ['standing', 'istanbul-2025', ...wanted])))
    const bundle = await ask('bundle', { params: { ref: 'istanbul-2025' } })
    assert.ok(bundle.ok)
    writeFileSync(join(home, 'over.paraph'), bundle.value)
    assert.equal((await paraph(home, ['verify', 'over.paraph'])).status, 0)
  })
})

test('one server holds a folder: a second one is refused and told where the first is', async () => {
  await served(async ({ home, address }) => {
    const second = await paraph(home, ['serve', '--no-open', '--json'], { env: { PORT: '0' } })
    assert.equal(second.status, 1)
    const { refused } = answerOf<{ refused: { code: string; facts: { address: string } } }>(second)
    assert.deepEqual([refused.code, refused.facts.address], ['folder-held', address])
  })
})

test('a folder whose holder was killed is free again', async () => {
  await inFolder(async (home) => {
    const running = start(home, ['serve', '--no-open'], { env: { PORT: '0' } })
    await running.line(/serves on/)
    running.child.kill('SIGKILL')
    await running.ended
    assert.equal(existsSync(join(home, 'holder.json')), true)
    assert.equal((await paraphHere(home, ['init', 'exercise'])).status, 0)
  })
})

test('init and act go to the server that holds the folder; its refusals come back in words', async () => {
  await served(async ({ home, address }) => {
    const founded = await paraph(home, ['init', 'exercise', '--json'])
    assert.equal(founded.status, 0, founded.said + founded.complained)
    const { process, keys } = answerOf<{ process: string; keys: { body: string; link: string }[] }>(founded)
    assert.deepEqual(
      keys.map(({ body }) => body),
      ['C', 'A', 'B'],
    )
    assert.ok(keys.every(({ link }) => link.startsWith(`${address}/take#`)))
    const acted = await paraph(home, ['act', process, '-', '--key', 'exercise.C'], { input: ISSUE })
    assert.equal(acted.status, 0, acted.complained)
    assert.match(acted.said, /^is entry 5: issue\.tabled [0-9a-f]{64}\n$/)
    const refused = await paraph(home, ['act', process, '-', '--key', 'exercise.A'], { input: '{"type":"process.suspended"}' })
    assert.equal(refused.status, 1)
    assert.match(refused.complained, /right-not-held/)
    await paraph(home, ['export', process, '-o', 'x.paraph'])
    assert.equal((await paraph(home, ['verify', 'x.paraph', '--trust', process])).status, 0)
  })
})

test('a client follows a served process; one that is not open is not there for it', async () => {
  await served(async ({ home, address }) => {
    const host = transport(fetch, { base: address })
    const process = await host.ask('process', { params: { ref: 'istanbul-2025' } })
    assert.ok(process.ok)
    const kept = new Map<ProcessId, string>()
    const memory: Memory = { recall: async (id) => kept.get(id), keep: async (id, checkpoint) => void kept.set(id, checkpoint) }
    const { id, size } = process.value
    const source = hostSource(host, { process: id, sha256: nodePrimitives.sha256 })
    const seen: Followed<unknown> = await follow({
      process: id,
      source,
      primitives: nodePrimitives,
      meaning: gathered(meaning(nodePrimitives)),
      memory,
    })
    assert.equal(seen.came === 'verified' && seen.verified.size, size)
    assert.ok(kept.has(id))
    // A process that is not open to everybody is not there for a reader without a session.
    const founded = answerOf<{ process: string }>(await paraph(home, ['init', 'exercise', '--json']))
    const hidden = await host.ask('process', { params: { ref: founded.process } })
    assert.equal(!hidden.ok && hidden.refusal.code, 'process-unknown')
  })
})

test('serve refuses a port that is taken and one that is none', async () => {
  await inFolder(async (home) => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const port = String((other.address() as { port: number }).port)
    const taken = await paraph(home, ['serve', '--no-open', '--json'], { env: { PORT: port } })
    other.close()
    assert.deepEqual([taken.status, answerOf<{ refused: { code: string } }>(taken).refused.code], [1, 'port-taken'])
    const none = await paraph(home, ['serve', '--no-open', '--json'], { env: { PORT: 'http' } })
    assert.deepEqual([none.status, answerOf<{ refused: { code: string } }>(none).refused.code], [1, 'port-malformed'])
    assert.equal((await paraph(home, ['export', 'istanbul-2025', '-o', '-'])).status, 0, 'the folder is free')
  })
})

test('npm start serves the pages, and its link signs in once', async () => {
  await served(
    async ({ address, link }) => {
      const page = await fetch(`${address}/`, { headers: { accept: 'text/html' } })
      assert.equal(page.status, 200)
      assert.match(await page.text(), /<div id="/)
      const token = new URL(link).hash.slice(1)
      const signIn = () =>
        fetch(`${address}/api/v1/session`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', origin: address },
          body: JSON.stringify({ token }),
        })
      assert.equal((await signIn()).status, 204)
      assert.equal((await signIn()).status, 403)
    },
    join(import.meta.dirname, '../tools/start.ts'),
  )
})

test('under a Node that is too old the command starts again on the packaged one', {
  skip: older === undefined && 'no Node 20 or 21 here',
}, async () => {
  await inFolder(async (home) => {
    const ended = await paraph(home, ['export', 'istanbul-2025', '-o', 'x.paraph'], { node: older! })
    assert.equal(ended.status, 0, ended.complained)
    assert.equal((await paraph(home, ['verify', 'x.paraph'], { node: older! })).status, 0)
    assert.equal((await paraph(home, ['verify', 'not-there'], { node: older! })).status, 2, 'the status comes through')
    const running = start(home, ['serve', '--no-open'], { node: older!, env: { PORT: '0' } })
    await running.line(/serves on/)
    running.child.kill('SIGTERM')
    assert.equal((await running.ended).status, 0)
  })
})
