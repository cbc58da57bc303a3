// Longer than 250 lines: one table of attacks, each with the fault that must name it; split, nobody could see that none is missing.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readBundle } from '../bundle.ts'
import { bytesOfHash, concatBytes, hex, utf8 } from '../bytes.ts'
import { signCheckpoint } from '../checkpoint.ts'
import type { Leaf } from '../entry.ts'
import { commitment } from '../hashes.ts'
import { leafBytes } from '../leaf.ts'
import { leafHash, MerkleTree } from '../merkle.ts'
import type { BodyId, Hash, MemberId, RecordSize } from '../names.ts'
import { nodePrimitives, nodeScrypt } from '../node/index.ts'
import { noteOf, parseNote } from '../note.ts'
import { receiptOf } from '../receipt.ts'
import { encodeEntryBundle, entriesPath, tilePath } from '../tile.ts'
import { tlogProofText } from '../tlogproof.ts'
import { keyOf, minute, ToyRecord, toyMeaning, toyRecord, toySigner } from '../toy.test-support.ts'
import { writeZip } from '../zip.ts'
import { verifyBundle, verifyBundleWith } from './bundle.ts'
import { ALL_CHECKS } from './checks.ts'
import { FAULTS, type FaultName } from './verdict.ts'
import type { VerifyOptions } from './verify.ts'

const { sha256 } = nodePrimitives
const options = { primitives: nodePrimitives, meaning: toyMeaning }

/** `index`: the entry that the fault must name, undefined where it is of the whole. `alone`: no other check stands behind this one. */
type Attack = {
  readonly is: string
  readonly fault: FaultName
  readonly index?: number
  readonly alone?: true
  readonly bundle: () => Promise<Uint8Array>
}

/** A bundle with files put in, replaced or (undefined) taken out. */
const withFiles = (bytes: Uint8Array, changes: ReadonlyMap<string, Uint8Array | undefined>): Uint8Array => {
  const bundle = readBundle(bytes)
  assert.ok(bundle.ok)
  const files = new Map(bundle.value.files)
  for (const [name, content] of changes) {
    if (content === undefined) files.delete(name)
    else files.set(name, content)
  }
  const zip = writeZip(files)
  assert.ok(zip.ok)
  return zip.value
}

const signedNote = (origin: string, { size, root }: { size: number; root: Uint8Array }, signer = toySigner('host')): Promise<string> =>
  signCheckpoint(sha256, { checkpoint: { origin, size: size as RecordSize, root: hex(root) as Hash }, signer })

/** The bundle of leaves in an order of the host's choosing, stamped anew by its clock, under its own signature. */
const rewritten = async (record: ToyRecord, leaves: readonly Leaf[]): Promise<Uint8Array> => {
  const other = new ToyRecord()
  other.origin = record.origin
  for (const [index, leaf] of leaves.entries()) other.append({ ...leaf, recorded: minute(index) })
  for (const [hash, act] of record.acts) if (other.hashes.includes(hash)) other.acts.set(hash, act)
  return other.bundle()
}

/** A record with one more act said in a dishonest way. */
const saying = async (said: Parameters<ToyRecord['say']>[0], notes = 3): Promise<Uint8Array> => {
  const record = await toyRecord(notes)
  await record.say(said)
  return record.bundle()
}

const note = (text: string) => ({ type: 'toy.noted', text })
const sworn = { by: 'A', act: { type: 'toy.sworn' }, entry: { person: 'M' as MemberId } }

const ATTACKS: readonly Attack[] = [
  {
    is: 'an entry forged in a body’s name by who lacks its key',
    fault: 'signature',
    index: 4,
    alone: true,
    bundle: () => saying({ by: 'A', act: note('forged'), signer: { publicKey: toySigner('A').publicKey, sign: toySigner('host').sign } }),
  },
  {
    is: 'an entry changed after it was signed',
    fault: 'signature',
    index: 4,
    alone: true,
    bundle: () => saying({ by: 'A', act: note('changed'), afterSigning: (entry) => ({ ...entry, at: minute(2) }) }),
  },
  {
    is: 'an entry recorded back in time',
    fault: 'clock-back',
    index: 4,
    alone: true,
    bundle: () => saying({ by: 'A', act: note('late'), entry: { at: minute(1) }, leaf: { recorded: minute(2) } }),
  },
  {
    is: 'an entry dated more than five minutes ahead',
    fault: 'clock-ahead',
    index: 4,
    alone: true,
    bundle: () => saying({ by: 'A', act: note('early'), entry: { at: minute(9.001) } }),
  },
  {
    is: 'two acts exchanged',
    fault: 'commitment',
    index: 1,
    alone: true,
    bundle: async () => {
      const record = await toyRecord(3)
      const [one, other] = [record.hashes[1]!, record.hashes[3]!]
      const act = record.acts.get(one)!
      record.acts.set(one, record.acts.get(other)!)
      record.acts.set(other, act)
      return record.bundle()
    },
  },
  {
    is: 'an act under another salt',
    fault: 'commitment',
    index: 2,
    alone: true,
    bundle: async () => {
      const record = await toyRecord(3)
      record.acts.set(record.hashes[2]!, { ...record.acts.get(record.hashes[2]!)!, salt: new Uint8Array(32) })
      return record.bundle()
    },
  },
  {
    is: 'another body’s commitment copied',
    fault: 'commitment',
    index: 4,
    bundle: async () => {
      const record = await toyRecord(3)
      const copied = record.leaves[1]!.entry.act
      const hash = await record.say({ by: 'B', act: note('note 0'), entry: { act: copied } })
      record.acts.set(hash, record.acts.get(record.hashes[1]!)!)
      return record.bundle()
    },
  },
  {
    is: 'two entries in another order, stamped anew',
    fault: 'saw',
    index: 3,
    alone: true,
    bundle: async () => {
      const record = await toyRecord(4)
      const [zero, one, two, three, four] = record.leaves
      return rewritten(record, [zero!, one!, two!, four!, three!])
    },
  },
  {
    is: 'an entry that saw the future',
    fault: 'saw',
    index: 4,
    alone: true,
    bundle: () => saying({ by: 'A', act: note('x'), entry: { saw: { size: 5 as RecordSize, root: 'ab'.repeat(32) as Hash } } }),
  },
  {
    is: 'an entry that saw another record',
    fault: 'saw',
    index: 4,
    alone: true,
    bundle: () => saying({ by: 'A', act: note('x'), entry: { saw: { size: 3 as RecordSize, root: 'ab'.repeat(32) as Hash } } }),
  },
  {
    is: 'an entry that saw nothing',
    fault: 'saw',
    index: 4,
    alone: true,
    bundle: () =>
      saying({ by: 'A', act: note('x'), entry: { saw: { size: 0 as RecordSize, root: hex(sha256(new Uint8Array(0))) as Hash } } }),
  },
  {
    is: 'a key slipped in that nobody enrolled',
    fault: 'key-standing',
    index: 4,
    alone: true,
    bundle: () => saying({ by: 'A', act: note('x'), signer: toySigner('slipped') }),
  },
  {
    is: 'a body’s key used for another body',
    fault: 'key-standing',
    index: 4,
    alone: true,
    bundle: () => saying({ by: 'A', act: note('x'), signer: toySigner('B') }),
  },
  {
    is: 'a revoked key used on',
    fault: 'key-standing',
    index: 5,
    alone: true,
    bundle: async () => {
      const record = await toyRecord(3)
      await record.say({ by: 'A', act: { type: 'toy.revoked', key: keyOf('B') } })
      await record.say({ by: 'B', act: note('after') })
      return record.bundle()
    },
  },
  {
    is: 'a key under another key’s id',
    fault: 'key-id',
    index: 0,
    alone: true,
    bundle: async () => {
      const record = new ToyRecord()
      const say = record.say.bind(record)
      record.say = (said) => say({ ...said, entry: { key: keyOf('B') } })
      await record.found()
      return record.bundle()
    },
  },
  {
    is: 'the last entry cut off by who lacks the log’s key',
    fault: 'log-signature',
    alone: true,
    bundle: async () => {
      const record = await toyRecord(3)
      const whole = parseNote(await record.checkpoint())
      const short = await toyRecord(2)
      const cut = parseNote(await short.checkpoint())
      assert.ok(whole.ok && cut.ok)
      return withFiles(
        await short.bundle(),
        new Map([['checkpoint', utf8(noteOf({ text: cut.value.text, signatures: whole.value.signatures }))]]),
      )
    },
  },
  {
    is: 'the last entry cut off under the old checkpoint',
    fault: 'tile-missing',
    bundle: async () => {
      const record = await toyRecord(3)
      const short = await toyRecord(2)
      return withFiles(await short.bundle(), new Map([['checkpoint', utf8(await record.checkpoint())]]))
    },
  },
  {
    is: 'the last leaf cut out of its bundle',
    fault: 'frame',
    index: 3,
    bundle: async () => {
      const record = await toyRecord(3)
      return withFiles(
        await record.bundle(),
        new Map([[entriesPath({ index: 0, width: 4 }), encodeEntryBundle(record.leaves.slice(0, 3).map(leafBytes))]]),
      )
    },
  },
  {
    is: 'a checkpoint signed by another key',
    fault: 'log-signature',
    alone: true,
    bundle: async () => (await toyRecord(3)).bundle({ signer: toySigner('other') }),
  },
  {
    is: 'a checkpoint of a root that the leaves do not make',
    fault: 'root',
    alone: true,
    bundle: async () => {
      const record = await toyRecord(3)
      const signed = await signedNote(record.origin, { size: 4, root: sha256(new Uint8Array(1)) })
      return withFiles(await record.bundle(), new Map([['checkpoint', utf8(signed)]]))
    },
  },
  {
    is: 'a leaf changed under an unchanged tile, signed anew by the host',
    fault: 'leaf-hash',
    index: 3,
    alone: true,
    bundle: async () => {
      const record = await toyRecord(3)
      const leaves = record.leaves.map((leaf, index) => leafBytes(index === 3 ? { ...leaf, recorded: minute(4) } : leaf))
      const tree = new MerkleTree(sha256)
      for (const leaf of leaves) tree.append(leafHash(sha256, leaf))
      const changes = new Map([
        ['checkpoint', utf8(await signedNote(record.origin, { size: 4, root: tree.root() }))],
        [entriesPath({ index: 0, width: 4 }), encodeEntryBundle(leaves)],
      ])
      return withFiles(await record.bundle(), changes)
    },
  },
  {
    is: 'a hash tile of level 1 that the leaves do not make',
    fault: 'hash-tile',
    alone: true,
    bundle: async () =>
      withFiles(await (await toyRecord(259)).bundle(), new Map([[tilePath({ level: 1, index: 0, width: 1 }), sha256(new Uint8Array(1))]])),
  },
  {
    is: 'a leaf with a member too many',
    fault: 'leaf-form',
    index: 1,
    bundle: async () => {
      const record = await toyRecord(1)
      const text = new TextDecoder().decode(leafBytes(record.leaves[1]!))
      const leaves = [leafBytes(record.leaves[0]!), utf8(text.replace('{"entry":', '{"also":1,"entry":'))]
      const tree = new MerkleTree(sha256)
      for (const leaf of leaves) tree.append(leafHash(sha256, leaf))
      const changes = new Map([
        ['checkpoint', utf8(await signedNote(record.origin, { size: 2, root: tree.root() }))],
        [entriesPath({ index: 0, width: 2 }), encodeEntryBundle(leaves)],
        [tilePath({ level: 0, index: 0, width: 2 }), tree.hashTile(0, 0, 2)],
      ])
      return withFiles(await record.bundle(), changes)
    },
  },
  {
    is: 'the same entry twice',
    fault: 'duplicate-entry',
    index: 5,
    alone: true,
    bundle: async () => {
      const record = await toyRecord(3)
      await record.say(sworn)
      return rewritten(record, [...record.leaves, record.leaves[4]!])
    },
  },
  {
    is: 'an entry of another record',
    fault: 'origin',
    index: 4,
    alone: true,
    bundle: () => {
      const log = 'elsewhere.example/0123'
      const act = note('x')
      return saying({ by: 'A', act, entry: { log, act: commitment(sha256, { log, by: 'A' as BodyId, act, salt: saltOfFour() }) } })
    },
  },
  {
    is: 'a checkpoint of another record',
    fault: 'origin',

    bundle: async () => {
      const record = await toyRecord(3)
      const signed = await signedNote('elsewhere.example/0123', { size: 4, root: record.tree.root() })
      // The signature check stands behind this one: a key of that name is not known.
      return withFiles(await record.bundle(), new Map([['checkpoint', utf8(signed)]]))
    },
  },
  {
    is: 'a first entry that claims to have seen something',
    fault: 'entry-zero',
    index: 0,
    alone: true,
    bundle: async () => {
      const record = new ToyRecord()
      const say = record.say.bind(record)
      record.say = (said) => say({ ...said, entry: { saw: { size: 1 as RecordSize, root: 'ab'.repeat(32) as Hash } } })
      await record.found()
      return record.bundle()
    },
  },
  {
    is: 'an entry of a sealed record among open ones',
    fault: 'sealed-entry',
    index: 4,
    alone: true,
    bundle: () => saying({ by: 'A', act: note('x'), entry: { file: 'ab'.repeat(32) as Hash } }),
  },
  {
    is: 'an act of another type than its entry',
    fault: 'act-type',
    index: 4,
    alone: true,
    bundle: () => saying({ by: 'A', act: { type: 'toy.sworn' }, entry: { type: 'toy.noted' } }),
  },
  {
    is: 'an act that is not canonical',
    fault: 'act-form',
    index: 1,
    bundle: async () => {
      const record = await toyRecord(1)
      const file = `acts/${record.hashes[1]}.json`
      const bundle = readBundle(await record.bundle())
      assert.ok(bundle.ok)
      return withFiles(await record.bundle(), new Map([[file, concatBytes(bundle.value.files.get(file)!, utf8('\n'))]]))
    },
  },
  {
    is: 'a structure act withheld',
    fault: 'act-missing',
    index: 4,
    alone: true,
    bundle: () => saying({ by: 'A', act: { type: 'toy.revoked', key: keyOf('B') }, keep: false }),
  },
  {
    is: 'a solemn act without a person',
    fault: 'person',
    index: 4,
    alone: true,
    bundle: () => saying({ by: 'A', act: { type: 'toy.sworn' } }),
  },
  {
    is: 'a person named on an everyday act',
    fault: 'person',
    index: 4,
    alone: true,
    bundle: () => saying({ by: 'A', act: note('x'), entry: { person: 'M' as MemberId } }),
  },
  { is: 'an act against a rule', fault: 'rule', index: 4, alone: true, bundle: () => saying({ by: 'A', act: note('note 1') }) },
  {
    is: 'a blob that is not what its name says',
    fault: 'blob',
    alone: true,
    bundle: async () => (await toyRecord(1)).bundle({ blobs: new Map([['ab'.repeat(32) as Hash, utf8('something')]]) }),
  },
  {
    is: 'a file that no bundle has',
    fault: 'unknown-file',
    alone: true,
    bundle: async () => withFiles(await (await toyRecord(1)).bundle(), new Map([['acts/hidden', utf8('x')]])),
  },
  {
    is: 'an act of no entry',
    fault: 'unknown-file',
    alone: true,
    bundle: async () => withFiles(await (await toyRecord(1)).bundle(), new Map([[`acts/${'ab'.repeat(32)}.json`, utf8('x')]])),
  },
  {
    is: 'a tile of another size',
    fault: 'unknown-file',
    alone: true,
    bundle: async () => withFiles(await (await toyRecord(3)).bundle(), new Map([['tile/0/000.p/3', new Uint8Array(96)]])),
  },
  {
    is: 'a signature line that is not the log’s',
    fault: 'unknown-signature',
    alone: true,
    bundle: async () => {
      const record = await toyRecord(1)
      const [ours, other] = [parseNote(await record.checkpoint()), parseNote(await record.checkpoint(toySigner('other')))]
      assert.ok(ours.ok && other.ok)
      const both = noteOf({ text: ours.value.text, signatures: [...ours.value.signatures, ...other.value.signatures] })
      return withFiles(await record.bundle(), new Map([['checkpoint', utf8(both)]]))
    },
  },
  {
    is: 'a zip with another date in it',
    fault: 'bundle-form',
    alone: true,
    bundle: async () => {
      const bytes = await (await toyRecord(1)).bundle()
      bytes[12]! ^= 1
      return bytes
    },
  },
  {
    is: 'a bundle without its explanation',
    fault: 'bundle-form',
    alone: true,
    bundle: async () => withFiles(await (await toyRecord(1)).bundle(), new Map([['README.txt', undefined]])),
  },
]

/** The salt that `say` draws for entry 4, as the record keeps it. */
const saltOfFour = (): Uint8Array => bytesOfHash(SALT_OF_FOUR as Hash)
const probe = await toyRecord(4)
const SALT_OF_FOUR = hex(probe.acts.get(probe.hashes[4]!)!.salt)

const triggered = new Set<FaultName>()

describe('a hostile host, from the bundle alone', () => {
  for (const { is, fault, index, alone, bundle } of ATTACKS) {
    test(`[R42] ${is} is the fault ${fault}`, async () => {
      const bytes = await bundle()
      const verdict = await verifyBundle(bytes, options)
      assert.ok(verdict.verdict === 'fault', JSON.stringify(verdict))
      assert.equal(verdict.fault.name, fault, JSON.stringify(verdict.fault))
      assert.equal(verdict.fault.index, index, JSON.stringify(verdict.fault))
      triggered.add(fault)
      if (alone === undefined) return
      const checks = new Set(ALL_CHECKS)
      checks.delete(fault)
      const without = await verifyBundleWith(bytes, { options, checks })
      assert.equal(
        without.verdict,
        'verified',
        `without ${fault} it must pass, or the check is not what stops it: ${JSON.stringify(without)}`,
      )
    })
  }
})

describe('a hostile host, against what was kept', () => {
  const faultOf = async (bytes: Uint8Array, more: Partial<VerifyOptions<ReturnType<typeof toyMeaning.begin>>>) => {
    const verdict = await verifyBundle(bytes, { ...options, ...more })
    if (verdict.verdict === 'fault') triggered.add(verdict.fault.name)
    return verdict.verdict === 'fault' ? verdict.fault : verdict.verdict
  }

  test('[R43] a record shorter than a kept checkpoint, receipt, proof or bundle is a rollback, and both notes are the evidence', async () => {
    const long = await toyRecord(4)
    const short = await (await toyRecord(2)).bundle()
    const checkpoint = await long.checkpoint()
    const proof = long.tree.inclusionProof(4)
    const receipt = receiptOf({ entry: long.hashes[4]!, index: 4 as never, recorded: minute(4), proof, checkpoint })
    const kept = [
      utf8(checkpoint),
      utf8(JSON.stringify(receipt)),
      utf8(tlogProofText({ index: 4 as never, proof, checkpoint })),
      await long.bundle(),
    ]
    for (const seen of kept) {
      const fault = await faultOf(short, { seen })
      assert.ok(typeof fault === 'object' && fault.name === 'seen-rollback', JSON.stringify(fault))
      assert.equal(fault.facts['seen'], checkpoint)
      assert.ok(String(fault.facts['shown']).includes('host.example'))
      assert.equal(await faultOf(await long.bundle(), { seen }), 'verified')
    }
  })

  test('[R43] a record that goes on after a kept state is no fault', async () => {
    const seen = utf8(await (await toyRecord(2)).checkpoint())
    assert.equal(await faultOf(await (await toyRecord(4)).bundle(), { seen }), 'verified')
  })

  test('[R44] another history than the kept one is a fork, and a kept bundle names the entry where they part', async () => {
    const ours = await toyRecord(2)
    const theirs = await toyRecord(2)
    await ours.say({ by: 'A', act: note('what was said to one') })
    await theirs.say({ by: 'A', act: note('what was said to the other') })
    const shown = await theirs.bundle()
    const byCheckpoint = await faultOf(shown, { seen: utf8(await ours.checkpoint()) })
    assert.ok(typeof byCheckpoint === 'object' && byCheckpoint.name === 'seen-fork')
    assert.notEqual(byCheckpoint.facts['seen'], byCheckpoint.facts['shown'])
    const byBundle = await faultOf(shown, { seen: await ours.bundle() })
    assert.ok(typeof byBundle === 'object' && byBundle.name === 'seen-fork')
    assert.equal(byBundle.index, 3)
    await ours.say({ by: 'B', act: note('more') })
    const byLonger = await faultOf(shown, { seen: await ours.bundle() })
    assert.ok(
      typeof byLonger === 'object' && byLonger.name === 'seen-fork' && byLonger.index === 3,
      'a longer bundle of another history is a fork, not a rollback',
    )
  })

  test('[R44] a receipt for another entry at its place is a fork', async () => {
    const record = await toyRecord(2)
    const receipt = receiptOf({
      entry: 'ab'.repeat(32) as never,
      index: 1 as never,
      recorded: minute(1),
      proof: [],
      checkpoint: await record.checkpoint(),
    })
    const fault = await faultOf(await record.bundle(), { seen: utf8(JSON.stringify(receipt)) })
    assert.ok(typeof fault === 'object' && fault.name === 'seen-fork' && fault.index === 1)
  })

  test('[R45] what was kept of another log, or signed by another key, or is nothing at all, is named as such', async () => {
    const record = await toyRecord(2)
    const bytes = await record.bundle()
    const root = record.tree.root()
    for (const seen of [await record.checkpoint(toySigner('other')), await signedNote('elsewhere.example/0123', { size: 3, root })]) {
      const fault = await faultOf(bytes, { seen: utf8(seen) })
      assert.ok(typeof fault === 'object' && fault.name === 'seen-foreign', JSON.stringify(fault))
    }
    for (const seen of ['nonsense', '{"v":1}', 'c2sp.org/tlog-proof@v1\nindex x\n\n', 'PK nothing']) {
      const fault = await faultOf(bytes, { seen: utf8(seen) })
      assert.ok(typeof fault === 'object' && fault.name === 'seen-unreadable', seen)
    }
  })

  test('[R46] a trusted process id or fingerprint makes the identity trusted, and another one is a fault', async () => {
    const record = await toyRecord(1)
    const bytes = await record.bundle()
    const id = record.hashes[0]!.slice(0, 32)
    const verdict = await verifyBundle(bytes, { ...options, trust: id })
    assert.ok(verdict.verdict === 'verified' && verdict.identity === 'trusted')
    for (const trust of ['0'.repeat(32), id.toUpperCase(), 'mine', '']) {
      const fault = await faultOf(bytes, { trust })
      assert.ok(typeof fault === 'object' && fault.name === 'trust', trust)
    }
    const wrong = await faultOf(bytes, { trust: '12345 '.repeat(8), scrypt: nodeScrypt })
    assert.ok(typeof wrong === 'object' && wrong.name === 'trust')
    const right = String(wrong.facts['fingerprint'])
    const trusted = await verifyBundle(bytes, { ...options, trust: right.replaceAll(' ', '-'), scrypt: nodeScrypt })
    assert.ok(trusted.verdict === 'verified' && trusted.identity === 'trusted')
  })

  test('[R47] every fault that a verification can name has been brought about here', () => {
    assert.deepEqual(
      FAULTS.filter((name) => !triggered.has(name)),
      [],
    )
  })
})
