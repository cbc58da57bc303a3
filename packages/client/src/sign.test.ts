import assert from 'node:assert/strict'
import test from 'node:test'
import {
  type BodyId,
  commitment,
  type EntryHash,
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
  type RecordSize,
  signatureBytes,
} from '@paraph/record'
import { nodePrimitives, nodeSigner } from '@paraph/record/node'
import { utf8 } from '@paraph/record'
import { exercise, issue, keyOf } from './exercise.test-support.ts'
import { keptReceipt } from './receipt.ts'
import { type Signing, signAct } from './sign.ts'

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

test('[R7] a receipt holds for the signed entry under the log’s key, and for nothing else', async () => {
  const record = await exercise(4)
  const logKey = noteKey(sha256, { name: record.origin, publicKey: nodeSigner(sha256(utf8('client exercise log'))).publicKey })
  const leaf = JSON.parse(new TextDecoder().decode(record.leaves[2])) as never
  const tree = new MerkleTree(sha256)
  for (const bytes of record.leaves) tree.append(leafHash(sha256, bytes))
  const given = {
    hash: record.names[2]! as string,
    index: 2,
    size: 4,
    checkpoint: await record.checkpoint(),
    proof: tree.inclusionProof(2).map(hex),
    leaf: new TextDecoder().decode(record.leaves[2]),
  }
  const { entry, sig } = leaf as { entry: Parameters<typeof entryHash>[1]; sig: Parameters<typeof signatureBytes>[0] }
  const kept = await keptReceipt(nodePrimitives, { given, entry, sig, key: logKey })
  assert.ok(kept.ok)
  assert.deepEqual(
    { ...kept.value.receipt, proof: kept.value.receipt.proof.length },
    {
      v: 1,
      entry: record.names[2] as EntryHash,
      index: 2 as EntryIndex,
      recorded: issue(2).recorded,
      proof: 2,
      checkpoint: given.checkpoint,
    },
  )
  const codes: unknown[] = []
  for (const change of [
    { index: 3 },
    { hash: record.names[1]! as string },
    { proof: given.proof.slice(1) },
    { leaf: new TextDecoder().decode(record.leaves[1]).replace('00:01:00', '00:01:01') },
    { checkpoint: await (await exercise(4, 'b')).checkpoint() },
  ]) {
    const answer = await keptReceipt(nodePrimitives, { given: { ...given, ...change }, entry, sig, key: logKey })
    codes.push(answer.ok || answer.refusal.code)
  }
  assert.equal(codes.includes(true), false, String(codes))
})
