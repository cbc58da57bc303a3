import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { BOX, packLanes, rowsOf, WIDE_BOX } from './lanes.ts'

const at = (...columns: number[]) => columns.map((column) => ({ item: column, column }))

test('the same day of two parties is on one sub-row', () => {
  const [a, b] = packLanes([at(0, 2), at(2)])
  assert.equal(a?.[1]?.row, b?.[0]?.row)
})

test('what would cover another goes to the next sub-row', () => {
  const [a] = packLanes([at(0, 2, 5)])
  assert.deepEqual(
    a?.map((box) => box.row),
    [0, 1, 0],
  )
})

test('two of one day in one lane leave the other lane an empty place, not another order', () => {
  const [a, b] = packLanes([at(3, 3), at(3)])
  assert.deepEqual(
    a?.map((box) => box.row),
    [0, 1],
  )
  assert.deepEqual(
    b?.map((box) => box.row),
    [0],
  )
})

test('boxes of any lanes never overlap on a sub-row, keep their column, and are never narrower than a box', () => {
  const columns = fc.array(fc.array(fc.nat(40), { maxLength: 30 }), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(columns, (lanes) => {
      const packed = packLanes(lanes.map((lane) => at(...lane)))
      for (const [index, lane] of packed.entries()) {
        assert.deepEqual(
          lane.map((box) => box.column),
          [...(lanes[index] ?? [])].sort((one, other) => one - other),
        )
        for (const one of lane) {
          assert.ok(one.span >= BOX && one.span <= WIDE_BOX)
          for (const other of lane) {
            if (one === other || one.row !== other.row) continue
            assert.ok(one.column + one.span <= other.column || other.column + other.span <= one.column)
          }
        }
      }
      assert.ok(rowsOf(packed) >= 1)
    }),
  )
})
