import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { leafBytes } from './leaf.ts'
import { leafHash } from './merkle.ts'
import type { EntryIndex } from './names.ts'
import { nodePrimitives } from './node/index.ts'
import { noteKey } from './note.ts'
import { PROOF_LIMIT, parseTlogProof, tlogProofText, verifyTlogProof } from './tlogproof.ts'
import { toyRecord, toySigner } from './toy.test-support.ts'

const { sha256 } = nodePrimitives
const record = await toyRecord(6)
const key = noteKey(sha256, { name: record.origin, publicKey: toySigner('host').publicKey })
const checkpoint = await record.checkpoint()
const index = 4 as EntryIndex
const proof = record.tree.inclusionProof(index)
const hash = leafHash(sha256, leafBytes(record.leaves[4]!))
const text = tlogProofText({ index, proof, checkpoint })

const codeOf = async (changed: string, leaf = hash): Promise<string> => {
  const result = await verifyTlogProof(nodePrimitives, { text: changed, leafHash: leaf, key })
  return result.ok ? 'ok' : result.refusal.code
}

describe('.tlog-proof', () => {
  test('[R29] its lines are header, optional extra, index, hashes, a blank line and the checkpoint, and parse back', () => {
    const lines = text.split('\n')
    assert.equal(lines[0], 'c2sp.org/tlog-proof@v1')
    assert.equal(lines[1], 'index 4')
    assert.equal(lines[2], Buffer.from(proof[0]!).toString('base64'))
    assert.ok(text.endsWith(`\n\n${checkpoint}`))
    const parts = { index, proof, checkpoint, extra: new Uint8Array([1, 2, 3]) }
    assert.equal(tlogProofText(parts).split('\n')[1], 'extra AQID')
    const back = parseTlogProof(tlogProofText(parts))
    assert.ok(back.ok)
    assert.deepEqual(back.value, parts)
  })

  test('[R29] it verifies for its leaf under its log, and no changed part does', async () => {
    assert.equal(await codeOf(text), 'ok')
    assert.equal(await codeOf(text, sha256(hash)), 'proof-not-included')
    assert.equal(await codeOf(text.replace('index 4', 'index 5')), 'proof-not-included')
    assert.equal(await codeOf(tlogProofText({ index, proof: proof.slice(1), checkpoint })), 'proof-not-included')
    assert.equal(await codeOf(tlogProofText({ index, proof, checkpoint: await record.checkpoint(toySigner('A')) })), 'note-unknown-keys')
    assert.equal(await codeOf(text.replace('\n7\n', '\n8\n')), 'note-wrong-signature')
  })

  test('[R29] any other form is refused', () => {
    const wrong = [
      '',
      text.replace('@v1', '@v2'),
      text.replace('index 4', 'index 04'),
      text.replace('index 4', 'index -4'),
      text.replace('index 4', 'index 4 '),
      text.replace('index 4\n', ''),
      text.replace('index 4', 'extra !\nindex 4'),
      text.replace('index 4', 'index 4\nAAAA'),
      text.replace('index 4\n', 'index 4\nxx\n'),
      tlogProofText({ index, proof: Array.from({ length: PROOF_LIMIT + 1 }, () => hash), checkpoint }),
    ]
    for (const one of wrong) {
      const parsed = parseTlogProof(one)
      assert.ok(!parsed.ok && parsed.refusal.code === 'proof-malformed', one)
    }
  })
})
