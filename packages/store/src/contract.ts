// Longer than 250 lines: one contract, law by law, read together.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type EntryHash, type EntryIndex, type Hash, hex, type RecordSize } from '@paraph/record'
import { APPEND_LIMIT, BLOB_LIMIT, type Consignment, PAGE_LENGTH, type Row, type SignedSize, type Store } from './store.ts'
import { allRows, appendRows, LOG, OTHER_LOG, sha256, syntheticLog, syntheticRow, until } from './synthetic.test-support.ts'

/** A fresh database of an engine: a store on it, further stores on the same one (as another process would have them), and its end. */
export type Fresh = { readonly store: Store; readonly another: () => Promise<Store>; readonly dispose: () => Promise<void> }

/** An engine under test. `holds`: a store that judges an append keeps other stores waiting; where not, the slower of two is told of the conflict. */
export type Tested = { readonly name: string; readonly holds: boolean; readonly fresh: () => Promise<Fresh> }

const zero = 0 as RecordSize

/** The contract of every engine. Gives which laws were run to their end, once they have been: an engine on which fewer ran is not tested. */
export const storeContract = ({ name: engine, holds, fresh }: Tested): ReadonlySet<string> => {
  const ran = new Set<string>()
  const law = (name: string, check: (given: Fresh) => Promise<void>) =>
    test(name, async () => {
      const given = await fresh()
      try {
        await check(given)
        ran.add(name)
      } finally {
        await given.dispose()
      }
    })

  describe(`store contract on ${engine}`, () => {
    law('a record that nobody wrote has no head, no entries and no label', async ({ store }) => {
      assert.equal(await store.head(LOG), undefined)
      assert.deepEqual(await allRows(store, LOG), [])
      assert.deepEqual(await store.logs(), [])
    })

    law('what was appended is there byte for byte, in order, with its head', async ({ store, another }) => {
      const mine = syntheticLog()
      const done = mine.work(3)
      assert.deepEqual(await store.append(LOG, zero, () => done), { ok: true, value: 3 })
      for (const reader of [store, await another()]) {
        assert.deepEqual(await allRows(reader, LOG), done.rows)
        assert.deepEqual(await reader.head(LOG), done.head)
        assert.deepEqual(await reader.logs(), [{ log: LOG, slug: undefined, head: done.head }])
      }
    })

    law('a batch of any length is there whole, also of acts erased or withheld', async ({ store }) => {
      const mine = syntheticLog()
      const all: Row[] = []
      for (const length of [1, 2, 3, 7, 100, 255, 256, 257, 511]) {
        const done = mine.work(length)
        const rows = done.rows.map((row, at): Row => (at % 3 === 0 ? row : { ...row, act: at % 3 === 1 ? 'withheld' : 'erased' }))
        const before = all.length as RecordSize
        all.push(...rows)
        assert.deepEqual(await store.append(LOG, before, () => ({ ...done, rows })), { ok: true, value: all.length })
      }
      assert.deepEqual(await allRows(store, LOG), all)
    })

    law('work sees the head and exactly the rows from what its caller has on', async ({ store }) => {
      await appendRows(store, LOG, 5)
      for (const have of [0, 2, 5]) {
        const seen = await store.append(LOG, have as RecordSize, (head, news) => ({
          rows: [],
          result: [head?.size, news.map((row) => row.index)],
        }))
        assert.deepEqual(seen, { ok: true, value: [5, [0, 1, 2, 3, 4].slice(have)] })
      }
    })

    law('news longer than a page comes whole', async ({ store }) => {
      await appendRows(store, LOG, PAGE_LENGTH + 1)
      const seen = await store.append(LOG, zero, (_head, news) => ({ rows: [], result: news.length }))
      assert.deepEqual(seen, { ok: true, value: PAGE_LENGTH + 1 })
      assert.equal((await allRows(store, LOG)).length, PAGE_LENGTH + 1)
    })

    law('work that adds nothing stores nothing', async ({ store }) => {
      assert.deepEqual(await store.append(LOG, zero, () => ({ rows: [], result: 'refused' })), { ok: true, value: 'refused' })
      assert.deepEqual(await store.logs(), [])
    })

    law('what work throws passes through, stores nothing and does not stop the next append', async ({ store }) => {
      await appendRows(store, LOG, 1)
      await assert.rejects(
        store.append(LOG, zero, () => {
          throw new TypeError('a bug')
        }),
        /a bug/,
      )
      assert.equal((await store.head(LOG))?.size, 1)
      assert.equal((await appendRows(store, LOG, 1)).ok, true)
    })

    law('appends to one record run one at a time, each seeing the one before', async ({ store }) => {
      let within = 0
      const sizes = await Promise.all(
        Array.from({ length: 20 }, () =>
          store.append(LOG, zero, async (_head, news) => {
            assert.equal(++within, 1)
            await new Promise(setImmediate)
            within--
            const mine = syntheticLog()
            mine.tell(news)
            return mine.work(2)
          }),
        ),
      )
      assert.deepEqual(
        sizes.map((size) => size.ok && size.value),
        Array.from({ length: 20 }, (_, at) => 2 * (at + 1)),
      )
    })

    law(
      'two stores on one database never both append after one head: the slower waits, or is told of the conflict',
      async ({ store, another }) => {
        const other = await another()
        await appendRows(store, LOG, 1)
        let faster: ReturnType<typeof appendRows> | undefined
        const slow = await store.append(LOG, zero, async (_head, news) => {
          faster = appendRows(other, LOG, 1, 'faster')
          if (!holds) assert.equal((await faster).ok, true)
          const mine = syntheticLog('slower')
          mine.tell(news)
          return mine.work(1)
        })
        assert.deepEqual(slow, holds ? { ok: true, value: 2 } : { ok: false, refusal: { code: 'conflict', facts: {} } })
        assert.deepEqual(await faster, { ok: true, value: holds ? 3 : 2 })
        assert.equal((await allRows(store, LOG)).length, holds ? 3 : 2)
        assert.equal((await appendRows(store, LOG, 1)).ok, true)
      },
    )

    law('the first append to a record likewise', async ({ store, another }) => {
      const other = await another()
      let faster: ReturnType<typeof appendRows> | undefined
      const slow = await store.append(LOG, zero, async () => {
        faster = appendRows(other, LOG, 1, 'faster')
        if (!holds) await faster
        return syntheticLog('slower').work(1)
      })
      assert.equal(slow.ok ? slow.value : slow.refusal.code, holds ? 1 : 'conflict')
      assert.deepEqual(await faster, { ok: true, value: holds ? 2 : 1 })
    })

    law('an entry hash occurs once in a record, and may occur in another record', async ({ store }) => {
      await appendRows(store, LOG, 1)
      await appendRows(store, OTHER_LOG, 1)
      const again = await store.append(LOG, zero, (head, _news) => ({
        rows: [{ ...syntheticRow(0), index: 1 as EntryIndex }],
        head: { ...head!, size: 2 as RecordSize, checkpoint: 'another' },
        result: 0,
      }))
      assert.equal(!again.ok && again.refusal.code, 'conflict')
      assert.equal((await store.head(LOG))?.size, 1)
      assert.equal((await allRows(store, LOG)).length, 1)
    })

    law('records do not see each other', async ({ store }) => {
      await Promise.all([appendRows(store, LOG, 3, 'one'), appendRows(store, OTHER_LOG, 4, 'two')])
      assert.equal((await allRows(store, LOG)).length, 3)
      assert.equal((await allRows(store, OTHER_LOG)).length, 4)
      assert.deepEqual(
        (await store.logs()).map(({ log, head }) => [log, head.size]),
        [
          [LOG, 3],
          [OTHER_LOG, 4],
        ],
      )
    })

    law(
      'a gap, a head that does not cover the rows, a time that goes back and too many rows are bugs that store nothing',
      async ({ store }) => {
        await appendRows(store, LOG, 1)
        const broken = (change: (done: ReturnType<ReturnType<typeof syntheticLog>['work']>) => object, count = 1) =>
          assert.rejects(
            store.append(LOG, zero, (_head, news) => {
              const mine = syntheticLog()
              mine.tell(news)
              const done = mine.work(count)
              return { ...done, ...change(done) }
            }),
            RangeError,
          )
        await broken(({ rows }) => ({ rows: [{ ...rows[0]!, index: 2 as EntryIndex }] }))
        await broken(({ head }) => ({ head: { ...head, size: 3 as RecordSize } }))
        await broken(({ head }) => ({ head: { ...head, recorded: '2024-01-01T00:00:00.000Z' } }))
        await broken(() => ({}), APPEND_LIMIT + 1)
        assert.equal((await store.head(LOG))?.size, 1)
      },
    )

    law('as many rows as the limit go into one append', async ({ store }) => {
      assert.deepEqual(await appendRows(store, LOG, APPEND_LIMIT), { ok: true, value: APPEND_LIMIT })
    })

    law('an erased act and its salt are gone, and its entry is whole', async ({ store, another }) => {
      await appendRows(store, LOG, 3)
      assert.deepEqual(await store.erase(LOG, 1 as EntryIndex), { ok: true, value: undefined })
      for (const reader of [store, await another()])
        assert.deepEqual(await allRows(reader, LOG), [syntheticRow(0), { ...syntheticRow(1), act: 'erased' }, syntheticRow(2)])
      assert.deepEqual(await store.erase(LOG, 1 as EntryIndex), { ok: true, value: undefined })
      assert.deepEqual(await store.erase(LOG, 3 as EntryIndex), { ok: false, refusal: { code: 'entry-unknown', facts: { index: 3 } } })
    })

    law('an act that is withheld is kept as such', async ({ store }) => {
      const done = syntheticLog().work(1)
      await store.append(LOG, zero, () => ({ ...done, rows: [{ ...done.rows[0]!, act: 'withheld' }] }))
      assert.equal((await allRows(store, LOG))[0]?.act, 'withheld')
    })

    law('a range gives its own rows and no other', async ({ store }) => {
      await appendRows(store, LOG, 6)
      assert.deepEqual(
        (await allRows(store, LOG, 2, 4)).map((row) => row.index),
        [2, 3],
      )
      assert.deepEqual(await allRows(store, LOG, 6, 9), [])
    })

    law('a label is given once, and the next who wants it gets a number behind it', async ({ store, another }) => {
      assert.deepEqual(await store.claimSlug(LOG, 'lake'), { ok: true, value: 'lake' })
      assert.deepEqual(await (await another()).claimSlug(OTHER_LOG, 'lake'), { ok: true, value: 'lake-2' })
      assert.deepEqual(await store.claimSlug(LOG, 'sea'), { ok: true, value: 'lake' })
      await appendRows(store, LOG, 1)
      assert.equal((await store.logs())[0]?.slug, 'lake')
    })

    law('names of two rows are never mixed up', async ({ store }) => {
      await appendRows(store, LOG, 2)
      const names = (await allRows(store, LOG)).map((row): EntryHash => row.hash)
      assert.deepEqual(names, [syntheticRow(0).hash, syntheticRow(1).hash])
    })

    law('a file is kept under its hash, byte for byte, before and after its record is', async ({ store, another }) => {
      const bytes = Uint8Array.from({ length: 70_000 }, (_, at) => (at * 7) % 256)
      const blob = { hash: hex(sha256(bytes)) as Hash, bytes }
      assert.equal(await store.blob(LOG, blob.hash), undefined)
      assert.deepEqual(await store.putBlob(LOG, blob), { ok: true, value: undefined })
      await appendRows(store, LOG, 1)
      assert.deepEqual(await store.putBlob(LOG, blob), { ok: true, value: undefined })
      const none = new Uint8Array()
      assert.equal((await store.putBlob(LOG, { hash: hex(sha256(none)) as Hash, bytes: none })).ok, true)
      for (const reader of [store, await another()]) {
        assert.deepEqual(await reader.blob(LOG, blob.hash), bytes)
        assert.deepEqual(await reader.blob(LOG, hex(sha256(none)) as Hash), none)
        assert.equal(await reader.blob(OTHER_LOG, blob.hash), undefined)
        assert.deepEqual(
          new Map((await all(reader.blobs(LOG))).map(({ hash, size }) => [hash, size])),
          new Map([
            [blob.hash, 70_000],
            [hex(sha256(none)), 0],
          ]),
        )
        assert.deepEqual(await all(reader.blobs(OTHER_LOG)), [])
      }
    })

    law('a file as long as the limit is kept, one byte more is refused, and another name is a bug', async ({ store }) => {
      const bytes = new Uint8Array(BLOB_LIMIT + 1)
      const most = bytes.subarray(0, BLOB_LIMIT)
      assert.equal((await store.putBlob(LOG, { hash: hex(sha256(most)) as Hash, bytes: most })).ok, true)
      assert.equal((await store.blob(LOG, hex(sha256(most)) as Hash))?.length, BLOB_LIMIT)
      assert.deepEqual(await store.putBlob(LOG, { hash: hex(sha256(bytes)) as Hash, bytes }), {
        ok: false,
        refusal: { code: 'blob-too-long', facts: { size: BLOB_LIMIT + 1, limit: BLOB_LIMIT } },
      })
      await assert.rejects(store.putBlob(LOG, { hash: '0'.repeat(64) as Hash, bytes: new Uint8Array(1) }), RangeError)
    })

    law('an erased file is gone, in its record alone', async ({ store, another }) => {
      const bytes = new TextEncoder().encode('planted')
      const blob = { hash: hex(sha256(bytes)) as Hash, bytes }
      for (const log of [LOG, OTHER_LOG]) await store.putBlob(log, blob)
      assert.deepEqual(await store.eraseBlob(LOG, blob.hash), { ok: true, value: undefined })
      assert.deepEqual(await store.eraseBlob(LOG, blob.hash), {
        ok: false,
        refusal: { code: 'blob-unknown', facts: { hash: blob.hash } },
      })
      assert.equal(await (await another()).blob(LOG, blob.hash), undefined)
      assert.deepEqual(await store.blob(OTHER_LOG, blob.hash), bytes)
    })

    law('every checkpoint ever signed is kept, the smallest first', async ({ store }) => {
      const sizes = [1, 2, 4, 4 + PAGE_LENGTH]
      for (const [at, size] of sizes.entries()) await appendRows(store, LOG, size - (sizes[at - 1] ?? 0))
      for (let more = 0; more < 3; more++) await appendRows(store, LOG, 1)
      const kept = await all(store.checkpoints(LOG))
      assert.deepEqual(
        kept.map((checkpoint) => checkpoint.size),
        [...sizes, 517, 518, 519],
      )
      const head = await store.head(LOG)
      assert.deepEqual(kept.at(-1), { size: head?.size, root: head?.root, note: head?.checkpoint })
    })

    law('a follower is told of every new head, until it stops', async ({ store }) => {
      const heard: string[] = []
      const stop = store.follow(({ log, size }) => heard.push(`${log} ${size}`))
      await appendRows(store, LOG, 1)
      await appendRows(store, OTHER_LOG, 2)
      await appendRows(store, LOG, 1)
      // A head that was overtaken may be left out.
      await until(() => [`${OTHER_LOG} 2`, `${LOG} 2`].every((head) => heard.includes(head)))
      stop()
      const before = heard.length
      await appendRows(store, LOG, 1)
      await new Promise((later) => setTimeout(later, 50))
      assert.equal(heard.length, before)
    })

    law('a whole record is taken over or nothing of it', async ({ store }) => {
      const rows = syntheticLog().work(3)
      const { size, root, checkpoint: note } = rows.head
      const consignment = (change: { rows?: readonly Row[]; checkpoints?: readonly SignedSize[]; slug?: string } = {}): Consignment => ({
        head: rows.head,
        slug: change.slug,
        rows: from(change.rows ?? rows.rows),
        checkpoints: from(change.checkpoints ?? [{ size, root, note }]),
        blobs: from([]),
      })
      for (const broken of [
        { rows: rows.rows.slice(0, 2) },
        { rows: rows.rows.toReversed() },
        { checkpoints: [] },
        { checkpoints: [{ size, root, note: 'another' }] },
      ]) {
        const done = await store.receive(LOG, consignment(broken))
        assert.equal(!done.ok && done.refusal.code, 'consignment-incomplete')
        assert.deepEqual([await store.head(LOG), await allRows(store, LOG)], [undefined, []])
      }
      await store.claimSlug(OTHER_LOG, 'lake')
      const taken = await store.receive(LOG, consignment({ slug: 'lake' }))
      assert.equal(!taken.ok && taken.refusal.code, 'label-taken')
      assert.deepEqual(await store.receive(LOG, consignment({ slug: 'sea' })), { ok: true, value: undefined })
      assert.deepEqual(await store.logs(), [{ log: LOG, slug: 'sea', head: rows.head }])
      assert.deepEqual(await allRows(store, LOG), rows.rows)
      const again = await store.receive(LOG, consignment())
      assert.equal(!again.ok && again.refusal.code, 'record-here')
    })
  })
  return ran
}

async function* from<Value>(values: readonly Value[]): AsyncIterable<Value> {
  yield* values
}

const all = async <Value>(values: AsyncIterable<Value>): Promise<Value[]> => {
  const seen: Value[] = []
  for await (const value of values) seen.push(value)
  return seen
}
