import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { concatBytes } from './bytes.ts'
import { ENTRY_LIMIT } from './leaf.ts'
import { decodeEntryBundle, encodeEntryBundle, entriesPath, entryTilesOf, hashTilesOf, parseTilePath, tilePath } from './tile.ts'

describe('tiles', () => {
  test('[R26] paths are as c2sp.org/tlog-tiles spells them', () => {
    assert.equal(tilePath({ level: 0, index: 0, width: 256 }), 'tile/0/000')
    assert.equal(tilePath({ level: 1, index: 1_234_067, width: 256 }), 'tile/1/x001/x234/067')
    assert.equal(tilePath({ level: 0, index: 273, width: 112 }), 'tile/0/273.p/112')
    assert.equal(entriesPath({ index: 1000, width: 1 }), 'tile/entries/x001/000.p/1')
  })

  test('[R26] a path is parsed only in its one spelling', () => {
    fc.assert(
      fc.property(fc.nat(63), fc.maxSafeNat(), fc.integer({ min: 1, max: 256 }), (level, index, width) => {
        const hashes = parseTilePath(tilePath({ level, index, width }))
        assert.deepEqual(hashes.ok && hashes.value, { kind: 'hashes', level, index, width })
        const entries = parseTilePath(entriesPath({ index, width }))
        assert.deepEqual(entries.ok && entries.value, { kind: 'entries', index, width })
      }),
    )
    for (const wrong of [
      '',
      'tile/0',
      'tile/00/000',
      'tile/64/000',
      'tile/0/00',
      'tile/0/0000',
      'tile/0/x000/001',
      'tile/0/001/002',
      'tile/0/x001',
      'tile/0/000.p/0',
      'tile/0/000.p/256',
      'tile/0/000.p/01',
      'tile/0/000.p',
      '/tile/0/000',
      'tile/0/000/',
      'tile/data/000',
      'tile/0/x999/x999/x999/x999/x999/x999/999',
    ]) {
      assert.ok(!parseTilePath(wrong).ok, wrong)
    }
  })

  test('[R27] a record of 70,000 has the tiles that the specification counts, and one of 256 a full tile and a partial one above', () => {
    const counts = (size: number) => [...hashTilesOf(size)].map(({ level, index, width }) => `${level}/${index}.${width}`)
    const large = counts(70_000)
    assert.equal(large.filter((tile) => tile.startsWith('0/') && tile.endsWith('.256')).length, 273)
    assert.deepEqual(large.slice(273), ['0/273.112', '1/0.256', '1/1.17', '2/0.1'])
    assert.deepEqual(counts(256), ['0/0.256', '1/0.1'])
    assert.deepEqual(counts(255), ['0/0.255'])
    assert.deepEqual(counts(0), [])
    assert.deepEqual(
      [...entryTilesOf(257)],
      [
        { index: 0, width: 256 },
        { index: 1, width: 1 },
      ],
    )
    // A size that is a lie costs nothing until its tiles are asked for.
    assert.deepEqual(entryTilesOf(Number.MAX_SAFE_INTEGER).next().value, { index: 0, width: 256 })
  })

  test('[R28] an entry bundle is each leaf after its length in two bytes, and parses back', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 700 }), { maxLength: 20 }), (leaves) => {
        const bytes = encodeEntryBundle(leaves)
        const back = decodeEntryBundle(bytes, leaves.length)
        assert.ok(back.ok)
        assert.deepEqual(
          back.value.map((leaf) => [...leaf]),
          leaves.map((leaf) => [...leaf]),
        )
      }),
    )
    assert.deepEqual([...encodeEntryBundle([new Uint8Array(258).fill(1)]).slice(0, 3)], [1, 2, 1])
    assert.throws(() => encodeEntryBundle([new Uint8Array(ENTRY_LIMIT + 1)]), RangeError)
    assert.ok(encodeEntryBundle([new Uint8Array(ENTRY_LIMIT)]).length === ENTRY_LIMIT + 2)
  })

  test('[R28] frames that are cut, left over, or of another number are refused with the place where they end', () => {
    const bytes = encodeEntryBundle([new Uint8Array(3), new Uint8Array(5)])
    const leafOf = (wrong: Uint8Array, width = 2): string | number => {
      const parsed = decodeEntryBundle(wrong, width)
      return parsed.ok ? 'ok' : parsed.refusal.facts['leaf']!
    }
    assert.equal(leafOf(bytes), 'ok')
    assert.equal(leafOf(bytes.slice(0, -1)), 1)
    assert.equal(leafOf(bytes.slice(0, 6)), 1)
    assert.equal(leafOf(bytes.slice(0, 4)), 0)
    assert.equal(leafOf(concatBytes(bytes, new Uint8Array(1))), 2)
    assert.equal(leafOf(bytes, 1), 1)
    assert.equal(leafOf(bytes, 3), 2)
  })
})
