import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  type BodyId,
  commitment,
  type Entry,
  type EntryHash,
  type EntryIndex,
  emptyRoot,
  entryHash,
  hex,
  type Instant,
  type Json,
  keyId,
  type MemberId,
  type Opening,
  originOf,
  processIdOf,
} from '@paraph/record'
import { generateSigner, nodePrimitives } from '@paraph/record/node'
import { meaning } from '@paraph/talks'
import { exercise } from './exercise.ts'

const { sha256 } = nodePrimitives
const fresh = () => generateSigner().signer.publicKey

describe('the exercise that init founds', () => {
  const keys = { A: fresh(), B: fresh(), C: fresh() }
  const log = fresh()
  const made = exercise({ host: { name: 'somewhere', key: hex(log) }, keys: { A: hex(keys.A), B: hex(keys.B), C: hex(keys.C) } })
  let origin: string | null = null

  const opening = (act: Json, index: number): Opening => {
    const entry: Entry = {
      v: 1,
      log: origin,
      type: (act as { type: string }).type,
      by: made.by as string as BodyId,
      ...(index === 0 ? { person: made.person as string as MemberId } : {}),
      key: keyId(sha256, keys.C),
      at: '2026-02-02T08:00:00.000Z' as Instant,
      act: commitment(sha256, { log: origin, by: made.by as string as BodyId, act, salt: new Uint8Array(32) }),
      saw: { size: 0 as Entry['saw']['size'], root: emptyRoot(sha256) },
    }
    const hash: EntryHash = entryHash(sha256, entry)
    origin ??= originOf('somewhere', processIdOf(hash))
    return { index: index as EntryIndex, hash, entry, recorded: entry.at, act: { open: act } }
  }

  it('is accepted act by act by every right and rule, as acts of the secretariat’s device key', () => {
    const means = meaning(nodePrimitives)
    const state = means.begin()
    for (const [index, act] of [made.founding, ...made.acts].entries()) {
      const one = opening(act, index)
      assert.ok(means.key(state, one).ok)
      assert.equal(means.refuse(state, one), undefined, one.entry.type)
      means.fold(state, one)
    }
    assert.equal(state.issues.size, 3)
    assert.equal(state.tracks.size, 1)
  })

  it('says that it is an exercise, and does not say that its keys are public: they are fresh', () => {
    const founding = made.founding as { readonly nature: string; readonly keysArePublic?: boolean }
    assert.equal(founding.nature, 'exercise')
    assert.equal(founding.keysArePublic, undefined)
  })
})
