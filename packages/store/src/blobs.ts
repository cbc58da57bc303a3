import { createHash } from 'node:crypto'
import { accept, type Hash, hex, type ProcessId, refuse } from '@paraph/record'
import { type Desk, scrubbed } from './engine.ts'
import { BLOB_LIMIT, type Store } from './store.ts'

/** Files beside the acts, in the same database, so that one transaction log, one backup and one move hold both. */
export const blobsOver = ({ engine, write, read }: Desk): Pick<Store, 'putBlob' | 'blob' | 'blobs' | 'eraseBlob'> => ({
  putBlob: async (log, { hash, bytes }) => {
    if (bytes.length > BLOB_LIMIT) return refuse('blob-too-long', { size: bytes.length, limit: BLOB_LIMIT })
    if (hex(createHash('sha256').update(bytes).digest()) !== hash) throw new RangeError(`${hash} is not the name of these bytes`)
    return write(async () => {
      await engine
        .writer()
        .insertInto('blob')
        .values({ log, hash, size: bytes.length, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) })
        .onConflict((conflict) => conflict.columns(['log', 'hash']).doNothing())
        .execute()
      return accept(undefined)
    })
  },

  blob: async (log, hash) => {
    const row = await read(() =>
      engine.reader().selectFrom('blob').select('bytes').where('log', '=', log).where('hash', '=', hash).execute(),
    )
    return row[0] === undefined ? undefined : new Uint8Array(row[0].bytes)
  },

  blobs: async function* (log: ProcessId) {
    const rows = await read(() =>
      engine.reader().selectFrom('blob').select(['hash', 'size']).where('log', '=', log).orderBy('hash').execute(),
    )
    for (const { hash, size } of rows) yield { hash: hash as Hash, size }
  },

  eraseBlob: (log, hash) =>
    write<void, 'blob-unknown' | 'erasure-incomplete'>(async () => {
      const found = await engine.writer().deleteFrom('blob').where('log', '=', log).where('hash', '=', hash).executeTakeFirst()
      if (found.numDeletedRows === 0n) return refuse('blob-unknown', { hash })
      return scrubbed(engine, 'blob', { hash })
    }),
})
