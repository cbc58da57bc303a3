import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { EntryHash, EntryIndex, RecordSize } from '@paraph/record'
import { APPEND_LIMIT, PAGE_LENGTH, type Row, type Store } from './store.ts'
import { allRows, appendRows, LOG, OTHER_LOG, syntheticLog, syntheticRow } from './synthetic.test-support.ts'

/** A fresh database of an engine: a store on it, further stores on the same one (as another process would have them), and its end. */
export type Fresh = { readonly store: Store; readonly another: () => Promise<Store>; readonly dispose: () => Promise<void> }

const zero = 0 as RecordSize

/** The contract of 10-shapes, for any engine. */
export const storeContract = (engine: string, fresh: () => Promise<Fresh>): void => {
  const law = (name: string, check: (given: Fresh) => Promise<void>) =>
    test(name, async () => {
      const given = await fresh()
      try {
        await check(given)
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

    law('two stores on one database never both append after one head: the slower is told of the conflict', async ({ store, another }) => {
      const other = await another()
      await appendRows(store, LOG, 1)
      const slow = await store.append(LOG, zero, async (_head, news) => {
        assert.equal((await appendRows(other, LOG, 1, 'faster')).ok, true)
        const mine = syntheticLog('slower')
        mine.tell(news)
        return mine.work(1)
      })
      assert.deepEqual(slow, { ok: false, refusal: { code: 'conflict', facts: {} } })
      assert.equal((await allRows(store, LOG)).length, 2)
      assert.equal((await appendRows(store, LOG, 1)).ok, true)
    })

    law('the first append to a record conflicts likewise', async ({ store, another }) => {
      const other = await another()
      const slow = await store.append(LOG, zero, async () => {
        await appendRows(other, LOG, 1, 'faster')
        return syntheticLog('slower').work(1)
      })
      assert.equal(!slow.ok && slow.refusal.code, 'conflict')
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
  })
}
