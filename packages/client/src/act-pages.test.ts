import assert from 'node:assert/strict'
import test from 'node:test'
import { ENTRIES_LIMIT } from '@paraph/api'
import { accept, type EntryHash, entryHash, type Json, type ProcessId, type Result, refuse } from '@paraph/record'
import { nodePrimitives } from '@paraph/record/node'
import { actPages, PAGES_AHEAD } from './act-pages.ts'
import { HostSilent } from './host-silent.ts'
import type { Transport } from './transport.ts'

const SIZE = 6 * ENTRIES_LIMIT + 1
const { sha256 } = nodePrimitives
const entryOf = (index: number) => ({ index }) as unknown as Parameters<typeof entryHash>[1]
const nameOf = (index: number): EntryHash => entryHash(sha256, entryOf(index))

/** A transport that answers when it is told to, and what was asked of it. */
const asking = (size = SIZE) => {
  const asked: { readonly from: number; readonly answer: (result?: Result<Json>) => void }[] = []
  const ask = (_: string, { query }: { query: { from: number; limit: number } }) =>
    new Promise((resolve) => {
      const until = Math.min(size, query.from + query.limit)
      const entries = Array.from({ length: Math.max(0, until - query.from) }, (_, at) => ({
        index: query.from + at,
        leaf: JSON.stringify({ entry: entryOf(query.from + at) }),
        act: { json: `{"n":${query.from + at}}`, salt: '0'.repeat(64) },
      }))
      const page = { entries, next: until < size ? until : null }
      asked.push({ from: query.from, answer: (result = accept(page)) => resolve(result) })
    })
  const pages = actPages({ ask } as unknown as Transport, { process: '0'.repeat(32) as unknown as ProcessId, sha256 })
  return { asked, froms: () => asked.map(({ from }) => from), pages }
}
const froms = (...pages: number[]) => pages.map((page) => page * ENTRIES_LIMIT)

test('[R15] the first pages are asked for at once, each further one when one is read, and none beyond the claimed size', async () => {
  const { asked, froms: sent, pages } = asking()
  pages.expect(SIZE)
  assert.equal(PAGES_AHEAD, 4)
  assert.deepEqual(sent(), froms(0, 1, 2, 3))
  for (const { answer } of [...asked].reverse()) answer()
  const [act] = await pages.of([nameOf(ENTRIES_LIMIT)])
  assert.equal(new TextDecoder().decode(act), `{"act":{"n":${ENTRIES_LIMIT}},"salt":"${'0'.repeat(64)}"}`)
  assert.deepEqual(sent(), froms(0, 1, 2, 3, 4, 5))
  const last = pages.of([nameOf(SIZE - 1), 'no such name' as EntryHash])
  for (let at = 4; at < 7; at++) {
    await new Promise((resolve) => setImmediate(resolve))
    asked[at]!.answer()
  }
  const [there, missing] = await last
  assert.ok(there !== undefined && missing === undefined)
  assert.deepEqual(sent(), froms(0, 1, 2, 3, 4, 5, 6))
})

test('[R15] a page that did not come is asked for again, with what was to follow it', async () => {
  const { asked, froms: sent, pages } = asking()
  pages.expect(SIZE)
  asked[0]!.answer(refuse('host-unreachable'))
  await assert.rejects(pages.of([nameOf(0)]), HostSilent)
  const again = pages.of([nameOf(0)])
  assert.deepEqual(sent(), froms(0, 1, 2, 3, 0, 1, 2, 3))
  asked[4]!.answer()
  assert.ok((await again)[0] !== undefined)
})

test('[R15] what a host does not give although its checkpoint claims it is not there, and is asked for again', async () => {
  const { asked, froms: sent, pages } = asking(10)
  pages.expect(20)
  asked[0]!.answer()
  const [first, eleventh] = await pages.of([nameOf(9), nameOf(10)])
  assert.ok(first !== undefined && eleventh === undefined)
  const again = pages.of([nameOf(10)])
  assert.deepEqual(sent(), [0, 10])
  asked[1]!.answer()
  assert.deepEqual(await again, [undefined])
})
