import assert from 'node:assert/strict'
import test from 'node:test'
import {
  type BodyId,
  commitment,
  type EntryIndex,
  entryHash,
  entryMessage,
  type Hash,
  hex,
  type Instant,
  leafHash,
  type MemberId,
  MerkleTree,
  noteKey,
  parseLeaf,
  parseReceipt,
  type RecordSize,
  receiptOf,
  type Result,
  signatureBytes,
  utf8,
  verifyReceipt,
} from '@paraph/record'
import { nodePrimitives, nodeSigner } from '@paraph/record/node'
import { exercise, keyOf } from './exercise.test-support.ts'
import { type Signing, signAct } from './sign.ts'
import { type Fetch, transport } from './transport.ts'

const { sha256, verify } = nodePrimitives
const signing: Signing = {
  primitives: nodePrimitives,
  signer: keyOf('SEC'),
  by: 'SEC' as BodyId,
  person: 'clerk' as MemberId,
  log: 'exercise.example/0',
  saw: { size: 3 as RecordSize, root: 'a'.repeat(64) as Hash },
  now: '2025-01-01T00:00:00.000Z' as Instant,
  salt: new Uint8Array(32).fill(7),
  act: { type: 'process.closed', reason: { en: 'done' } },
}

test('[R6] an act is committed to, signed and named, and the same arguments give the same bytes', async () => {
  const { hash, submission } = await signAct(signing)
  const { entry, sig, act, salt, key } = submission
  assert.equal(hash, entryHash(sha256, entry))
  assert.equal(entry.act, commitment(sha256, { log: entry.log, by: entry.by, act, salt: signing.salt }))
  assert.equal(salt, '07'.repeat(32))
  assert.equal(entry.person, 'clerk')
  const signed = { publicKey: keyOf('SEC').publicKey, message: entryMessage(entry), signature: signatureBytes(sig) }
  assert.equal(key, hex(signed.publicKey))
  assert.deepEqual(await verify([signed, { ...signed, publicKey: keyOf('A').publicKey }]), [true, false])
  assert.deepEqual(await signAct(signing), { hash, submission })
  const { person: _, ...impersonal } = signing
  assert.equal('person' in (await signAct(impersonal)).submission.entry, false)
})

test('[R7] a receipt as it came holds for the signed entry under the log’s key, and for nothing else', async () => {
  const record = await exercise(4)
  const logKey = noteKey(sha256, { name: record.origin, publicKey: nodeSigner(sha256(utf8('client exercise log'))).publicKey })
  const leaf = expect(parseLeaf(record.leaves[2]!))
  const tree = new MerkleTree(sha256)
  for (const bytes of record.leaves) tree.append(leafHash(sha256, bytes))
  const given = receiptOf({
    entry: record.names[2]!,
    index: 2 as EntryIndex,
    recorded: leaf.recorded,
    proof: tree.inclusionProof(2),
    checkpoint: await record.checkpoint(),
  })
  const answered =
    (receipt: unknown): Fetch =>
    async () => ({
      status: 201,
      headers: { get: () => null },
      text: async () => JSON.stringify(receipt),
      arrayBuffer: () => assert.fail('a receipt is text'),
    })
  const asked = async (receipt: unknown) => {
    const answer = await transport(answered(receipt), { base: 'http://h' }).ask('submit', { params: { ref: 'x' }, body: {} })
    return answer.ok ? verifyReceipt(nodePrimitives, { receipt: answer.value, entry: leaf.entry, sig: leaf.sig, key: logKey }) : answer
  }
  assert.deepEqual(expect(await asked(given)).checkpoint.size, 4)
  assert.deepEqual(expect(parseReceipt(JSON.parse(JSON.stringify(given)))), given)
  const codes: unknown[] = []
  for (const change of [
    { index: 3 },
    { entry: record.names[1]! },
    { proof: given.proof.slice(1) },
    { recorded: '2025-01-01T00:01:01.000Z' },
    { checkpoint: await (await exercise(4, 'b')).checkpoint() },
    { v: 2 },
  ]) {
    const answer = await asked({ ...given, ...change })
    codes.push(answer.ok || answer.refusal.code)
  }
  assert.equal(codes.includes(true), false, String(codes))
  assert.equal(codes.at(-1), 'answer-malformed')
})

const expect = <Value>(result: Result<Value>): Value => {
  if (!result.ok) assert.fail(JSON.stringify(result.refusal))
  return result.value
}
