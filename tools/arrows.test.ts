import assert from 'node:assert/strict'
import test from 'node:test'
import { arrows } from './arrows.ts'
import { inTree } from './planted.test-support.ts'
import { passed, type Report } from './report.ts'

const front = { '.': './src/index.ts' }
const RIGHT = {
  'package.json': { name: 'all', devDependencies: { 'fast-check': '*' } },
  'packages/record/package.json': { name: '@paraph/record', exports: { ...front, './node': './src/node/index.ts' } },
  'packages/record/src/index.ts': "export { leaf } from './leaf.ts'\n",
  'packages/record/src/leaf.ts': 'export const leaf = 1\n',
  'packages/record/src/leaf.test.ts': "import fc from 'fast-check'\nimport { readFileSync } from 'node:fs'\n",
  'packages/record/src/node/index.ts': "import { hash } from 'node:crypto'\nimport { leaf } from '../leaf.ts'\n",
  'packages/talks/package.json': { name: '@paraph/talks', exports: front, dependencies: { '@paraph/record': '*', zod: '*' } },
  'packages/talks/src/index.ts': "import type { Leaf } from '@paraph/record'\nimport { z } from 'zod'\n",
  'packages/store/package.json': { name: '@paraph/store', exports: front, dependencies: { '@paraph/record': '*' } },
  'packages/store/src/index.ts': "import { primitives } from '@paraph/record/node'\nimport { open } from 'node:fs'\n",
}
const seen = (change: Readonly<Record<string, unknown>>): Report => inTree({ ...RIGHT, ...change }, arrows)

test('rooms that keep to the table pass, and every file of theirs was looked at', () => {
  const report = seen({})
  assert.deepEqual(report.faults, [])
  assert.equal(report.looked, 6)
})

test('a tree without a file is a failure', () => {
  assert.equal(passed(inTree({ 'package.json': { name: 'all' } }, arrows)), false)
})

const planted: readonly (readonly [string, Readonly<Record<string, unknown>>, RegExp])[] = [
  [
    'an arrow upward in an import',
    { 'packages/record/src/leaf.ts': "import type { Act } from '@paraph/talks'" },
    /record may not use talks/,
  ],
  [
    'an arrow upward in a manifest',
    { 'packages/record/package.json': { name: '@paraph/record', exports: front, dependencies: { '@paraph/talks': '*' } } },
    /record may not use talks/,
  ],
  [
    'an arrow upward by import()',
    { 'packages/store/src/late.ts': "const talks = await import('@paraph/talks')" },
    /store may not use talks/,
  ],
  [
    'a deep import by name',
    { 'packages/talks/src/deep.ts': "import { leaf } from '@paraph/record/src/leaf.ts'" },
    /no door of @paraph\/record/,
  ],
  ['a deep import by path', { 'packages/talks/src/deep.ts': "import { leaf } from '../../record/src/leaf.ts'" }, /leaves the room/],
  ['Node in a pure room', { 'packages/talks/src/clock.ts': "import { hrtime } from 'node:process'" }, /imports nothing from Node/],
  [
    'a pure part that reaches into a door',
    { 'packages/record/src/leaf.ts': "import { sign } from './node/index.ts'" },
    /may not reach into src\/node/,
  ],
  ['npm in a pure room', { 'packages/record/src/leaf.ts': "import { z } from 'zod'" }, /zod is not allowed in a pure room/],
  [
    'npm in the manifest of a pure room',
    { 'packages/record/package.json': { name: '@paraph/record', exports: front, dependencies: { zod: '*' } } },
    /zod is not allowed in a pure room/,
  ],
  ['a package that nobody declared', { 'packages/store/src/odd.ts': "import left from 'left-pad'" }, /left-pad is not declared/],
  ['exports by star', { 'packages/talks/src/index.ts': "export * from './act.ts'" }, /listed by name/],
  ['a drawer for everything', { 'packages/talks/src/utils.ts': '' }, /names no concept/],
  [
    'another front door',
    { 'packages/store/package.json': { name: '@paraph/store', exports: { '.': './src/store.ts' } } },
    /front door is src\/index.ts/,
  ],
  ['a room that nobody planned', { 'packages/attic/package.json': { name: '@paraph/attic' } }, /no row of the table/],
]
for (const [fault, change, said] of planted)
  test(`${fault} is found`, () => {
    const { faults } = seen(change)
    assert.ok(
      faults.some((fault) => said.test(fault)),
      faults.join('\n'),
    )
  })
