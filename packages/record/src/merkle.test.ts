import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { concatBytes, fromBase64, hex, utf8 } from './bytes.ts'
import { vectors } from './data.test-support.ts'
import { leafHash, MerkleTree, nodeHash, rootOf, TILE_WIDTH } from './merkle.ts'
import { nodePrimitives } from './node/index.ts'
import { verifyConsistency, verifyInclusion } from './proof.ts'

const { sha256 } = nodePrimitives

/** RFC 6962, section 2.1, as it is written: slow and obvious. */
const naiveRoot = (leaves: readonly Uint8Array[]): Uint8Array => {
  if (leaves.length === 0) return sha256(new Uint8Array(0))
  if (leaves.length === 1) return leaves[0]!
  const split = naiveSplit(leaves.length)
  return nodeHash(sha256, naiveRoot(leaves.slice(0, split)), naiveRoot(leaves.slice(split)))
}
const naiveSplit = (count: number): number => 2 ** Math.ceil(Math.log2(count) - 1)
const naivePath = (index: number, leaves: readonly Uint8Array[]): Uint8Array[] => {
  if (leaves.length === 1) return []
  const split = naiveSplit(leaves.length)
  return index < split
    ? [...naivePath(index, leaves.slice(0, split)), naiveRoot(leaves.slice(split))]
    : [...naivePath(index - split, leaves.slice(split)), naiveRoot(leaves.slice(0, split))]
}
const naiveProof = (from: number, leaves: readonly Uint8Array[], whole: boolean): Uint8Array[] => {
  if (from === leaves.length) return whole ? [] : [naiveRoot(leaves)]
  const split = naiveSplit(leaves.length)
  return from <= split
    ? [...naiveProof(from, leaves.slice(0, split), whole), naiveRoot(leaves.slice(split))]
    : [...naiveProof(from - split, leaves.slice(split), false), naiveRoot(leaves.slice(0, split))]
}

const leafAt = (index: number): Uint8Array => leafHash(sha256, utf8(`leaf ${index}`))
const treeOf = (size: number): MerkleTree => {
  const tree = new MerkleTree(sha256)
  for (let index = 0; index < size; index++) tree.append(leafAt(index))
  return tree
}
const texts = (hashes: readonly Uint8Array[]): readonly string[] => hashes.map(hex)

describe('merkle tree', () => {
  test('[R12] roots and proofs of every size and index equal the recursion of RFC 6962', () => {
    const leaves = Array.from({ length: 70 }, (_, index) => leafAt(index))
    const tree = treeOf(70)
    for (let size = 0; size <= 70; size++) {
      const some = leaves.slice(0, size)
      const root = naiveRoot(some)
      assert.deepEqual(tree.root(size), root)
      for (let index = 0; index < size; index++) {
        const proof = tree.inclusionProof(index, size)
        assert.deepEqual(texts(proof), texts(naivePath(index, some)))
        assert.ok(verifyInclusion(sha256, { index, size, leafHash: leaves[index]!, proof, root }))
      }
      for (let from = 1; from <= size; from++) {
        const proof = tree.consistencyProof(from, size)
        assert.deepEqual(texts(proof), texts(naiveProof(from, some, true)))
        assert.ok(verifyConsistency(sha256, { from, to: size, fromRoot: tree.root(from), toRoot: root, proof }))
      }
    }
  })

  test('[R12] random trees, sizes and indices agree with the recursion, and no changed proof verifies', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), fc.nat(), fc.nat(), fc.nat(), (count, a, b, c) => {
        const leaves = Array.from({ length: count }, (_, index) => leafAt(index))
        const tree = treeOf(count)
        const size = 1 + (a % count)
        const index = b % size
        const root = tree.root(size)
        assert.deepEqual(root, naiveRoot(leaves.slice(0, size)))
        const proof = tree.inclusionProof(index, size)
        assert.ok(verifyInclusion(sha256, { index, size, leafHash: leaves[index]!, proof, root }))
        if (proof.length > 0) {
          const changed = proof.map((hash) => hash.slice())
          changed[c % proof.length]![c % 32]! ^= 1
          assert.ok(!verifyInclusion(sha256, { index, size, leafHash: leaves[index]!, proof: changed, root }))
          assert.ok(!verifyInclusion(sha256, { index, size, leafHash: leaves[index]!, proof: proof.slice(1), root }))
        }
        assert.ok(!verifyInclusion(sha256, { index, size, leafHash: leaves[index]!, proof: [...proof, root], root }))
      }),
      { numRuns: 60 },
    )
  })

  test('[R13] the sizes at which tiles and subtrees turn over have right roots, proofs and tiles', () => {
    const tree = new MerkleTree(sha256)
    assert.equal(hex(tree.root()), hex(sha256(new Uint8Array(0))))
    const sizes = new Set([0, 1, 2, 255, 256, 257, 65_535, 65_536, 65_537, 70_000])
    // A compact range of peaks, kept apart from the class under test.
    const peaks: { height: number; hash: Uint8Array }[] = []
    for (let size = 0; size <= 70_000; size++) {
      if (sizes.has(size)) {
        const expected =
          size === 0
            ? sha256(new Uint8Array(0))
            : peaks.map((peak) => peak.hash).reduceRight((right, left) => nodeHash(sha256, left, right))
        assert.deepEqual(tree.root(), expected, `root at ${size}`)
        for (const index of [0, 1, Math.floor(size / 2), size - 1].filter((index) => index >= 0 && index < size)) {
          assert.ok(verifyInclusion(sha256, { index, size, leafHash: leafAt(index), proof: tree.inclusionProof(index), root: tree.root() }))
        }
        for (const from of [...sizes].filter((from) => from > 0 && from <= size)) {
          const proof = tree.consistencyProof(from, size)
          assert.ok(
            verifyConsistency(sha256, { from, to: size, fromRoot: tree.root(from), toRoot: tree.root(), proof }),
            `${from} to ${size}`,
          )
        }
      }
      const hash = leafAt(size)
      tree.append(hash)
      let peak = { height: 0, hash }
      while (peaks.at(-1)?.height === peak.height) peak = { height: peak.height + 1, hash: nodeHash(sha256, peaks.pop()!.hash, peak.hash) }
      peaks.push(peak)
    }
    assert.deepEqual(tree.hashTile(0, 0, 2), concatBytes(leafAt(0), leafAt(1)))
    const first = Array.from({ length: TILE_WIDTH }, (_, index) => leafAt(index))
    assert.deepEqual(tree.hashTile(1, 0, 1), naiveRoot(first))
    assert.deepEqual(
      tree.hashTile(2, 0, 1),
      rootOf(
        sha256,
        Array.from({ length: TILE_WIDTH }, (_, at) => tree.hashTile(1, 0).slice(at * 32, at * 32 + 32)),
      ),
    )
    assert.throws(() => tree.hashTile(2, 0, 2), RangeError)
  })

  test('[R12] asking beyond the tree is a bug and throws', () => {
    const tree = treeOf(3)
    assert.throws(() => tree.root(4), RangeError)
    assert.throws(() => tree.inclusionProof(3), RangeError)
    assert.throws(() => tree.consistencyProof(2, 4), RangeError)
    assert.throws(() => tree.append(new Uint8Array(31)), RangeError)
  })

  test('[R14] the transparency-dev vectors are accepted and refused as they say', (context) => {
    const folder = vectors(context, 'merkle')
    if (folder === undefined) return
    const counts = { inclusion: 0, consistency: 0 }
    for (const { file, json } of jsonFiles(join(folder, 'inclusion'))) {
      const held = verifyInclusion(sha256, {
        index: json.leafIdx!,
        size: json.treeSize!,
        leafHash: bytesOf(json.leafHash),
        proof: (json.proof ?? []).map(bytesOf),
        root: bytesOf(json.root),
      })
      assert.equal(held, !json.wantErr, file)
      counts.inclusion++
    }
    for (const { file, json } of jsonFiles(join(folder, 'consistency'))) {
      const held = verifyConsistency(sha256, {
        from: json.size1!,
        to: json.size2!,
        fromRoot: bytesOf(json.root1),
        toRoot: bytesOf(json.root2),
        proof: (json.proof ?? []).map(bytesOf),
      })
      assert.equal(held, !json.wantErr, file)
      counts.consistency++
    }
    assert.ok(counts.inclusion > 80 && counts.consistency > 80, JSON.stringify(counts))
  })
})

type Vector = {
  leafIdx?: number
  treeSize?: number
  leafHash?: string
  root?: string
  size1?: number
  size2?: number
  root1?: string
  root2?: string
  proof: string[] | null
  wantErr: boolean
}

const jsonFiles = (folder: string): readonly { file: string; json: Vector }[] => {
  assert.ok(existsSync(folder), folder)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ file: name, json: JSON.parse(readFileSync(join(folder, name), 'utf8')) as Vector }))
}

const bytesOf = (text: string | undefined): Uint8Array => {
  const bytes = fromBase64(text ?? '')
  assert.ok(bytes.ok)
  return bytes.value
}
