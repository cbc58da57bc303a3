import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Json } from './json.ts'
import type { EntryIndex } from './names.ts'
import { nodePrimitives } from './node/index.ts'
import { noteKey } from './note.ts'
import { parseReceipt, type Receipt, receiptOf, verifyReceipt } from './receipt.ts'
import { minute, toyRecord, toySigner } from './toy.test-support.ts'

const { sha256 } = nodePrimitives
const record = await toyRecord(5)
const key = noteKey(sha256, { name: record.origin, publicKey: toySigner('host').publicKey })
const checkpoint = await record.checkpoint()
const { entry, sig } = record.leaves[3]!
const receipt = receiptOf({
  entry: record.hashes[3]!,
  index: 3 as EntryIndex,
  recorded: minute(3),
  proof: record.tree.inclusionProof(3),
  checkpoint,
})
const codeOf = async (changes: Partial<Receipt>, signed = { entry, sig }): Promise<string> => {
  const result = await verifyReceipt(nodePrimitives, { receipt: { ...receipt, ...changes }, ...signed, key })
  return result.ok ? 'ok' : result.refusal.code
}

describe('receipt', () => {
  test('[R32] it proves to who signed the entry that it stands at its place under a signed checkpoint', async () => {
    assert.equal(await codeOf({}), 'ok')
    assert.equal(await codeOf({ recorded: minute(4) }), 'receipt-not-included')
    assert.equal(await codeOf({ index: 2 as EntryIndex }), 'receipt-not-included')
    assert.equal(await codeOf({ proof: receipt.proof.slice(1) }), 'receipt-not-included')
    assert.equal(await codeOf({ entry: record.hashes[2]! }), 'receipt-other-entry')
    assert.equal(await codeOf({}, record.leaves[2]!), 'receipt-other-entry')
    assert.equal(await codeOf({}, { entry, sig: record.leaves[2]!.sig }), 'receipt-not-included')
    assert.equal(await codeOf({ checkpoint: checkpoint.replace('\n6\n', '\n7\n') }), 'note-wrong-signature')
    assert.equal(await codeOf({ checkpoint: await record.checkpoint(toySigner('A')) }), 'note-unknown-keys')
  })

  test('[R32] it survives JSON, and a member that is missing, unknown or of another form is refused with its path', () => {
    const json = JSON.parse(JSON.stringify(receipt)) as Record<string, Json>
    const back = parseReceipt(json)
    assert.ok(back.ok)
    assert.deepEqual(back.value, receipt)
    const refusalOf = (changes: Record<string, Json>): string => {
      const parsed = parseReceipt({ ...json, ...changes })
      return parsed.ok ? 'ok' : `${parsed.refusal.code} ${parsed.refusal.path}`
    }
    assert.equal(refusalOf({ v: 2 }), 'wrong-value receipt.v')
    assert.equal(refusalOf({ more: 1 }), 'unknown-member receipt.more')
    assert.equal(refusalOf({ entry: 'x' }), 'wrong-form receipt.entry')
    assert.equal(refusalOf({ index: -1 }), 'wrong-form receipt.index')
    assert.equal(refusalOf({ recorded: 'now' }), 'wrong-form receipt.recorded')
    assert.equal(refusalOf({ proof: 'x' }), 'wrong-type receipt.proof')
    assert.equal(refusalOf({ proof: ['x'] }), 'wrong-form receipt.proof[0]')
    assert.equal(refusalOf({ proof: Array.from({ length: 64 }, () => receipt.entry) }), 'wrong-type receipt.proof')
    assert.equal(refusalOf({ checkpoint: 1 }), 'wrong-type receipt.checkpoint')
    assert.ok(!parseReceipt(null).ok)
  })
})
