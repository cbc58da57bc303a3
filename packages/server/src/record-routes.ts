import { ENTRIES_DEFAULT, ENTRIES_LIMIT } from '@paraph/api'
import {
  accept,
  type EntryHash,
  encodeEntryBundle,
  hex,
  type Json,
  type OpenAct,
  parseSalt,
  parseTilePath,
  type Primitives,
  type Result,
  refuse,
  TILE_WIDTH,
  tlogProofText,
  writeBundle,
} from '@paraph/record'
import type { Row } from '@paraph/store'
import type { Body, Reply } from './answer.ts'
import { type Asked, type Handlers, isOpen, readable, readableRecord } from './asked.ts'
import type { Host, Hosted } from './host.ts'
import { leafText } from './receipt.ts'

type Names = 'entries' | 'act' | 'actProof' | 'bundle' | 'checkpoint' | 'tile'

/** The record as bytes: leaves, acts, proofs, bundle, and the C2SP paths as static files. All of it is what is committed, never what is in flight. */
export const recordRoutes = (host: Host, { sha256 }: Pick<Primitives, 'sha256'>): Pick<Handlers, Names> => {
  const of = (asked: Asked, ref: string, reply: (record: Hosted) => Result<Reply>) =>
    readable(host, asked.reader, ref).then((record) => (record.ok ? reply(record.value) : record))

  const ofLog = (asked: Asked, reply: (record: Hosted) => Result<Reply>) =>
    readableRecord(host, asked.reader, asked.params['id']!).then((record) => (record.ok ? reply(record.value) : record))

  const tagged = (record: Hosted, more: readonly (string | number)[], body: () => Result<Body> | Promise<Result<Body>>): Result<Reply> =>
    accept({ shelf: isOpen(record) ? 'public' : 'private', tag: [record.id, record.head.size, record.gone, ...more], body })

  const rowsOf = async (record: Hosted, from: number, until: number): Promise<readonly Row[]> => {
    const rows: Row[] = []
    for await (const row of host.rows(record.id, { from, until })) rows.push(row)
    return rows
  }

  return {
    entries: (asked) =>
      of(asked, asked.params['ref']!, (record) => {
        const from = Math.min(Number(asked.query['from'] ?? 0), record.head.size)
        const limit = Math.min(Number(asked.query['limit'] ?? ENTRIES_DEFAULT), ENTRIES_LIMIT)
        const until = Math.min(from + limit, record.head.size)
        return tagged(record, [from, limit], async () => {
          const rows = await rowsOf(record, from, until)
          return accept({
            json: {
              entries: rows.map(({ index, leaf, act }) => ({ index, leaf: leafText(leaf), act })),
              next: until < record.head.size ? until : null,
            },
          })
        })
      }),

    act: (asked) =>
      of(asked, asked.params['ref']!, (record) =>
        tagged(record, [asked.params['hash']!], async () => {
          const row = await host.row(record, asked.params['hash'] as EntryHash)
          if (!row.ok) return row
          const { index, leaf, act } = row.value
          const { tree, head } = record
          const proof = tree.inclusionProof(index, head.size).map(hex)
          return accept({ json: { index, leaf: leafText(leaf), act, checkpoint: head.checkpoint, proof } })
        }),
      ),

    actProof: (asked) =>
      of(asked, asked.params['ref']!, (record) =>
        tagged(record, [asked.params['hash']!], async () => {
          const row = await host.row(record, asked.params['hash'] as EntryHash)
          if (!row.ok) return row
          const { index } = row.value
          return accept({
            text: tlogProofText({ index, proof: record.tree.inclusionProof(index, record.head.size), checkpoint: record.head.checkpoint }),
          })
        }),
      ),

    bundle: (asked) =>
      of(asked, asked.params['ref']!, (record) => {
        const reply = tagged(record, [], async () => {
          const { head } = record
          const rows = await rowsOf(record, 0, head.size)
          const bundle = writeBundle(sha256, { checkpoint: head.checkpoint, leaves: rows.map(({ leaf }) => leaf), acts: openActs(rows) })
          return bundle.ok ? accept({ bytes: bundle.value }) : refuse('too-large', bundle.refusal.facts)
        })
        return reply.ok
          ? accept({ ...reply.value, headers: { 'content-disposition': `attachment; filename="${record.slug}.paraph"` } })
          : reply
      }),

    checkpoint: (asked) => ofLog(asked, (record) => tagged(record, [], () => accept({ text: record.head.checkpoint }))),

    tile: (asked) =>
      ofLog(asked, (record) => {
        const path = `tile/${asked.params['path']}`
        const name = parseTilePath(path)
        if (!name.ok) return refuse('tile-unknown', { path })
        const tile = name.value
        const level = tile.kind === 'hashes' ? tile.level : 0
        const last = (tile.index * TILE_WIDTH + tile.width) * TILE_WIDTH ** level
        if (last > record.head.size) return refuse('tile-unknown', { path, size: record.head.size })
        const body = async (): Promise<Result<Body>> => {
          if (tile.kind === 'hashes') return accept({ bytes: record.tree.hashTile(tile.level, tile.index, tile.width) })
          const start = tile.index * TILE_WIDTH
          return accept({ bytes: encodeEntryBundle((await rowsOf(record, start, start + tile.width)).map(({ leaf }) => leaf)) })
        }
        // A tile's bytes depend on its name alone, a partial one's too; only a full one is kept for ever, as clients drop partial ones.
        const shelf = !isOpen(record) ? 'private' : tile.width === TILE_WIDTH ? 'for-ever' : 'public'
        return accept({ shelf, tag: [record.id, path], body })
      }),
  }
}

const openActs = (rows: readonly Row[]): ReadonlyMap<EntryHash, OpenAct> => {
  const acts = new Map<EntryHash, OpenAct>()
  for (const { hash, act } of rows) {
    if (typeof act === 'string') continue
    const salt = parseSalt(act.salt, 'salt')
    if (!salt.ok) throw new TypeError('a stored salt that is not hex')
    acts.set(hash, { act: JSON.parse(act.json) as Json, salt: salt.value })
  }
  return acts
}
