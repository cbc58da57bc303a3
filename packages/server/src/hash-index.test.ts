import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hex, utf8 } from '@paraph/record'
import { sha256 } from './exercise.test-support.ts'
import { HashIndex } from './hash-index.ts'

const hashOf = (number: number): string => hex(sha256(utf8(`${number}`)))

test('every hash is found at its place, as a Map would, and no other', () => {
  const index = new HashIndex()
  const map = new Map<string, number>()
  for (let at = 0; at < 5_000; at++) {
    assert.equal(index.find(hashOf(at)), undefined)
    index.add(hashOf(at))
    map.set(hashOf(at), at)
  }
  for (const [hash, at] of map) assert.equal(index.find(hash), at)
  assert.equal(index.size, 5_000)
})

test('hashes that share their first bytes are told apart, and the first of two equal ones is found', () => {
  const index = new HashIndex()
  const hashes = Array.from({ length: 100 }, (_, at) => '0'.repeat(56) + at.toString(16).padStart(8, '0'))
  for (const hash of hashes) index.add(hash)
  index.add(hashes[7]!)
  for (const [at, hash] of hashes.entries()) assert.equal(index.find(hash), at)
  assert.equal(index.find('0'.repeat(57) + 'f'.repeat(7)), undefined)
})

test('what is no hash is a bug', () => {
  for (const text of ['', 'x'.repeat(64), '00']) assert.throws(() => new HashIndex().add(text), RangeError)
})
