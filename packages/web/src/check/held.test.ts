import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EntryHash, RecordSource } from '@paraph/record'
import { holding } from './held.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const hash = 'a'.repeat(64) as EntryHash

test('what was fetched is given again without asking, and what was not fetched is not there', async () => {
  let asked = 0
  const source: RecordSource = {
    checkpoint: async () => bytes(`note ${++asked}`),
    hashTile: async () => bytes(`hashes ${++asked}`),
    entryTile: async () => bytes(`entries ${++asked}`),
    acts: async (hashes) => hashes.map(() => bytes(`act ${++asked}`)),
  }
  const { live, held, note } = holding(source)
  const tile = { level: 0, index: 0, width: 3 } as Parameters<RecordSource['hashTile']>[0]
  const entries = { index: 0, width: 3 } as Parameters<RecordSource['entryTile']>[0]
  assert.equal(await held.checkpoint(), undefined)
  assert.equal(await held.hashTile(tile), undefined)
  const fetched = [await live.checkpoint(), await live.hashTile(tile), await live.entryTile(entries), ...(await live.acts([hash]))]
  const before = asked
  assert.deepEqual(
    [await held.checkpoint(), await held.hashTile(tile), await held.entryTile(entries), ...(await held.acts([hash]))],
    fetched,
  )
  assert.equal(asked, before)
  assert.deepEqual(note(), fetched[0])
  assert.deepEqual(await held.acts(['b'.repeat(64) as EntryHash]), [undefined])
})
