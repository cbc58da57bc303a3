import { createHash } from 'node:crypto'
import { accept, type Hash, hex, type RecordSize, refuse } from '@paraph/record'
import type { Transaction } from 'kysely'
import type { Tables } from './schema.ts'
import type { Desk } from './engine.ts'
import { type Consignment, PAGE_LENGTH, type ReceiveCode, type Row, type Store } from './store.ts'

/** Thrown within a transaction to roll it back, and given as the refusal. */
class Incomplete extends Error {}

/** Whole records, going out and coming in (`copyRecords`). */
export const consignmentsOver = ({ engine, write, read, insertRows }: Desk): Pick<Store, 'checkpoints' | 'receive'> => ({
  checkpoints: async function* (log) {
    for (let after = 0; ; ) {
      const rows = await read(() =>
        engine
          .reader()
          .selectFrom('checkpoint')
          .select(['size', 'root', 'note'])
          .where('log', '=', log)
          .where('size', '>', after)
          .orderBy('size')
          .limit(PAGE_LENGTH)
          .execute(),
      )
      for (const { size, root, note } of rows) yield { size: size as RecordSize, root: root as Hash, note }
      after = rows.at(-1)?.size ?? after
      if (rows.length < PAGE_LENGTH) return
    }
  },

  receive: (log, consignment) =>
    write<void, ReceiveCode>(async () => {
      if ((await engine.reader().selectFrom('head').select('log').where('log', '=', log).executeTakeFirst()) !== undefined)
        return refuse('record-here', { process: log })
      const { slug } = consignment
      if (slug !== undefined) {
        const owner = await engine.reader().selectFrom('label').select('log').where('slug', '=', slug).executeTakeFirst()
        if (owner !== undefined && owner.log !== log) return refuse('label-taken', { slug, process: owner.log })
      }
      try {
        await engine
          .writer()
          .transaction()
          .execute(async (transaction) => {
            const { size, root, checkpoint, recorded } = consignment.head
            await transaction.insertInto('head').values({ log, size, root, checkpoint, recorded }).execute()
            await putRows(consignment, (rows) => insertRows(transaction, log, rows))
            await putCheckpoints(transaction, log, consignment)
            for await (const { hash, bytes } of consignment.blobs) {
              if (hex(createHash('sha256').update(bytes).digest()) !== hash) throw new Incomplete(`file ${hash} has other bytes`)
              await transaction
                .insertInto('blob')
                .values({ log, hash, size: bytes.length, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) })
                .onConflict((conflict) => conflict.columns(['log', 'hash']).doNothing())
                .execute()
            }
            if (slug !== undefined)
              await transaction
                .insertInto('label')
                .values({ log, slug })
                .onConflict((conflict) => conflict.column('log').doNothing())
                .execute()
            await engine.announce?.(transaction, log, size)
          })
        return accept(undefined)
      } catch (error) {
        if (error instanceof Incomplete) return refuse('consignment-incomplete', { process: log, found: error.message })
        if (engine.causeOf(error) === 'taken') return refuse('record-here', { process: log })
        throw error
      }
    }),
})

const putRows = async ({ head, rows }: Consignment, put: (rows: readonly Row[]) => Promise<void>): Promise<void> => {
  let next = 0
  let page: Row[] = []
  for await (const row of rows) {
    if (row.index !== next++) throw new Incomplete(`entry ${row.index} where ${next - 1} follows`)
    page.push(row)
    if (page.length < PAGE_LENGTH) continue
    await put(page)
    page = []
  }
  if (page.length > 0) await put(page)
  if (next !== head.size) throw new Incomplete(`${next} of ${head.size} entries`)
}

/** All of those that were signed up to the head: the newest of them is the head's own. */
const putCheckpoints = async (transaction: Transaction<Tables>, log: string, { head, checkpoints }: Consignment): Promise<void> => {
  let newest = ''
  for await (const { size, root, note } of checkpoints) {
    if (size > head.size) break
    await transaction.insertInto('checkpoint').values({ log, size, root, note }).execute()
    newest = size === head.size && root === head.root ? note : ''
  }
  if (newest !== head.checkpoint) throw new Incomplete('no checkpoint of the head')
}
