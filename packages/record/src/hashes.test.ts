import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, test } from 'node:test'
import { canonical } from './canonical.ts'
import type { Entry } from './entry.ts'
import { commitment, emptyRoot, entryHash, entryMessage, keyId, originOf, processIdOf, SALT_LENGTH } from './hashes.ts'
import type { BodyId } from './names.ts'
import { nodePrimitives } from './node/index.ts'
import { toyRecord, toySigner } from './toy.test-support.ts'

const { sha256 } = nodePrimitives
const plainHash = (...parts: (string | Uint8Array)[]): string =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex')

describe('names by hash', () => {
  test('[R6] message, entry hash, key id, process id and origin are what 3-record says', async () => {
    const record = await toyRecord(1)
    const entry: Entry = record.leaves[1]!.entry
    const text = `paraph/entry/v1\n${canonical(entry)}`
    assert.equal(Buffer.from(entryMessage(entry)).toString('utf8'), text)
    assert.equal(entryHash(sha256, entry), plainHash(text))
    const { publicKey } = toySigner('A')
    assert.equal(keyId(sha256, publicKey), plainHash(publicKey))
    assert.equal(entry.key, plainHash(publicKey))
    const id = processIdOf(record.hashes[0]!)
    assert.equal(id, record.hashes[0]!.slice(0, 32))
    assert.equal(originOf('host.example', id), `host.example/${id}`)
    assert.equal(emptyRoot(sha256), plainHash(''))
  })

  test('[R7] a commitment is over salt, log, body and act: another of any is another commitment', () => {
    const salt = new Uint8Array(SALT_LENGTH).fill(7)
    const by = 'A' as BodyId
    const act = { type: 'toy.noted', text: 'é' }
    const one = commitment(sha256, { log: 'host/1', by, act, salt })
    assert.equal(one, plainHash('paraph/act/v1\n', salt, '{"act":{"text":"é","type":"toy.noted"},"by":"A","log":"host/1"}'))
    const others = [
      commitment(sha256, { log: null, by, act, salt }),
      commitment(sha256, { log: 'host/1', by: 'B' as BodyId, act, salt }),
      commitment(sha256, { log: 'host/1', by, act: { ...act, text: 'e' }, salt }),
      commitment(sha256, { log: 'host/1', by, act, salt: new Uint8Array(SALT_LENGTH) }),
    ]
    assert.equal(new Set([one, ...others]).size, 5)
    assert.throws(() => commitment(sha256, { log: null, by, act, salt: new Uint8Array(31) }), RangeError)
  })
})
